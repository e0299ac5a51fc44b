import { readFileSync } from 'node:fs'
import t from 'tap'
import { planFair, replanFair, verifyPlan, type Change, type Fair } from '@padan/matcher/fair'
import { explainRecommendations, marketFromPreferences, placeBest, placeStable, recommendAll, verifyBest, verifyLists, verifyStable, whyNot, type Market, type StableOptions } from '@padan/matcher/placement'
import { marketOf as fairMarket } from '../fair/small-fairs.ts'
import { marketOf } from './best-markets.ts'

/** Ani and Budi may be at the office (1 seat), Citra nowhere. */
const people = { ...marketOf([[5], [4], [null]], [1]), seekers: ['ani', 'budi', 'citra'], vacancies: ['office'] }
const noSeats: Market = { ...people, seats: Uint32Array.of(0) }
const fixed = [{ seekerId: 'ani', vacancyId: 'office' }]
const both = [...fixed, { seekerId: 'budi', vacancyId: 'office' }]
const office = { vacancyId: 'office', group: 'home', label: 'near' }
const groups = { home: ['near', 'far', 'near'] }
const members = [{ vacancyId: 'office' }]

/** A row of the page: what was asked, and what it answers. */
interface Row {
  asked: string
  says: string
  /** Returns or throws what the page says. */
  answer: () => string
}

function stableRow (asked: string, says: string, options: StableOptions): Row {
  return { asked, says, answer: () => thrown(() => placeStable(people, options)) }
}

/** Reason, and what would change it, at the only vacancy. */
function reasonOf (market: Market, options: StableOptions, seekerId: string): string {
  const placed = placeStable(market, options)
  if (!verifyStable(market, placed).ok) throw new Error('not stable')
  return whyNot(market, placed, seekerId).map(({ reason, changes }) => [`unplaced: ${reason}`, ...changes.map(({ change, by }) => `${change} ${by}`)].join(', ')).join('; ') || 'unplaced, and no reasons: nobody listed them'
}

const ERRORS: readonly Row[] = [
  stableRow('a cap below the people fixed under it', "Cap set 'firm' may have at most 0 people, and 1 are fixed there.", { fixed, caps: [{ id: 'firm', atMost: 0, members }] }),
  stableRow('a type cap below the people fixed under it', "Vacancy 'office' may have at most 0 of 'near', and 1 are fixed there.", { fixed, groups, typeCaps: [{ ...office, atMost: 0 }] }),
  stableRow('parts of a label cap above the cap', "The parts of label cap 'school' add up to 2, and it may have at most 1.", { groups, labelCaps: [{ id: 'school', group: 'home', label: 'near', atMost: 1, members: [{ vacancyId: 'office', atMost: 2 }] }] }),
  stableRow('more people fixed than seats', "Vacancy 'office' has 1 seats, and more people are fixed there.", { fixed: both }),
  stableRow('somebody fixed and withdrawn', "Seeker 'ani' is fixed and withdrawn; choose one.", { fixed, withdrawn: { seekers: ['ani'] } }),
  stableRow('somebody fixed where they are refused', "Seeker 'ani' is fixed at vacancy 'office', and the pair is refused; choose one.", { fixed, refusals: [{ ...fixed[0]!, by: 'vacancy' }] }),
  stableRow('reserves above the seats', "Vacancy 'office' has 1 seats, and 2 are reserved.", { groups, reserves: [{ ...office, seats: 2 }] }),
  stableRow('a reserve above the type cap', "Vacancy 'office' reserves 1 seats for 'near', and may have at most 0 of them.", { groups, reserves: [{ ...office, seats: 1 }], typeCaps: [{ ...office, atMost: 0 }] }),
  stableRow('targets above the cap', "The targets of cap set 'firm' add up to 2, and it may have at most 1.", { caps: [{ id: 'firm', atMost: 1, members: [{ vacancyId: 'office', target: 2 }] }] }),
  stableRow('caps that cross', "The vacancy 'office' is a member of 'firm' and of 'town'; cap sets must be nested or disjoint, and each member is named once.", { caps: [{ id: 'firm', atMost: 1, members }, { id: 'town', atMost: 1, members }] }),
  { asked: 'the greatest total with more fixed than seats', says: "The fixed pair of seeker 'budi' and vacancy 'office' finds no seat: the vacancy has 1; raise its seats, or fix fewer.", answer: () => thrown(() => placeBest(people, { fixed: both })) },
  { asked: 'the greatest total without scores', says: 'market.score is null, and the best placement needs a score for each pair: make the market from ledgers or costs, or use placeStable for preferences.', answer: () => thrown(() => placeBest({ ...people, score: null })) },
  { asked: 'recommendations without scores', says: 'The market has no scores, and recommending weighs scores; make it from ledgers or from costs.', answer: () => thrown(() => recommendAll({ ...people, score: null })) },
]

const REPORTS: readonly Row[] = [
  { asked: 'a person whom no vacancy may have', says: 'unplaced, and no reasons: nobody listed them', answer: () => reasonOf(people, {}, 'citra') },
  {
    asked: 'a person who lists a firm that does not list them',
    says: 'unplaced; `oneSided` names the pair',
    answer: () => {
      const { market, oneSided } = marketFromPreferences({ seekers: [{ id: 'ani', prefers: ['office'] }], vacancies: [{ id: 'office', seats: 1, prefers: [] }] })
      return placeStable(market).vacancyOf[0] === -1 && oneSided.length === 1 && oneSided[0]!.seeker === 'ani' ? 'unplaced; `oneSided` names the pair' : 'something else'
    }
  },
  { asked: 'no seats', says: 'unplaced: no-seats, more-seats 1', answer: () => reasonOf(noSeats, {}, 'ani') },
  { asked: 'a cap of nobody', says: 'unplaced: cap, higher-cap 2', answer: () => reasonOf(people, { caps: [{ id: 'firm', atMost: 0, members }] }, 'ani') },
  { asked: 'a share that is less than one person', says: 'unplaced: cap, higher-cap 2', answer: () => reasonOf(people, { caps: [{ id: 'firm', share: { perMille: 200, of: 4 }, members }] }, 'ani') },
  { asked: 'a type cap of nobody', says: 'unplaced: type-cap, higher-type-cap 1', answer: () => reasonOf(people, { groups, typeCaps: [{ ...office, atMost: 0 }] }, 'ani') },
  { asked: 'a reserve for a group that does not come', says: 'the seat is open to all', answer: () => placeStable(people, { groups, reserves: [{ ...office, label: 'nobody', seats: 1 }] }).vacancyOf[0] === 0 ? 'the seat is open to all' : 'something else' },
  { asked: 'everybody refused', says: 'unplaced: refused, lift-refusal 1', answer: () => reasonOf(people, { refusals: both.map(pair => ({ ...pair, by: 'vacancy' as const })) }, 'budi') },
  {
    asked: 'the greatest total of nothing: no seats',
    says: 'unplaced: no-seats, more-seats 2',
    answer: () => {
      const placed = placeBest(noSeats)
      return verifyBest(noSeats, placed).ok && placed.placed === 0 ? whyNot(noSeats, placed, 'ani').map(({ reason, changes }) => `unplaced: ${reason}, ${changes[0]!.change} ${changes[0]!.by}`).join() : 'something else'
    }
  },
  {
    asked: 'recommendations for somebody without a seat to go to',
    says: 'an empty list',
    answer: () => {
      const lists = recommendAll(people)
      return verifyLists(people, lists).ok && explainRecommendations(people, lists, 2).list.length === 0 ? 'an empty list' : 'something else'
    }
  },
]

const hall = fairMarket(['pk-1', 'pk-2'], ['lw-1', 'lw-2'], [[1, 2], [3, 4]])
const day: Fair = { slots: ['09:00', '09:30'], booths: [{ id: 'A', vacancies: ['lw-1'], tables: 1, at: { x: 0, y: 0 } }, { id: 'B', vacancies: ['lw-2'], tables: 1, at: { x: 100, y: 0 } }] }

/** Interviews of each person, and why those without have none, of a plan that the verifier passes. */
function dayOf (fair: Fair, market: Market = hall): string {
  const plan = planFair(market, fair)
  if (!verifyPlan(market, fair, plan).ok) throw new Error('not a plan')
  return [...market.seekers.map(id => `${plan.interviews.filter(({ seeker }) => seeker === id).length}`), ...plan.without.map(({ why }) => why)].join(', ')
}

function fairError (asked: string, says: string, change: Partial<Record<keyof Fair, unknown>>): Row {
  return { asked, says, answer: () => thrown(() => planFair(hall, { ...day, ...change } as Fair)) }
}

function changeError (asked: string, says: string, change: Change): Row {
  return { asked, says, answer: () => thrown(() => replanFair(hall, day, planFair(hall, day), change)) }
}

const FAIR_ERRORS: readonly Row[] = [
  fairError('a vacancy at two booths', "The vacancy 'lw-1' is at booth 'A' and again at booth 'B'; give it one.", { booths: [day.booths[0], { ...day.booths[1], vacancies: ['lw-1'] }] }),
  fairError('a slot in two waves', "The slot '09:00' is in wave 'one' and again in wave 'two'; give it one.", { waves: [{ id: 'one', slots: ['09:00'], size: 1 }, { id: 'two', slots: ['09:00'], size: 1 }] }),
  fairError('no interviews for one person', 'interviewsEach must be a whole number from 1, got 0.', { interviewsEach: 0 }),
  fairError('more residents than all', 'residents.perMille must be a whole number from 0 to 1000, got 1001.', { residents: { seekers: [], perMille: 1001 } }),
  fairError('somebody who comes when the day is over', "Seeker 'pk-1' comes late in the slot '12:00', which is not there; check the spelling.", { late: [{ seeker: 'pk-1', from: '12:00' }] }),
  changeError('a booth that leaves and has new hours', "Booth 'A' leaves and has new hours; choose one.", { leave: ['A'], hours: [{ booth: 'A', open: ['09:30'] }] }),
  changeError('new hours of a booth twice', "hours has the booth 'A' twice; give its hours once.", { hours: [{ booth: 'A', open: [] }, { booth: 'A', open: ['09:30'] }] }),
  changeError('somebody who stays away and walks in', "Seeker 'pk-1' is absent and walks in; choose one.", { absent: ['pk-1'], walkIns: ['pk-1'] }),
  { asked: 'somebody late who was interviewed already', says: "Seeker 'pk-2' has had an interview already and cannot come late.", answer: () => thrown(() => replanFair(hall, day, planFair(hall, day), { now: '09:30', late: [{ seeker: 'pk-2', from: '09:30' }] })) },
]

const FAIR_REPORTS: readonly Row[] = [
  { asked: 'a person with no booth', says: '1, 0, no-booth', answer: () => dayOf(day, fairMarket(['pk-1', 'pk-2'], ['lw-1', 'lw-2'], [[1, null], [null, null]])) },
  { asked: 'a person who needs access, and no accessible booth', says: '1, 0, no-accessible-booth', answer: () => dayOf({ ...day, access: ['pk-2'] }) },
  { asked: 'no slots', says: '0, 0, no-open-table, no-open-table', answer: () => dayOf({ ...day, slots: [] }) },
  { asked: 'no tables', says: '0, 0, no-open-table, no-open-table', answer: () => dayOf({ ...day, booths: day.booths.map(booth => ({ ...booth, tables: 0 })) }) },
  { asked: 'booths that never open', says: '0, 0, no-open-table, no-open-table', answer: () => dayOf({ ...day, booths: day.booths.map(booth => ({ ...booth, open: [] })) }) },
  { asked: 'a hall for nobody', says: '0, 0, full, full', answer: () => dayOf({ ...day, hall: 0 }) },
  { asked: 'a wave of nobody', says: '0, 0, full, full', answer: () => dayOf({ ...day, waves: [{ id: 'one', slots: day.slots, size: 0 }] }) },
  { asked: 'two interviews each, two slots, and a way a millimetre too long for the break', says: '1, 1', answer: () => dayOf({ ...day, interviewsEach: 2, walk: 99.999 }) },
  { asked: 'the same, where the way takes no longer than the break', says: '2, 2', answer: () => dayOf({ ...day, interviewsEach: 2, walk: 100 }) },
  { asked: 'more interviews each than slots', says: '2, 2', answer: () => dayOf({ ...day, interviewsEach: 9 }) },
  { asked: 'somebody who does not come', says: '1, 0, absent', answer: () => dayOf({ ...day, absent: ['pk-2'] }) },
  {
    asked: 'the only open booth leaves',
    says: 'everybody cancelled, none added',
    answer: () => {
      const only = { ...day, booths: [day.booths[0]!] }
      const { fair, plan, cancelled, added } = replanFair(hall, only, planFair(hall, only), { leave: ['A'] })
      return verifyPlan(hall, fair, plan).ok && cancelled.length === 2 && plan.without.every(({ why }) => why === 'no-open-table') && added.length === 0 ? 'everybody cancelled, none added' : 'something else'
    }
  },
]

function thrown (work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return error instanceof RangeError || error instanceof TypeError ? error.message : `thrown: ${String(error)}`
  }
  return 'no error'
}

for (const [page, tables] of [['placement.md', { ERRORS, REPORTS }], ['fair.md', { ERRORS: FAIR_ERRORS, REPORTS: FAIR_REPORTS }]] as const) {
  t.test(`what cannot be done is an error or a report, as docs/${page} has it`, async t => {
    const text = readFileSync(new URL(`../../../../docs/${page}`, import.meta.url), 'utf8')
    const section = text.slice(text.indexOf('## When it cannot be done'))
    const rows = [...section.slice(0, section.indexOf('\n## ', 4)).matchAll(/^\| (?!asked|---)(.*?) \| (.*?) \|$/gm)].map(([, asked, says]) => [asked, says])
    const expected = [...tables.ERRORS, ...tables.REPORTS]
    t.same(rows, expected.map(({ asked, says }) => [asked, says]), 'the page has these rows and no other')
    for (const { asked, says, answer } of expected) t.equal(answer(), says, asked)
  })
}
