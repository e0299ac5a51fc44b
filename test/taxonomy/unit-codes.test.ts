import fc from 'fast-check'
import t from 'tap'
import { loadTaxonomy } from '@padan/taxonomy'

const { units } = await loadTaxonomy()

t.test('a code is found however it is typed, while only one unit can be meant', async t => {
  const cases: Array<[typed: string, key: string]> = [
    ['c.24las01.001.1', 'C.24LAS01.001.1'],
    [' C.24 LAS 01.001.1 ', 'C.24LAS01.001.1'],
    ['C.24LAS01.001.01', 'C.24LAS01.001.1'],
    ['C.24LAS01.001', 'C.24LAS01.001.1'],
    ['C.24LASO1.OO1.1', 'C.24LAS01.001.1'],
    ['C.24LAS01..001.1.', 'C.24LAS01.001.1'],
    ['N.821.100.001.02', 'N.821100.001.02'],
    ['N.821.100.001.2', 'N.821100.001.02'],
    ['LOG.0001.003.01', 'LOG.OO01.003.01'],
    ['log.oo01.003', 'LOG.OO01.003.01'],
    ['KHT.RCO2.001.01', 'KHT.RC02.001.01'],
    ['J.630PR00.001.2', 'J.63OPR00.001.2'],
    ['D1.HRS.CL1.2', 'D1.HRS.CL1.02'],
    ['TLII5018', 'TLII5018'],
    ['TLII5018A', 'TLII5018A'],
  ]
  for (const [typed, key] of cases) t.equal(units.get(typed)?.code, key, typed)
})

t.test('a code with several meanings needs its decree', async t => {
  t.equal(units.indexOf('M.702090.001.01'), -1)
  t.same(units.candidates('M.702090.001.01'), ['M.702090.001.01@349/2014', 'M.702090.001.01@389/2013'])
  t.match(units.get('M.702090.001.01@389/2013'), { plainCode: 'M.702090.001.01', decree: '389/2013', title: 'Mengidentifikasi Elemen Pemasaran Perusahaan' })
  t.equal(units.get('m.702090.1.01 @ Nomor 389 Tahun 2013'), undefined)
  t.equal(units.get('m.702090.001.1 @ Kepmenakertrans Nomor 389 Tahun 2013')?.code, 'M.702090.001.01@389/2013')
  t.match(units.get('M.702090.003.01@-'), { decree: null, year: null })
  for (const decree of ['', '@', '27', '1/2000', 'x'.repeat(10_000)]) t.equal(units.indexOf(`M.702090.001.01@${decree}`), -1)
})

t.test('a code without its version is ambiguous where it has several', async t => {
  t.equal(units.indexOf('J.611000.015'), -1)
  t.same(units.candidates('J.611000.015'), ['J.611000.015.01', 'J.611000.015.02'])
  t.equal(units.indexOf('J.611000'), -1)
  t.same(units.candidates('J.611000'), [])
  t.same(units.candidates('D1.HRS.CL1'), [])
})

t.test('a clear code may be given with its decree, not with another one', async t => {
  t.equal(units.get('J.63OPR00.001.2@56/2018')?.code, 'J.63OPR00.001.2')
  t.equal(units.get('J.63OPR00.001.2@57/2018'), undefined)
  t.equal(units.get('C.24LAS01.001.1@-')?.code, 'C.24LAS01.001.1')
})

t.test('exactly the shared codes carry their decree in the key', async t => {
  const uses = new Map<string, number>()
  const all = Array.from({ length: units.size }, (_, index) => units.at(index))
  for (const { plainCode } of all) uses.set(plainCode, (uses.get(plainCode) ?? 0) + 1)
  for (const { code, plainCode, decree } of all) {
    const isShared = uses.get(plainCode)! > 1
    if (code !== (isShared ? `${plainCode}@${decree ?? '-'}` : plainCode)) t.fail(code)
    if (units.candidates(plainCode).length !== uses.get(plainCode)) t.fail(plainCode)
  }
  t.equal([...uses.values()].filter(count => count > 1).length, 11)
})

t.test('keys stand in UTF-16 order', async t => {
  for (let index = 1; index < units.size; index++) {
    if (!(units.codeAt(index - 1) < units.codeAt(index))) t.fail(units.codeAt(index))
  }
})

t.test('slips by hand never lead to another unit', async () => {
  fc.assert(fc.property(fc.nat(units.size - 1), fc.array(fc.nat(40), { maxLength: 4 }), fc.boolean(), (index, spaces, lower) => {
    const { code, plainCode } = units.at(index)
    let typed = code
    for (const place of spaces) typed = `${typed.slice(0, place)} ${typed.slice(place)}`
    if (lower) typed = typed.toLowerCase()
    return units.indexOf(typed) === index && units.candidates(plainCode.replaceAll('0', 'o')).includes(code)
  }), { seed: 20_261_128 })
})

t.test('no text at all throws', async () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    const index = units.indexOf(text)
    return index === -1 || units.candidates(text).length === 1
  }), { seed: 20_261_128 })
})

t.test('the second harvest corrects the first', async t => {
  t.match(units.get('G.45TSM01.025.2'), { confidence: 'multi', decree: '147/2019', year: 2019 })
  t.match(units.get('TIK.SM01.004.01'), { confidence: 'official', decree: '610/2012' })
  t.match(units.get('M.741000.011.01'), { confidence: 'official', title: 'Menyusun Struktur Organisasi', otherTitles: ['Menyusun struktur organisasi sesuai kebutuhan'] })
  t.match(units.get('J.62DMS00.014.1'), { title: 'Membuat Data Warehouse', otherTitles: [] })
  t.same(units.get('M.702090.001.01@349/2014')?.otherTitles, [])
})
