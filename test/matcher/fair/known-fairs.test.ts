import t from 'tap'
import { planFair, verifyPlan, type Fair, type FairPlan, type Market } from '@padan/matcher/fair'
import { marketOf } from './small-fairs.ts'

const SLOTS = ['09:00', '09:30', '10:00', '10:30']

/** `people` who may all visit every one of `booths`, at scores that tell them apart. */
function everybodyEverywhere (people: number, booths: number): Market {
  const table = Array.from({ length: people }, (_, p) => Array.from({ length: booths }, (_, b) => 100 + 10 * p + b))
  return marketOf(table.map((_, p) => `pk-${p}`), Array.from({ length: booths }, (_, b) => `lw-${b}`), table)
}

function booths (number: number, tables: number): Fair['booths'] {
  return Array.from({ length: number }, (_, n) => ({ id: `stan-${n}`, vacancies: [`lw-${n}`], tables }))
}

function checkedPlan (market: Market, fair: Fair): FairPlan & { proven: ReturnType<typeof verifyPlan>['proven'] } {
  const plan = planFair(market, fair)
  const { violations, proven } = verifyPlan(market, fair, plan)
  if (violations.length > 0) throw new Error(JSON.stringify(violations))
  return { ...plan, proven }
}

t.test('somebody without an eligible booth is told why', async t => {
  const market = marketOf(['tanpa', 'jauh', 'kursi', 'tutup', 'absen', 'penuh', 'dapat'], ['lw-a', 'lw-b', 'lw-c', 'lw-d'], [
    [null, null, null, null],
    [null, null, null, 5],
    [5, null, null, null],
    [null, 5, null, null],
    [5, null, null, null],
    [null, null, 1, null],
    [null, null, 2, null],
  ])
  const plan = checkedPlan(market, {
    slots: ['09:00'],
    booths: [{ id: 'a', vacancies: ['lw-a'], tables: 1 }, { id: 'b', vacancies: ['lw-b'], tables: 3, open: [] }, { id: 'c', vacancies: ['lw-c'], tables: 1 }],
    access: ['kursi'],
    absent: ['absen'],
  })
  t.same(plan.without, [
    { seeker: 'tanpa', why: 'no-booth' },
    { seeker: 'jauh', why: 'no-booth' },
    { seeker: 'kursi', why: 'no-accessible-booth' },
    { seeker: 'tutup', why: 'no-open-table' },
    { seeker: 'absen', why: 'absent' },
    { seeker: 'penuh', why: 'full' },
  ])
  t.same(plan.interviews, [{ seeker: 'dapat', booth: 'c', vacancy: 'lw-c', slot: '09:00', score: 2 }])
  t.same(plan.proof.cuts.everybody, { booths: ['c'], slots: [], waves: [] }, 'the booth that is full')
})

t.test('no people, no booths, no slots, no tables: nothing, and it is proven', async t => {
  const none = everybodyEverywhere(0, 2)
  for (const [market, fair] of [
    [none, { slots: SLOTS, booths: booths(2, 1) }],
    [everybodyEverywhere(3, 2), { slots: SLOTS, booths: [] }],
    [everybodyEverywhere(3, 2), { slots: [], booths: booths(2, 1) }],
    [everybodyEverywhere(3, 2), { slots: SLOTS, booths: booths(2, 0) }],
    [everybodyEverywhere(3, 2), { slots: SLOTS, booths: booths(2, 1), hall: 0 }],
    [everybodyEverywhere(3, 2), { slots: SLOTS, booths: booths(2, 1), waves: [{ id: 'satu', slots: SLOTS, size: 0 }] }],
  ] as const) {
    const { interviews, without, proven } = checkedPlan(market, fair)
    t.same(interviews, [])
    t.equal(without.length, market.seekers.length)
    t.same(proven, { people: true, access: true, residents: true, score: true, slots: true })
  }
})

t.test('more people than places: the places are full, with those who score highest', async t => {
  const plan = checkedPlan(everybodyEverywhere(20, 1), { slots: SLOTS, booths: booths(1, 2) })
  t.same([...new Set(plan.interviews.map(({ seeker }) => seeker))].sort(), ['pk-12', 'pk-13', 'pk-14', 'pk-15', 'pk-16', 'pk-17', 'pk-18', 'pk-19'])
  t.equal(plan.proof.slotsUsed, 4)
  t.same(plan.proven, { people: true, access: true, residents: true, score: true, slots: true })
})

t.test('people come before scores: nobody has a second interview while somebody could have a first', async t => {
  const plan = checkedPlan(marketOf(['kuat', 'lemah'], ['lw-0', 'lw-1'], [[1000, 900], [1, null]]), { slots: SLOTS.slice(0, 1), booths: booths(2, 1), interviewsEach: 2 })
  t.same(plan.interviews.map(({ seeker, booth }) => [seeker, booth]), [['kuat', 'stan-1'], ['lemah', 'stan-0']])
})

t.test('a full day is edge colouring: everybody sees every booth in as many slots as there are booths or people', async t => {
  for (const [people, stands, tables, slots] of [[4, 4, 1, 4], [4, 2, 2, 2], [3, 4, 3, 4], [4, 3, 1, 4]] as const) {
    const plan = checkedPlan(everybodyEverywhere(people, stands), { slots: SLOTS, booths: booths(stands, tables), interviewsEach: 4 })
    t.equal(plan.interviews.length, people * stands)
    t.equal(plan.proof.slotsUsed, slots)
    t.same(plan.proven, { people: true, access: true, residents: true, score: true, slots: true })
  }
})

t.test('residents have their share first, and what they leave is for all', async t => {
  const market = everybodyEverywhere(10, 1)
  const fair: Fair = { slots: SLOTS, booths: booths(1, 1) }
  const served = (seekers: string[], perMille: number): string[] => checkedPlan(market, { ...fair, residents: { seekers, perMille } }).interviews.map(({ seeker }) => seeker).sort()
  t.same(served(['pk-0', 'pk-1', 'pk-2', 'pk-3', 'pk-4'], 500), ['pk-3', 'pk-4', 'pk-8', 'pk-9'])
  t.same(served(['pk-0'], 900), ['pk-0', 'pk-7', 'pk-8', 'pk-9'], 'one resident alone')
  t.same(served(['pk-6', 'pk-7', 'pk-8', 'pk-9'], 500), ['pk-6', 'pk-7', 'pk-8', 'pk-9'], 'residents may have more than the share')
  t.same(served(['pk-0'], 0), ['pk-6', 'pk-7', 'pk-8', 'pk-9'])
})

t.test('people who need an accessible booth come first, there alone, and early', async t => {
  const market = everybodyEverywhere(8, 2)
  const fair: Fair = { slots: SLOTS.slice(0, 2), booths: [{ ...booths(1, 1)[0]!, accessible: true }, booths(2, 1)[1]!], access: ['pk-0', 'pk-1', 'pk-2'] }
  const plan = checkedPlan(market, fair)
  t.same(plan.interviews.filter(({ booth }) => booth === 'stan-0').map(({ seeker }) => seeker).sort(), ['pk-1', 'pk-2'], 'the accessible booth is theirs')
  const one = checkedPlan(market, { ...fair, access: ['pk-0'] }).interviews.find(({ seeker }) => seeker === 'pk-0')
  t.match(one, { booth: 'stan-0', slot: '09:00' })
})

t.test('booths that are far apart leave a free slot between, near ones do not', async t => {
  const market = everybodyEverywhere(1, 2)
  const at = (x: number): Fair['booths'] => booths(2, 1).map((booth, n) => ({ ...booth, at: { x: n * x, y: 0 } }))
  const slots = (x: number): string[] => checkedPlan(market, { slots: SLOTS.slice(0, 3), booths: at(x), interviewsEach: 2, walk: 40 }).interviews.map(({ slot }) => slot)
  t.same(slots(40), ['09:00', '09:30'])
  t.same(slots(41), ['09:00', '10:00'])
})

t.test('waves bring no more than their size, in their slots alone', async t => {
  const fair: Fair = { slots: SLOTS, booths: booths(1, 5), waves: [{ id: 'pagi', slots: ['09:00'], size: 2 }, { id: 'siang', slots: ['10:00', '10:30'], size: 3 }] }
  const plan = checkedPlan(everybodyEverywhere(9, 1), fair)
  t.same(plan.invitations.map(({ wave }) => wave).sort(), ['pagi', 'pagi', 'siang', 'siang', 'siang'])
  t.notOk(plan.interviews.some(({ slot }) => slot === '09:30'))
  t.ok(plan.proven.people && plan.proven.score)
  t.same(plan.proof.cuts.everybody.waves, ['pagi', 'siang'], 'what is full is the waves')
})

t.test('the hall holds no more than it can, pauses counted', async t => {
  const plan = checkedPlan(everybodyEverywhere(6, 3), { slots: SLOTS, booths: booths(3, 2), interviewsEach: 3, hall: 2 })
  t.equal(plan.proof.people, 6)
  t.ok(plan.interviews.length <= 8)
})

t.test('a booth that is full is named, although the hall has room', async t => {
  const market = marketOf(['pk-0', 'pk-1', 'pk-2'], ['lw-0', 'lw-1'], [[1, null], [2, null], [3, null]])
  const plan = checkedPlan(market, { slots: SLOTS.slice(0, 1), booths: [booths(1, 1)[0]!, { ...booths(2, 3)[1]! }], hall: 3 })
  t.same(plan.proof.cuts.everybody, { booths: ['stan-0'], slots: [], waves: [] })
  t.ok(plan.proven.people && plan.proven.score)
})

t.test('a hall that is full is named, although its wave and its booths have room', async t => {
  const plan = checkedPlan(everybodyEverywhere(3, 2), { slots: SLOTS.slice(0, 1), booths: booths(2, 3), hall: 2, waves: [{ id: 'pagi', slots: SLOTS.slice(0, 1), size: 9 }] })
  t.same(plan.proof.cuts.everybody, { booths: ['stan-0', 'stan-1'], slots: ['09:00'], waves: [] })
  t.ok(plan.proven.people && plan.proven.score)
})

t.test('a further interview is never put before the wave somebody is invited with, unless the earlier one has room', async t => {
  const market = everybodyEverywhere(2, 2)
  const waves = (size: number): Fair['waves'] => [{ id: 'pagi', slots: ['09:00'], size }, { id: 'siang', slots: ['09:30'], size: 2 }]
  const fair: Fair = { slots: SLOTS.slice(0, 2), booths: booths(2, 2), interviewsEach: 2 }
  t.equal(checkedPlan(market, { ...fair, waves: waves(1) }).interviews.length, 3)
  t.equal(checkedPlan(market, { ...fair, waves: waves(2) }).interviews.length, 4)
})

t.test('days have no pauses where none are needed', async t => {
  const plan = checkedPlan(everybodyEverywhere(2, 3), { slots: SLOTS, booths: booths(3, 2), interviewsEach: 3 })
  t.same(plan.interviews.map(({ slot }) => slot), ['09:00', '09:30', '10:00', '09:00', '09:30', '10:00'])
})

t.test('progress is told, and a signal or a throw stops the work', async t => {
  const market = everybodyEverywhere(40, 2)
  const fair: Fair = { slots: SLOTS, booths: booths(2, 8) }
  const told: number[][] = []
  planFair(market, fair, { onProgress: (done, total) => told.push([done, total]) })
  t.ok(told.length > 0 && told.every(([done, total]) => done! <= total! && total === 64))
  t.throws(() => planFair(market, fair, { signal: AbortSignal.abort(new Error('berhenti')) }), /berhenti/)
  t.throws(() => planFair(market, fair, { onProgress: () => { throw new Error('cukup') } }), /cukup/)
})
