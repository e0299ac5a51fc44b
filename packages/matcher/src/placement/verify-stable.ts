import { checkMarket } from './check-market.ts'
import { NOWHERE, type Market } from './market.ts'
import type { StablePlacement } from './place-stable.ts'
import { compareEquals } from './ties.ts'
import { Findings, type Verdict, type VerifyOptions } from './verdict.ts'

/**
 * Checks a stable placement against the market and the terms it carries, from the definitions alone. Codes of violations:
 * - `no-such-vacancy`: the number of a place is neither a vacancy's nor NOWHERE (`place`);
 * - `not-fixed`: somebody who is fixed is elsewhere;
 * - `withdrawn-seeker`, `withdrawn-vacancy`: placed, though the one or the other takes no part;
 * - `not-listed`, `refused` (`by`): placed on a pair that the market does not list, or that a side refused;
 * - `over-seats` (`placed`, `seats`);
 * - `blocking-pair` (`insteadOf`, the last in line of those placed there, or null where a seat is free).
 * O(pairs), and the ids of lotteries are hashed again wherever equals meet.
 */
export function verifyStable (market: Market, placement: StablePlacement, { limit }: VerifyOptions = {}): Verdict {
  checkMarket(market)
  const { vacancyOf } = placement
  if (!(vacancyOf instanceof Int32Array)) throw new TypeError('placement.vacancyOf must be an Int32Array.')
  if (vacancyOf.length !== market.seekers.length) throw new RangeError(`placement.vacancyOf must have ${market.seekers.length} numbers (one a seeker), got ${vacancyOf.length}.`)
  const findings = new Findings(limit)
  const claims = new Claims(market, placement)
  checkPlaces(claims, findings)
  checkSeats(claims, findings)
  // Who blocks is only asked where everybody sits on a place that is.
  if (findings.size === 0) checkBlocking(claims, findings)
  return findings.verdict('stable')
}

/** The terms by number, and who sits where. */
class Claims {
  readonly market: Market
  readonly placement: StablePlacement
  readonly fixedAt = new Map<number, number>()
  readonly goneSeekers: ReadonlySet<number>
  readonly goneVacancies: ReadonlySet<number>
  /** Who refused a pair, by seeker * vacancies + vacancy. */
  readonly refusedBy = new Map<number, string>()
  readonly admitted: readonly number[][]

  constructor (market: Market, placement: StablePlacement) {
    const { seekers, vacancies } = market
    const { fixed, refusals, withdrawn } = placement.options
    const seeker = new Map(seekers.map((id, at) => [id, at]))
    const vacancy = new Map(vacancies.map((id, at) => [id, at]))
    const at = (numbers: Map<string, number>, id: string): number => {
      const found = numbers.get(id)
      if (found === undefined) throw new RangeError(`placement.options names '${id}', which is not in the market.`)
      return found
    }
    this.market = market
    this.placement = placement
    for (const { seekerId, vacancyId } of fixed) this.fixedAt.set(at(seeker, seekerId), at(vacancy, vacancyId))
    for (const { seekerId, vacancyId, by } of refusals) this.refusedBy.set(at(seeker, seekerId) * vacancies.length + at(vacancy, vacancyId), by)
    this.goneSeekers = new Set(withdrawn.seekers.map(id => at(seeker, id)))
    this.goneVacancies = new Set(withdrawn.vacancies.map(id => at(vacancy, id)))
    this.admitted = vacancies.map(() => [])
    placement.vacancyOf.forEach((to, who) => { this.admitted[to]?.push(who) })
  }

  refused (seeker: number, vacancy: number): string | undefined {
    return this.refusedBy.get(seeker * this.market.vacancies.length + vacancy)
  }

  pair (seeker: number, vacancy: number): number {
    const { start, vacancy: vacancyOfPair } = this.market
    return vacancyOfPair.subarray(0, start[seeker + 1]).indexOf(vacancy, start[seeker])
  }
}

function checkPlaces (claims: Claims, findings: Findings): void {
  const { market: { seekers, vacancies }, placement: { vacancyOf } } = claims
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    const id = seekers[seeker]
    const to = vacancyOf[seeker]
    const fixed = claims.fixedAt.get(seeker)
    if (fixed !== undefined) {
      if (fixed !== to) findings.add('not-fixed', id, vacancies[fixed], { place: to })
      continue
    }
    if (to === NOWHERE) continue
    if (to < 0 || to >= vacancies.length) {
      findings.add('no-such-vacancy', id, null, { place: to })
      continue
    }
    const by = claims.refused(seeker, to)
    if (claims.goneSeekers.has(seeker)) findings.add('withdrawn-seeker', id, vacancies[to])
    if (claims.goneVacancies.has(to)) findings.add('withdrawn-vacancy', id, vacancies[to])
    if (claims.pair(seeker, to) === -1) findings.add('not-listed', id, vacancies[to])
    if (by !== undefined) findings.add('refused', id, vacancies[to], { by })
  }
}

function checkSeats ({ market: { vacancies, seats }, admitted }: Claims, findings: Findings): void {
  admitted.forEach((there, vacancy) => {
    if (there.length > seats[vacancy]) findings.add('over-seats', null, vacancies[vacancy], { placed: there.length, seats: seats[vacancy] })
  })
}

function checkBlocking (claims: Claims, findings: Findings): void {
  const { market, placement: { vacancyOf, options: { ties } } } = claims
  const { seekers, vacancies, seats, start, vacancy, seekerRank, vacancyRank } = market
  /** Below zero where `vacancy` takes the seeker of pair `a` before that of pair `b`. */
  const inLine = (at: number, seekerA: number, a: number, seekerB: number, b: number): number =>
    (vacancyRank === null ? 0 : vacancyRank[a] - vacancyRank[b]) || compareEquals(ties, vacancies[at], seekers[seekerA], seekers[seekerB])
  // The last in line of those at each vacancy who are not fixed there.
  const last = claims.admitted.map((there, at) => there.reduce((worst, seeker) => {
    if (claims.fixedAt.has(seeker)) return worst
    return worst === -1 || inLine(at, worst, claims.pair(worst, at), seeker, claims.pair(seeker, at)) < 0 ? seeker : worst
  }, -1))
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    if (claims.fixedAt.has(seeker) || claims.goneSeekers.has(seeker)) continue
    const own = vacancyOf[seeker]
    const ownPair = own === NOWHERE ? -1 : claims.pair(seeker, own)
    for (let pair = start[seeker]; pair < start[seeker + 1]; pair++) {
      const to = vacancy[pair]
      if (to === own || claims.goneVacancies.has(to) || claims.refused(seeker, to) !== undefined) continue
      const wants = own === NOWHERE || ((seekerRank === null ? 0 : seekerRank[pair] - seekerRank[ownPair]) || compareEquals(ties, seekers[seeker], vacancies[to], vacancies[own])) < 0
      if (!wants) continue
      const hasRoom = claims.admitted[to].length < seats[to]
      const isAhead = last[to] !== -1 && inLine(to, seeker, pair, last[to], claims.pair(last[to], to)) < 0
      if (hasRoom || isAhead) findings.add('blocking-pair', seekers[seeker], vacancies[to], { insteadOf: hasRoom ? null : seekers[last[to]] })
    }
  }
}
