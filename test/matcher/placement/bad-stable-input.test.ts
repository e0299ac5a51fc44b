import t from 'tap'
import { placeStable, verifyStable, type Market, type StableOptions } from '@padan/matcher/placement'

const MARKET: Market = {
  seekers: ['a', 'b'],
  vacancies: ['X', 'Y'],
  seats: Uint32Array.of(1, 1),
  start: Uint32Array.of(0, 2, 3),
  vacancy: Uint32Array.of(0, 1, 0),
  score: null,
  seekerRank: Uint32Array.of(0, 1, 0),
  vacancyRank: Uint32Array.of(0, 0, 1),
}

t.test('a market whose parts do not fit is refused, with the part', async t => {
  const cases: [Partial<Record<keyof Market, unknown>>, RegExp][] = [
    [{ seekers: ['a', 'a'] }, /seekers has 'a' twice/],
    [{ seekers: ['a', 7] }, /seekers\[1\] must be a string, got number/],
    [{ vacancies: 'XY' }, /vacancies must be an array/],
    [{ seats: [1, 1] }, /seats must be a Uint32Array/],
    [{ seats: Uint32Array.of(1) }, /seats must have 2 numbers \(one number a vacancy\), got 1/],
    [{ start: Uint32Array.of(0, 3) }, /start must have 3 numbers/],
    [{ start: Uint32Array.of(1, 2, 3) }, /start must begin with 0, got 1/],
    [{ start: Uint32Array.of(0, 2, 2) }, /start must end with 3, the number of pairs, got 2/],
    [{ start: Uint32Array.of(0, 4, 3) }, /start must not fall, got 4 and then 3 for seeker 'b'/],
    [{ vacancy: Uint32Array.of(0, 2, 0) }, /vacancy\[1\] is 2, and there are 2 vacancies/],
    [{ vacancy: Uint32Array.of(1, 0, 0) }, /seeker 'a' must have ascending vacancies, each once; got 0 after 1/],
    [{ vacancy: Uint32Array.of(1, 1, 0) }, /each once; got 1 after 1/],
    [{ vacancy: [0, 1, 0] }, /vacancy must be a Uint32Array/],
    [{ seekerRank: Uint32Array.of(0) }, /seekerRank must have 3 numbers/],
    [{ vacancyRank: [NaN, 0, 0] }, /vacancyRank must be a Uint32Array/],
    [{ vacancyRank: undefined }, /vacancyRank must be a Uint32Array/],
    [{ score: Int32Array.of(1) }, /score must have 3 numbers/],
    [{ score: [1, 2, NaN] }, /score must be an Int32Array or null/],
  ]
  for (const [part, message] of cases) t.throws(() => placeStable({ ...MARKET, ...part } as Market), message)
  t.throws(() => placeStable(null as unknown as Market), /A market must be an object, got null/)
})

t.test('options that cannot be read or kept are refused, with what came', async t => {
  const cases: [unknown, RegExp][] = [
    [{ tie: 'id' }, /There is no option 'tie'/],
    [{ ties: { rule: 'coin' } }, /ties.rule must be one of id, single-lottery, multiple-lottery, got 'coin'/],
    [{ ties: { rule: 'single-lottery' } }, /A lottery needs ties.seed, .* got null/],
    [{ ties: { rule: 'single-lottery', seed: NaN } }, /got NaN/],
    [{ ties: { rule: 'multiple-lottery', seed: 2 ** 32 } }, /got 4294967296/],
    [{ ties: { rule: 'id', seed: 3 } }, /takes none/],
    [{ refusals: {} }, /refusals must be an array, got object/],
    [{ refusals: [null] }, /Options must be an object/],
    [{ refusals: [{ seekerId: 'a', vacancyId: 'X', by: 'me' }] }, /refusals\[0\].by must be 'seeker' or 'vacancy', got 'me'/],
    [{ refusals: [{ seekerId: 1, vacancyId: 'X', by: 'seeker' }] }, /refusals\[0\].seekerId must be a text, got number/],
    [{ refusals: [{ seekerId: 'z', vacancyId: 'X', by: 'seeker' }] }, /refusals names the seeker 'z', and there is none/],
    [{ refusals: [{ seekerId: 'a', vacancyId: 'Z', by: 'seeker' }] }, /refusals names the vacancy 'Z', and there is none/],
    [{ withdrawn: { firms: [] } }, /There is no option 'firms'/],
    [{ withdrawn: { seekers: ['z'] } }, /withdrawn.seekers names the seeker 'z'/],
    [{ withdrawn: { vacancies: ['z'] } }, /withdrawn.vacancies names the vacancy 'z'/],
    [{ fixed: [{ seekerId: 'a', vacancyId: 'X' }, { seekerId: 'a', vacancyId: 'Y' }] }, /'a' is fixed twice/],
    [{ fixed: [{ seekerId: 'a', vacancyId: 'X' }, { seekerId: 'b', vacancyId: 'X' }] }, /'X' has 1 seats, and more people are fixed there/],
    [{ fixed: [{ seekerId: 'a', vacancyId: 'X' }], withdrawn: { seekers: ['a'] } }, /'a' is fixed and withdrawn/],
    [{ fixed: [{ seekerId: 'a', vacancyId: 'X' }], withdrawn: { vacancies: ['X'] } }, /fixed at vacancy 'X', which is withdrawn/],
    [{ fixed: [{ seekerId: 'a', vacancyId: 'X' }], refusals: [{ seekerId: 'a', vacancyId: 'X', by: 'seeker' }] }, /fixed at vacancy 'X', and the pair is refused/],
  ]
  for (const [options, message] of cases) t.throws(() => placeStable(MARKET, options as StableOptions), message)
})

t.test('ranks and seats may be as large as their type', async t => {
  const huge = { ...MARKET, seats: Uint32Array.of(0xffffffff, 0xffffffff), seekerRank: Uint32Array.of(0xffffffff, 0xfffffffe, 0), vacancyRank: Uint32Array.of(0xffffffff, 5, 0xfffffffe) }
  t.same([...placeStable(huge).vacancyOf], [1, 0])
})

t.test('the verifier refuses a list of places that is not one', async t => {
  const placed = placeStable(MARKET)
  t.throws(() => verifyStable(MARKET, { ...placed, vacancyOf: Int32Array.of(0) }), /vacancyOf must have 2 numbers/)
  t.throws(() => verifyStable(MARKET, { ...placed, vacancyOf: [0, 1] as unknown as Int32Array }), /must be an Int32Array/)
  t.throws(() => verifyStable(MARKET, placed, { limit: -1 }), /limit must be a whole number from 0, got -1/)
})
