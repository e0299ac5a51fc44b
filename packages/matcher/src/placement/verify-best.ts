import { checkMarket } from './check-market.ts'
import { NOWHERE, type Market } from './market.ts'
import type { BestPlacement } from './place-best.ts'
import { Pulse } from './pulse.ts'
import { checkVerifyOptions, Findings, type Verdict, type VerifyOptions } from './verdict.ts'

/**
 * Checks a best placement against the market and the terms it carries. First that it may be at all:
 * - `no-such-vacancy`: the number of a place is neither a vacancy's nor NOWHERE (`place`);
 * - `not-fixed`: somebody who is fixed is elsewhere;
 * - `not-listed`, `refused`: placed on a pair that the market does not list, or that is refused;
 * - `over-seats` (`placed`, `seats`), and `wrong-count`, `wrong-total` (`stated`, `found`).
 *
 * Then that nothing better can be, by its duals: each pair that may be used is worth (p, score), where p is 1 if people come first and 0
 * otherwise; each seeker has a dual (cover, surplus), each seat its vacancy's (cover, price). Such couples are added part by part and
 * compared by the first part and then the second. What must hold:
 * - `not-whole`: duals are whole numbers;
 * - `negative-dual`: no dual is below (0, 0), but for seekers who are fixed;
 * - `pair-above-duals`: seeker's and vacancy's dual are together at least what the pair is worth, for every pair of a seeker who is not fixed;
 * - `not-tight`: and equal to it for every pair placed;
 * - `idle-dual`: a seeker who is unplaced and a vacancy with a free seat have the dual (0, 0).
 *
 * Why that is enough: the duals of all seekers and all seats have some sum D. Any placement is worth at most D, since each of its pairs is
 * worth at most its two duals, no dual is used twice, and those left over are not below (0, 0). This placement is worth D, since its pairs
 * are worth just their duals, and those left over are (0, 0). (A fixed seeker is on the same pair in every placement, for the same worth.)
 * The sum D itself is never formed. Totals stay below 2^53, or RangeError is thrown: 4 million seekers with any scores of 32 bits, 900
 * million with those of ledgers. Two duals, each within 2^53, compare with a score rightly even where their sum is rounded.
 *
 * O(pairs).
 */
export function verifyBest (market: Market, placement: BestPlacement, options: VerifyOptions = {}): Verdict {
  checkVerifyOptions(options)
  checkMarket(market)
  checkShapes(market, placement)
  const findings = new Findings(options.limit)
  const pulse = new Pulse(options, market.seekers.length + market.vacancy.length)
  const terms = readTerms(market, placement)
  checkPlaces(market, placement, terms, findings, pulse)
  // Duals prove something of places that are.
  if (findings.size === 0) checkDuals(market, placement, terms, findings, pulse)
  pulse.end()
  return findings.verdict('best')
}

/** The terms by number. */
interface Terms {
  people: 0 | 1
  score: Int32Array
  fixedAt: Map<number, number>
  /** Refused vacancies of a seeker. */
  refusedBy: Map<number, Set<number>>
}

function checkShapes ({ seekers, vacancies, score }: Market, { vacancyOf, seekerSurplus, vacancyPrice, seekerCover, vacancyCover, options }: BestPlacement): void {
  if (score === null) throw new RangeError('market.score is null, and a best placement is judged by scores; give the market it was made from.')
  if (!(vacancyOf instanceof Int32Array)) throw new TypeError('placement.vacancyOf must be an Int32Array.')
  const sizes: Array<[string, ArrayLike<number> | null, number]> = [
    ['vacancyOf', vacancyOf, seekers.length], ['seekerSurplus', seekerSurplus, seekers.length], ['vacancyPrice', vacancyPrice, vacancies.length],
    ...options.objective === 'people-first' ? [['seekerCover', seekerCover, seekers.length], ['vacancyCover', vacancyCover, vacancies.length]] as Array<[string, ArrayLike<number>, number]> : [],
  ]
  for (const [name, array, size] of sizes) {
    if (array?.length !== size) throw new RangeError(`placement.${name} must have ${size} numbers, got ${array === null || array === undefined ? String(array) : array.length}; give the market it was made from.`)
  }
  if (options.objective !== 'score' && options.objective !== 'people-first') throw new RangeError(`placement.options.objective must be 'score' or 'people-first', got '${String(options.objective)}'.`)
  const most = score.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
  if (seekers.length * most > Number.MAX_SAFE_INTEGER) throw new RangeError(`${seekers.length} seekers with scores up to ${most} can have totals that are not exact.`)
}

function readTerms ({ seekers, vacancies, score }: Market, { options: { objective, fixed, refusals } }: BestPlacement): Terms {
  const numberOf = (ids: readonly string[]): (id: string) => number => {
    const numbers = new Map(ids.map((id, number) => [id, number]))
    return id => {
      const number = numbers.get(id)
      if (number === undefined) throw new RangeError(`placement.options names '${String(id)}', which is not in the market.`)
      return number
    }
  }
  const seeker = numberOf(seekers)
  const vacancy = numberOf(vacancies)
  const refusedBy = new Map<number, Set<number>>()
  for (const { seekerId, vacancyId } of refusals) refusedBy.set(seeker(seekerId), (refusedBy.get(seeker(seekerId)) ?? new Set()).add(vacancy(vacancyId)))
  return {
    people: objective === 'people-first' ? 1 : 0,
    score: score!,
    fixedAt: new Map(fixed.map(({ seekerId, vacancyId }) => [seeker(seekerId), vacancy(vacancyId)])),
    refusedBy,
  }
}

function checkPlaces (market: Market, placement: BestPlacement, { score, fixedAt, refusedBy }: Terms, findings: Findings, pulse: Pulse): void {
  const { seekers, vacancies, seats } = market
  const taken = vacancies.map(() => 0)
  let placed = 0
  let total = 0
  placement.vacancyOf.forEach((to, seeker) => {
    pulse.step()
    const id = seekers[seeker]
    const fixed = fixedAt.get(seeker)
    if (fixed !== undefined && fixed !== to) findings.add('not-fixed', id, vacancies[fixed], { place: to })
    if (to === NOWHERE) return
    if (to < 0 || to >= vacancies.length) {
      findings.add('no-such-vacancy', id, null, { place: to })
      return
    }
    taken[to]++
    placed++
    const pair = pairOf(market, seeker, to)
    if (pair === -1) findings.add('not-listed', id, vacancies[to])
    else total += score[pair]
    if (refusedBy.get(seeker)?.has(to) === true) findings.add('refused', id, vacancies[to])
  })
  taken.forEach((count, vacancy) => {
    if (count > seats[vacancy]) findings.add('over-seats', null, vacancies[vacancy], { placed: count, seats: seats[vacancy] })
  })
  if (placed !== placement.placed) findings.add('wrong-count', null, null, { stated: placement.placed, found: placed })
  if (total !== placement.total) findings.add('wrong-total', null, null, { stated: placement.total, found: total })
}

function checkDuals (market: Market, placement: BestPlacement, { people, score, fixedAt, refusedBy }: Terms, findings: Findings, pulse: Pulse): void {
  const { seekers, vacancies, seats, start, vacancy } = market
  const { vacancyOf, seekerSurplus, vacancyPrice } = placement
  const seekerCover = people === 1 ? placement.seekerCover! : seekers.map(() => 0)
  const vacancyCover = people === 1 ? placement.vacancyCover! : vacancies.map(() => 0)
  const isWhole = (cover: number, dual: number): boolean => Number.isSafeInteger(cover) && Number.isSafeInteger(dual)
  seekers.forEach((id, seeker) => {
    pulse.step(start[seeker + 1] - start[seeker])
    const cover = seekerCover[seeker]
    const surplus = seekerSurplus[seeker]
    const place = vacancyOf[seeker]
    if (!isWhole(cover, surplus)) findings.add('not-whole', id, null, { cover, dual: surplus })
    if (!fixedAt.has(seeker) && isBelow(cover, surplus, 0, 0)) findings.add('negative-dual', id, null, { cover, dual: surplus })
    if (place === NOWHERE && (cover !== 0 || surplus !== 0)) findings.add('idle-dual', id, null, { cover, dual: surplus })
    for (let pair = start[seeker]; pair < start[seeker + 1]; pair++) {
      const to = vacancy[pair]
      const covers = cover + vacancyCover[to]
      const duals = surplus + vacancyPrice[to]
      if (to === place && (covers !== people || duals !== score[pair])) findings.add('not-tight', id, vacancies[to], { covers, duals, score: score[pair] })
      if (fixedAt.has(seeker) || refusedBy.get(seeker)?.has(to) === true) continue
      if (isBelow(covers, duals, people, score[pair])) findings.add('pair-above-duals', id, vacancies[to], { covers, duals, score: score[pair] })
    }
  })
  const seatsLeft = [...seats]
  for (const to of vacancyOf) if (to !== NOWHERE) seatsLeft[to]--
  vacancies.forEach((id, vacancy) => {
    const cover = vacancyCover[vacancy]
    const price = vacancyPrice[vacancy]
    if (!isWhole(cover, price)) findings.add('not-whole', null, id, { cover, dual: price })
    if (isBelow(cover, price, 0, 0)) findings.add('negative-dual', null, id, { cover, dual: price })
    if (seatsLeft[vacancy] > 0 && (cover !== 0 || price !== 0)) findings.add('idle-dual', null, id, { cover, dual: price })
  })
}

/** Whether the couple (a, b) comes before (c, d). */
function isBelow (a: number, b: number, c: number, d: number): boolean {
  return a < c || (a === c && b < d)
}

function pairOf ({ start, vacancy }: Market, seeker: number, wanted: number): number {
  return vacancy.subarray(0, start[seeker + 1]).indexOf(wanted, start[seeker])
}
