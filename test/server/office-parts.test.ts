import t from 'tap'
import { duplicates, firmNames, targets } from './inner-office.ts'

const { readFirmName, readPhone, readNib, likeness } = firmNames
const { likelihoodOfSame } = duplicates
const { resolveTarget } = targets

t.test('spellings of a name have one key', async t => {
  for (const name of ['PT Maju Jaya Tbk', 'maju jaya, pt.', 'P.T. MAJU-JAYA', 'PT. Maju  Jaya (Persero)', 'Máju Jaya']) t.equal(readFirmName(name).key, 'maju jaya', name)
  t.equal(readFirmName('CV Maju Jaya').form, 'cv')
  t.equal(readFirmName('Koperasi Maju Jaya').key, 'koperasi maju jaya', 'a cooperative is called so')
  t.equal(readFirmName('PT A.B.C. & Co').key, 'abc dan co')
  t.equal(readFirmName('constructor').key, 'constructor')
  for (const phone of ['0812-3456-789', '+62 812 3456 789', '628123456789', '(0812) 3456789']) t.equal(readPhone(phone), '628123456789', phone)
  t.equal(readPhone('12'), undefined)
  t.equal(readNib('9120 0012 3456 7'), '9120001234567')
  t.equal(readNib('912000123456'), undefined)
})

t.test('likeness is symmetric, 1000 for the same letters, and forgives a slip', async t => {
  const names = ['maju jaya', 'majujaya', 'maju jya', 'indofood sukses makmur', 'x', '']
  for (const one of names) for (const other of names) t.equal(likeness(one, other), likeness(other, one))
  t.equal(likeness('maju jaya', 'majujaya'), 1000)
  t.ok(likeness('sumber alfaria trijaya', 'sumber alfria trijaya') > 800)
  t.ok(likeness('maju jaya', 'indofood sukses makmur') < 200)
})

t.test('a firm is told by its NIB; another form or NIB speaks against', async t => {
  const firm = { name: 'PT Maju Jaya', nib: '9120001234567', phone: '0215512345', region: '36.71' }
  t.match(likelihoodOfSame(firm, { name: 'Toko Lain', nib: '9120001234567' }), { score: 1000, reasons: [{ code: 'same-nib' }] })
  t.match(likelihoodOfSame(firm, { name: 'CV Maju Jaya' }), { score: 550, reasons: [{ code: 'same-name', points: 700 }, { code: 'other-form', points: -150 }] })
  t.equal(likelihoodOfSame(firm, { name: 'PT Lain Sekali' }).score, 0)
})

t.test('a name that leads to a private address is not called, whatever else it leads to', async t => {
  const lookup = (...addresses: string[]) => async () => addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))
  const target = await resolveTarget('https://city.example/hook', new Set(), lookup('93.184.216.34'))
  t.match(target, { address: '93.184.216.34', family: 4 }, 'the address that was looked at is the one that is called')
  for (const addresses of [['127.0.0.1'], ['93.184.216.34', '10.1.2.3'], ['::1'], ['fd00::1'], ['::ffff:10.0.0.1'], ['64:ff9b::a00:1'], ['0.0.0.0'], []]) {
    await t.rejects(resolveTarget('https://city.example/', new Set(), lookup(...addresses)), { name: 'TargetError' }, String(addresses))
  }
  await t.resolves(resolveTarget('http://city.example/', new Set(['http://city.example']), lookup('127.0.0.1')), 'unless the setting says so')
})
