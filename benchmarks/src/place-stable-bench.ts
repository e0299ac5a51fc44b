import { placeStable, verifyStable, type Market, type StableOptions } from '@padan/matcher/placement'
import { measure, once, quantile } from './measure.ts'
import { heapStable } from './peers/heap-stable.ts'
import { peakMemory } from './peak-memory.ts'
import { randomLists, type MarketSize, type PreferenceLists } from './placement-markets.ts'
import type { Row } from './row.ts'
import { spread } from './spread.ts'

const SEED = 20_261_121
/** Vacancies of one firm. */
const FIRM = 5

/** Residents with full lists, and trainees with short ones; a fifth of the people can have no seat, so that the whole market is contested. */
const SIZES: readonly (MarketSize & { name: string })[] = [
  { name: 'residents, full lists', seekers: 50_000, vacancies: 35, listed: 35, seats: 40_000 },
  { name: 'trainees, lists of 50', seekers: 10_000, vacancies: 1000, listed: 50, seats: 8000 },
]

const OURS = 'placeStable'
/** Stated for the full size. */
const GOAL = 'ratio >= 5'

/**
 * placeStable beside a plain implementation with Maps and heaps, each from its own natural input: a market, with all its checks, and lists. What
 * they find is compared first. `share` of the full size: fewer seekers and seats for as many vacancies.
 */
export async function placeStableBench (share: number, rounds: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const full of SIZES) {
    const size = { ...full, seekers: Math.round(share * full.seekers), seats: Math.round(share * full.seats) }
    const lists = randomLists(size, SEED)
    const market = marketOf(lists)
    const own = placeStable(market)
    const theirs = heapStable(lists.seats, lists.ofSeekers, lists.ofVacancies)
    if (own.vacancyOf.some((to, seeker) => to !== theirs[seeker])) throw new Error(`placeStable and the heap-based implementation place people differently: ${size.name}.`)
    const times = await measure([market], { rounds }, input => placeStable(input).proposals)
    const heap = await measure([lists], { rounds }, ({ seats, ofSeekers, ofVacancies }) => heapStable(seats, ofSeekers, ofVacancies)[0])
    const ruled = rulesFor(market)
    const withRules = await measure([market], { rounds }, input => placeStable(input, ruled).proposals)
    const bench = `stable, ${size.seekers.toLocaleString('en')} x ${size.vacancies.toLocaleString('en')} ${size.name}`
    const row = (name: string, metric: string, value: number, unit: string): Row => ({ bench, case: name, metric, value, unit, ratioTo: null, ratio: null, goal: null })
    const { bytes } = peakMemory(onProgress => placeStable(market, { onProgress }))
    rows.push(
      ...spread(times, { bench, case: OURS }),
      ...spread(heap, { bench, case: 'Maps and heaps', index: times, ours: OURS, goal: share === 1 ? GOAL : null }),
      ...spread(withRules, { bench, case: `${OURS}, caps and reserves` }),
      row(OURS, 'a pair', 1e6 * quantile(times, 0.5) / market.vacancy.length, 'ns'),
      row(OURS, 'memory a pair, besides the market', bytes / market.vacancy.length, 'B'),
      row('verifier', 'once', once(() => { if (!verifyStable(market, own).ok) throw new Error('The placement is not stable.') }), 'ms')
    )
  }
  return rows
}

/** Firms of five vacancies that have a tenth fewer places than seats, the whole with a fifth fewer, and a seat in each vacancy for one person in seven. */
function rulesFor ({ seekers, vacancies, seats }: Market): StableOptions {
  const firms = Array.from({ length: Math.ceil(vacancies.length / FIRM) }, (_, firm) => {
    const first = firm * FIRM
    const room = seats.slice(first, first + FIRM).reduce((a, b) => a + b, 0)
    return { id: `firm ${firm}`, atMost: Math.floor(0.9 * room), members: vacancies.slice(first, first + FIRM).map(vacancyId => ({ vacancyId })) }
  })
  const all = seats.reduce((a, b) => a + b, 0)
  return {
    caps: [...firms, { id: 'all', atMost: Math.floor(0.8 * all), members: firms.map(({ id }) => ({ setId: id })) }],
    groups: { home: seekers.map((_, at) => at % 7 === 0 ? 'elsewhere' : 'here') },
    reserves: vacancies.filter((_, at) => seats[at] > 0).map(vacancyId => ({ vacancyId, group: 'home', label: 'elsewhere', seats: 1 })),
  }
}

/** The same lists as a market: pairs by seeker, vacancies ascending, ranks from the places on the lists. */
function marketOf ({ seats, ofSeekers, ofVacancies }: PreferenceLists): Market {
  const start = new Uint32Array(ofSeekers.length + 1)
  ofSeekers.forEach((list, seeker) => { start[seeker + 1] = start[seeker] + list.length })
  const numPairs = start[ofSeekers.length]
  const vacancy = new Uint32Array(numPairs)
  const seekerRank = new Uint32Array(numPairs)
  const vacancyRank = new Uint32Array(numPairs)
  ofSeekers.forEach((list, seeker) => {
    const byNumber = Array.from(list.keys()).sort((a, b) => list[a] - list[b])
    byNumber.forEach((rank, at) => {
      vacancy[start[seeker] + at] = list[rank]
      seekerRank[start[seeker] + at] = rank
    })
  })
  const pairAt = ofSeekers.map((_, seeker) => new Map(Array.from(vacancy.subarray(start[seeker], start[seeker + 1]), (to, at) => [to, start[seeker] + at])))
  ofVacancies.forEach((list, to) => list.forEach((seeker, rank) => { vacancyRank[pairAt[seeker].get(to) as number] = rank }))
  return {
    seekers: ofSeekers.map((_, at) => `s${at}`),
    vacancies: ofVacancies.map((_, at) => `v${at}`),
    seats,
    start,
    vacancy,
    score: null,
    seekerRank,
    vacancyRank,
  }
}
