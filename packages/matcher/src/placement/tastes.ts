import type { Market } from './market.ts'

/** What either side prefers, as a number by pair: lower is better, equal is indifferent. */
export interface Tastes {
  seeker: (pair: number) => number
  vacancy: (pair: number) => number
}

/** The ranks; a side without ranks is indifferent. */
export function tastesOf ({ seekerRank, vacancyRank }: Market): Tastes {
  return {
    seeker: seekerRank === null ? () => 0 : pair => seekerRank[pair],
    vacancy: vacancyRank === null ? () => 0 : pair => vacancyRank[pair],
  }
}

/** The number of a pair, or -1 when the market does not list it. O(log of the seeker's pairs). */
export function pairNumberOf ({ start, vacancy }: Market, seeker: number, to: number): number {
  let [low, high] = [start[seeker], start[seeker + 1]]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (vacancy[middle] < to) low = middle + 1
    else high = middle
  }
  return low < start[seeker + 1] && vacancy[low] === to ? low : -1
}
