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

t.test('caps, type caps and reserves that contradict themselves are refused', async t => {
  const groups = { of: ['n', 'm'], home: ['r', 'r'] }
  const fixed = [{ seekerId: 'a', vacancyId: 'X' }]
  const x = { vacancyId: 'X' }
  const cases: [unknown, RegExp][] = [
    [{ caps: [{ id: 'f', atMost: NaN, members: [] }] }, /caps\[0\].atMost must be a whole number from 0 to 4294967295, got NaN/],
    [{ caps: [{ id: 'f', atMost: 1 }] }, /caps\[0\].members must be an array/],
    [{ caps: [{ id: 'f', atMost: 1, members: [{ vacancyId: 'X', setId: 'f' }] }] }, /must have a vacancyId or a setId, not both/],
    [{ caps: [{ id: 'f', atMost: 1, members: [{ target: 1 }] }] }, /caps\[0\].members\[0\].vacancyId must be a text, got undefined/],
    [{ caps: [{ id: 'f', atMost: 1, members: [{ vacancyId: 'X', target: 0.5 }] }] }, /target must be a whole number .* got 0.5/],
    [{ caps: [{ id: 'f', atMost: 1, members: [{ vacancyId: 'W' }] }] }, /Cap set 'f' names the vacancy 'W', and there is none/],
    [{ caps: [{ id: 'f', atMost: 1, members: [{ setId: 'g' }] }] }, /names the set 'g', and there is none/],
    [{ caps: [{ id: 'f', atMost: 1, members: [x] }, { id: 'g', atMost: 1, members: [x] }] }, /'X' is a member of 'f' and of 'g'; cap sets must be nested or disjoint/],
    [{ caps: [{ id: 'f', atMost: 1, members: [x, x] }] }, /'X' is a member of 'f' and of 'f'/],
    [{ caps: [{ id: 'f', atMost: 1, members: [] }, { id: 'f', atMost: 2, members: [] }] }, /two cap sets 'f'/],
    [{ caps: [{ id: 'f', atMost: 1, members: [{ setId: 'g' }] }, { id: 'g', atMost: 1, members: [{ setId: 'f' }] }] }, /Cap set 'f' is, by way of its members, within itself/],
    [{ caps: [{ id: 'f', atMost: 1, members: [{ setId: 'f' }] }] }, /within itself/],
    [{ caps: [{ id: 'f', atMost: 1, members: [{ ...x, target: 2 }] }] }, /targets of cap set 'f' add up to 2, and it may have at most 1/],
    [{ caps: [{ id: 'f', atMost: 0, members: [x] }], fixed }, /Cap set 'f' may have at most 0 people, and 1 are fixed there/],
    [{ groups: { of: ['n'] }, typeCaps: [{ ...x, group: 'of', label: 'n', atMost: 1 }] }, /groups.of must have 2 labels \(one a seeker\), got 1/],
    [{ groups: { of: [1, 2] } }, /groups.of\[0\] must be a text, got number/],
    [{ groups: [] }, /groups must be an object/],
    [{ typeCaps: [{ ...x, group: 'of', label: 'n', atMost: 1 }] }, /typeCaps names the grouping 'of'; the groups given are none/],
    [{ groups, typeCaps: [{ vacancyId: 'W', group: 'of', label: 'n', atMost: 1 }] }, /typeCaps names the vacancy 'W'/],
    [{ groups, typeCaps: [{ ...x, group: 'of', label: 'n', atMost: 0 }], fixed }, /'X' may have at most 0 of 'n', and 1 are fixed there/],
    [{ groups, typeCaps: [{ ...x, group: 'of', label: 'n', atMost: 0 }, { ...x, group: 'of', label: 'n', atMost: 1 }] }, /two type caps for 'n'/],
    [{ groups, typeCaps: [{ ...x, group: 'of', label: 'n', atMost: 0 }, { ...x, group: 'home', label: 'r', atMost: 1 }] }, /type caps of vacancy 'X' are of 'of' and of 'home'/],
    [{ groups, typeCaps: [{ ...x, group: 'of', label: 'n', atMost: 1 }], reserves: [{ ...x, group: 'home', label: 'r', seats: 1 }] }, /has type caps of 'of' and a reserve of 'home'/],
    [{ groups, typeCaps: [{ ...x, group: 'of', label: 'n', atMost: 0 }], reserves: [{ ...x, group: 'of', label: 'n', seats: 1 }] }, /reserves 1 seats for 'n', and may have at most 0 of them/],
    [{ groups, reserves: [{ ...x, group: 'of', label: 'n', seats: 2 }] }, /'X' has 1 seats, and 2 are reserved/],
    [{ groups, reserves: [{ ...x, group: 'of', label: 'n', seats: 0 }, { ...x, group: 'of', label: 'n', seats: 1 }] }, /two reserves for 'n'/],
    [{ groups, reserves: [{ ...x, group: 'of', label: 'n', seats: -1 }] }, /reserves\[0\].seats must be a whole number/],
  ]
  for (const [options, message] of cases) t.throws(() => placeStable(MARKET, options as StableOptions), message)
})
