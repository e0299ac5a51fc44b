import { NOWHERE, type Market, type Placement } from './market.ts'
import { pairNumberOf } from './tastes.ts'

/** Lists end to end: that of seeker n from start[n] up to start[n + 1], best first, by the vacancies' numbers. `Recommendations` is one. */
export interface ReferralLists {
  readonly start: Uint32Array
  readonly vacancy: Uint32Array
}

/** A placement by pairs. */
export interface PlacedPairs {
  readonly vacancyOf: Int32Array
  /** The pair of each seeker, or NOWHERE: for the unplaced, and for those placed on a pair that the market does not list. */
  readonly pairOf: Int32Array
  /** People at each vacancy. */
  readonly placedAt: Uint32Array
}

/** Throws TypeError or RangeError for a placement that does not go with the market. O(seekers log of the longest list). */
export function readPlacement (market: Market, { vacancyOf }: Placement): PlacedPairs {
  const { seekers, vacancies } = market
  if (!(vacancyOf instanceof Int32Array)) throw new TypeError('placement.vacancyOf must be an Int32Array.')
  if (vacancyOf.length !== seekers.length) throw new RangeError(`placement.vacancyOf must have ${seekers.length} numbers (one a seeker), got ${vacancyOf.length}.`)
  const pairOf = new Int32Array(seekers.length).fill(NOWHERE)
  const placedAt = new Uint32Array(vacancies.length)
  vacancyOf.forEach((to, seeker) => {
    if (to === NOWHERE) return
    if (to < 0 || to >= vacancies.length) throw new RangeError(`placement.vacancyOf[${seeker}] is ${to}, and there are ${vacancies.length} vacancies.`)
    pairOf[seeker] = pairNumberOf(market, seeker, to)
    placedAt[to]++
  })
  return { vacancyOf, pairOf, placedAt }
}

/** The pairs of lists, end to end. Throws TypeError or RangeError for lists that do not go with the market. O(entries log of the longest list). */
export function readLists (market: Market, { start, vacancy }: ReferralLists): Uint32Array {
  const { seekers, vacancies } = market
  if (!(start instanceof Uint32Array) || !(vacancy instanceof Uint32Array)) throw new TypeError('Lists must have start and vacancy, each a Uint32Array; a placement has vacancyOf.')
  if (start.length !== seekers.length + 1) throw new RangeError(`lists.start must have ${seekers.length + 1} numbers (one a seeker and the end), got ${start.length}.`)
  if (start[0] !== 0 || start[seekers.length] !== vacancy.length) throw new RangeError(`lists.start must go from 0 to ${vacancy.length}, the number of entries, got ${start[0]} to ${start[seekers.length]}.`)
  const falls = start.findIndex((first, list) => list > 0 && first < start[list - 1])
  if (falls !== -1) throw new RangeError(`lists.start must not fall, got ${start[falls - 1]} and then ${start[falls]}.`)
  const pairs = new Uint32Array(vacancy.length)
  const lastList = new Int32Array(vacancies.length).fill(-1)
  seekers.forEach((id, seeker) => {
    for (let entry = start[seeker]; entry < start[seeker + 1]; entry++) {
      const to = vacancy[entry]
      const pair = pairNumberOf(market, seeker, to)
      if (pair === -1) throw new RangeError(`lists.vacancy[${entry}] is ${to}, which is not among the pairs of seeker '${id}'.`)
      if (lastList[to] === seeker) throw new RangeError(`The list of seeker '${id}' has vacancy ${to} twice; each may be on it once.`)
      lastList[to] = seeker
      pairs[entry] = pair
    }
  })
  return pairs
}
