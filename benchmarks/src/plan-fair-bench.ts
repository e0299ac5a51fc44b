import { planFair, replanFair, verifyPlan, type Change, type Fair, type FairPlan, type Market } from '@padan/matcher/fair'
import { once } from './measure.ts'
import { peakMemory } from './peak-memory.ts'
import type { Row } from './row.ts'

const FIRMS = 64
const SLOTS = 16
const TABLES = 4
const VACANCIES_A_FIRM = 4
const ELIGIBLE = 50
const MILLISECONDS = 1000
const GREATEST_SCORE = 10_000_000

const WALK_INS = 500
const LATE = 200
/** A re-plan takes little: so many for each round, so that the median is not of three. */
const REPLANS_A_ROUND = 5
const PLAN_GOAL = 'value <= 10'
/** Of the time of the plan. */
const REPLAN_GOAL = 'ratio <= 0.1'

/**
 * An organiser's waiting: the whole day planned, checked by the verifier, and planned anew after a booth leaves, after two hundred people come late, and after some
 * stay away and walk-ins are there. Medians of the rounds; every plan is verified before it is timed, and what is proven is printed.
 */
export function planFairBench (numPeople: number, rounds: number): Row[] {
  const { market, fair } = bekasi(numPeople)
  const { result: plan, bytes } = peakMemory(onProgress => planFair(market, fair, { onProgress }))
  const bench = `fair day, ${numPeople.toLocaleString('en')} people, ${FIRMS} firms, ${SLOTS} slots`
  check(market, fair, plan)
  const changes: Array<readonly [name: string, change: Change]> = [
    ['a booth leaves', { leave: [fair.booths[0].id] }],
    [`${LATE} people come late`, { late: plan.interviews.slice(0, LATE).map(({ seeker }) => ({ seeker, from: fair.slots[SLOTS / 2] })) }],
    [`${LATE} stay away, ${WALK_INS} walk in`, { absent: plan.interviews.slice(0, LATE).map(({ seeker }) => seeker), walkIns: plan.without.slice(0, WALK_INS).map(({ seeker }) => seeker) }],
  ]
  const planned = medianSeconds(rounds, () => { planFair(market, fair) })
  const row = (name: string, value: number, goal: string | null, isPlan = false): Row => ({ bench, case: name, metric: 'time', value, unit: 's', ratioTo: isPlan ? null : 'plan', ratio: isPlan ? null : value / planned, goal })
  const rows = [row('plan', planned, PLAN_GOAL, true), row('verify', medianSeconds(rounds, () => { verifyPlan(market, fair, plan) }), null)]
  for (const [name, change] of changes) {
    const again = replanFair(market, fair, plan, change)
    check(market, again.fair, again.plan)
    rows.push(row(name, medianSeconds(REPLANS_A_ROUND * rounds, () => { replanFair(market, fair, plan, change) }), REPLAN_GOAL))
    rows.push({ ...row(name, again.moved.length, null, true), metric: 'appointments moved', unit: '' })
  }
  rows.push({ ...row('plan', plan.proof.people, null, true), metric: 'people with an interview, proven the most', unit: '' })
  rows.push({ ...row('plan', bytes / market.vacancy.length, null, true), metric: 'memory a pair, besides the market', unit: 'B' })
  return rows
}

/** A plan that is wrong, or whose number of people is not proven, is no result. */
function check (market: Market, fair: Fair, plan: FairPlan): void {
  const { ok, counts, proven } = verifyPlan(market, fair, plan)
  if (!ok || (!proven.people && fair.late === undefined)) throw new Error(`The plan does not stand: ${JSON.stringify({ counts, proven })}`)
}

function medianSeconds (rounds: number, work: () => void): number {
  return Array.from({ length: rounds }, () => once(work)).sort((a, b) => a - b)[rounds >> 1] / MILLISECONDS
}

/**
 * A day of Bekasi's size: 25,000 people, 64 firms with 3,000 seats in 256 vacancies, 16 slots of four tables a firm. Nine of ten places are reserved for residents,
 * three people in a hundred need an accessible booth, invitations go out in four waves, the hall bears 2,000. Invented by a seed.
 */
export function bekasi (numPeople: number): { market: Market, fair: Fair } {
  const next = dice(20_250_527)
  const below = (bound: number): number => Math.floor(next() * bound)
  const seekers = Array.from({ length: numPeople }, (_, n) => `pk-${n}`)
  const vacancies = Array.from({ length: FIRMS * VACANCIES_A_FIRM }, (_, n) => `lw-${n}`)
  // Some vacancies are wanted by many, as at every fair: the worth of a pair leans to the vacancy's own.
  const appeal = vacancies.map(() => below(GREATEST_SCORE / 2))
  const start = new Uint32Array(numPeople + 1)
  const vacancy = new Uint32Array(numPeople * ELIGIBLE)
  const score = new Int32Array(numPeople * ELIGIBLE)
  for (let person = 0; person < numPeople; person++) {
    start[person + 1] = start[person] + ELIGIBLE
    const own = new Set<number>()
    while (own.size < ELIGIBLE) own.add(below(vacancies.length))
    vacancy.set([...own].sort((a, b) => a - b), start[person])
    for (let pair = start[person]; pair < start[person + 1]; pair++) score[pair] = appeal[vacancy[pair]] + below(GREATEST_SCORE / 2)
  }
  const slots = Array.from({ length: SLOTS }, (_, n) => `${String(9 + (n >> 1)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`)
  const fair: Fair = {
    slots,
    booths: Array.from({ length: FIRMS }, (_, n) => ({
      id: `stan-${n + 1}`,
      vacancies: vacancies.slice(n * VACANCIES_A_FIRM, (n + 1) * VACANCIES_A_FIRM),
      tables: TABLES,
      accessible: n % 4 === 0,
      at: { x: (n % 8) * 12, y: (n >> 3) * 12 },
    })),
    interviewsEach: 3,
    hall: 2000,
    walk: 60,
    waves: [0, 4, 8, 12].map((from, n) => ({ id: `gelombang-${n + 1}`, slots: slots.slice(from, from + 4), size: 1200 })),
    residents: { seekers: seekers.filter(() => below(10) < 7), perMille: 900 },
    access: seekers.filter(() => below(100) < 3),
  }
  return { market: { seekers, vacancies, seats: new Uint32Array(vacancies.length).fill(12), start, vacancy, score, seekerRank: null, vacancyRank: null }, fair }
}

/** xorshift32: numbers from 0 to 1, the same on every machine. */
function dice (seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}
