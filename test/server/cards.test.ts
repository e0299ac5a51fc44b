import { generateKeyPairSync } from 'node:crypto'
import { createVerifier } from 'fast-jwt'
import fc from 'fast-check'
import t from 'tap'
import { addMonths, ageOn, cardNumber, maskNik, nikFault, nikRemarks, plainNik, queueAge, readCardToken, readPattern, signCardToken } from './inner-cards.ts'

t.test('a NIK is refused only for what no office ever gives', async t => {
  const cases = [
    ['3671011505030001', undefined], ['3671015505030001', undefined], ['1101013112990001', undefined], ['3671017112990001', undefined],
    // A day that no month has, and a serial of zeros: mistakes that were made and stay.
    ['3671013102030001', undefined], ['3671010101030000', undefined],
    ['367101150503000', 'not-16-digits'], ['36710115050300011', 'not-16-digits'], ['367101150503000x', 'not-16-digits'], ['', 'not-16-digits'],
    ['1071011505030001', 'no-region'], ['0971011505030001', 'no-region'],
    ['3671010005030001', 'no-day'], ['3671013205030001', 'no-day'], ['3671014005030001', 'no-day'], ['3671017205030001', 'no-day'],
    ['3671011500030001', 'no-month'], ['3671011513030001', 'no-month'],
  ] as const
  for (const [nik, fault] of cases) t.equal(nikFault(nik), fault, nik)
  t.equal(plainNik('3671 0115.0503-0001'), '3671011505030001')
  t.equal(maskNik('3671011505030001'), '••••••••••••0001')
  const woman = { birthDate: '2003-05-15', sex: 'female' } as const
  t.same(nikRemarks('3671015505030001', woman), [])
  t.same(nikRemarks('9999995505030001', woman), [], 'the place is nobody\'s residence')
  t.same(nikRemarks('3671011505030001', woman), ['sex-differs'])
  t.same(nikRemarks('3671017102990001', woman), ['no-such-date', 'birth-date-differs'])
})

t.test('number patterns: read, written, refused', async t => {
  const day = '2026-11-28'
  const cases = [
    ['{region:4}{date:6}{serial:6}', '3671281126000042', [4, 6, 6], true],
    ['{region:2}{date:8}{serial:4}', '36202611280042', [2, 8, 4], true],
    ['AK1-{year:4}-{serial:5}', 'AK1-2026-00042', [4, 4, 1, 5], true],
    ['{year:2}{month:2}/{serial:7}', '2611/0000042', [2, 2, 1, 7], true],
    ['{serial:9}', '000000042', [9], false],
  ] as const
  for (const [text, number, groups, yearly] of cases) {
    const pattern = readPattern(text)
    t.equal(cardNumber(pattern, { region: '36.71', day, serial: 42 }), number)
    t.same(pattern.groups, groups)
    t.equal(pattern.yearly, yearly)
    t.equal(groups.reduce((sum: number, length) => sum + length, 0), number.length)
  }
  for (const bad of ['', '{region:4}', '{serial:6}{serial:6}', '{serial:3}', '{nik:16}{serial:6}', '{serial:6', '{serial:6} x', '{__proto__:4}{serial:6}', '{region:4}{date:8}{year:4}{serial:9}']) {
    t.throws(() => readPattern(bad), { name: 'PatternError', message: /cannot be used/ }, bad)
  }
  t.throws(() => cardNumber(readPattern('{serial:4}'), { region: '36.71', day, serial: 10_000 }), RangeError)
  fc.assert(fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }), (a, b) => {
    const number = (serial: number) => cardNumber(readPattern(cases[0][0]), { region: '36.71', day, serial })
    return (number(a) === number(b)) === (a === b)
  }))
})

t.test('the promise of 24 hours runs on working days', async t => {
  const at = (text: string) => new Date(`${text}+07:00`)
  const cases = [
    // Friday 10:00: half a day is left of Friday, the rest is Monday's.
    ['2026-11-27T10:00', '2026-11-27T16:30', [], 6.5, '2026-11-30T10:00', false],
    ['2026-11-27T10:00', '2026-11-29T23:00', [], 14, '2026-11-30T10:00', false],
    ['2026-11-27T10:00', '2026-11-30T10:00', [], 24, '2026-11-30T10:00', false],
    ['2026-11-27T10:00', '2026-11-30T10:01', [], 24, '2026-11-30T10:00', true],
    ['2026-11-27T10:00', '2026-11-30T10:01', ['2026-11-30'], 14, '2026-12-01T10:00', false],
    ['2026-11-28T09:00', '2026-11-28T20:00', [], 0, '2026-12-01T00:00', false],
    // A clock set back.
    ['2026-11-26T10:00', '2026-11-25T10:00', [], 0, '2026-11-27T10:00', false],
  ] as const
  for (const [asked, now, holidays, hours, due, overdue] of cases) {
    const age = queueAge(at(asked), at(now), new Set(holidays))
    t.same(age, { hours, dueAt: at(due), overdue }, `${asked} at ${now}`)
  }
})

t.test('days', async t => {
  for (const [day, months, expected] of [['2026-11-28', 24, '2028-11-28'], ['2024-02-29', 24, '2026-02-28'], ['2026-08-31', 6, '2027-02-28'], ['2027-12-31', 18, '2029-06-30'], ['2026-03-31', -1, '2026-02-28']] as const) {
    t.equal(addMonths(day, months), expected)
  }
  for (const [born, day, age] of [['2008-11-28', '2026-11-27', 17], ['2008-11-28', '2026-11-28', 18], ['2008-02-29', '2026-02-28', 17], ['2008-02-29', '2026-03-01', 18]] as const) t.equal(ageOn(born, day), age)
})

t.test('a token is verified by another library, offline, with the published set', async t => {
  const [key, later] = ['one', 'two'].map(makeKey)
  const claims = { id: 'k-1', number: '3671281126000042', office: '36.71', issuedOn: '2026-11-28', expiresOn: '2028-11-28' }
  const token = await signCardToken(claims, key)
  const verify = createVerifier({ key: key.publicKey.export({ type: 'spki', format: 'pem' }) as string, algorithms: ['EdDSA'], clockTimestamp: Date.parse('2027-01-01') })
  const { iat, exp, ...payload } = verify(token) as Record<string, unknown>
  t.same(payload, { num: claims.number, iss: '36.71', jti: 'k-1' }, 'nothing about the person')
  t.equal(new Date(Number(iat) * 1000).toISOString(), '2026-11-27T17:00:00.000Z')
  t.equal(new Date(Number(exp) * 1000).toISOString(), '2028-11-28T17:00:00.000Z', 'the last day counts')
  const after = createVerifier({ key: key.publicKey.export({ type: 'spki', format: 'pem' }) as string, algorithms: ['EdDSA'], clockTimestamp: Date.parse('2028-11-28T17:00:01Z') })
  t.throws(() => after(token), { code: 'FAST_JWT_EXPIRED' })

  const keys = { keys: [later.jwk, key.jwk] }
  t.same(await readCardToken(token, keys), claims, 'an older key verifies what it signed')
  t.equal(await readCardToken(token, { keys: [later.jwk] }), 'unknown-key')
  t.equal(await readCardToken(await signCardToken(claims, { ...later, kid: 'one' }), keys), 'bad-signature')
  for (const bad of ['', 'x', 'a.b.c', `${token}.x`, 'x'.repeat(5000), unsigned(claims)]) t.equal(await readCardToken(bad, keys), 'not-a-token', bad.slice(0, 20))
  const [header, body, signature] = token.split('.')
  const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('000042', '000043')).toString('base64url')
  t.equal(await readCardToken([header, forged, signature].join('.'), keys), 'bad-signature')
  t.throws(() => verify([header, forged, signature].join('.')), { code: 'FAST_JWT_INVALID_SIGNATURE' })
})

function makeKey (kid: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { kid, publicKey, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'EdDSA', use: 'sig' } as { kty: string } }
}

function unsigned (claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`
}
