import { NOWHERE, type Market } from './market.ts'
import type { Pulse } from './pulse.ts'
import type { PlacedPairs } from './read-referrals.ts'
import { tastesOf } from './tastes.ts'

export interface Envy {
  /** Pairs of people (a, b) such that a would rather be where b is placed, and is eligible there. */
  plain: number
  /** Those of them where the vacancy, too, would rather have a than b (Abdulkadiroglu and Sonmez 2003). */
  justified: number
  /** People who envy anybody. */
  envious: number
  /** Pairs of a person and a vacancy who would rather have each other: it has a seat free, or holds somebody whom it likes less (Gale and Shapley 1962). */
  blockingPairs: number
}

/** Whoever is placed on a pair that the market does not list tells no preference: nobody knows whom they envy. O(pairs log of the most placed at one vacancy). */
export function envyOf (market: Market, { vacancyOf, pairOf, placedAt }: PlacedPairs, pulse: Pulse): Envy {
  const { seekers, seats, start, vacancy } = market
  const tastes = tastesOf(market)
  const heldAt = heldTastes(market, pairOf, tastes.vacancy)
  const envy = { plain: 0, justified: 0, envious: 0, blockingPairs: 0 }
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    pulse.step(start[seeker + 1] - start[seeker])
    const isPlaced = vacancyOf[seeker] !== NOWHERE
    if (isPlaced && pairOf[seeker] === NOWHERE) continue
    const own = isPlaced ? tastes.seeker(pairOf[seeker]) : Infinity
    const before = envy.plain
    for (let pair = start[seeker]; pair < start[seeker + 1]; pair++) {
      if (tastes.seeker(pair) >= own) continue
      const to = vacancy[pair]
      const worse = countAbove(heldAt[to], tastes.vacancy(pair))
      envy.plain += placedAt[to]
      envy.justified += worse
      if (worse > 0 || placedAt[to] < seats[to]) envy.blockingPairs++
    }
    if (envy.plain > before) envy.envious++
  }
  return envy
}

/** How each vacancy likes those whom it holds, ascending. */
function heldTastes ({ vacancies, vacancy }: Market, pairOf: Int32Array, taste: (pair: number) => number): Float64Array[] {
  const held: number[][] = vacancies.map(() => [])
  for (const pair of pairOf) if (pair !== NOWHERE) held[vacancy[pair]].push(taste(pair))
  return held.map(tastes => Float64Array.from(tastes).sort())
}

function countAbove (ascending: Float64Array, bound: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle] <= bound) low = middle + 1
    else high = middle
  }
  return ascending.length - low
}
