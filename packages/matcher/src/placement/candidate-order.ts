import type { Market } from './market.ts'
import { pairsByVacancy } from './pairs-by-vacancy.ts'

/** Every vacancy's line of candidates. */
export interface CandidateOrder {
  /** First entry of each vacancy in `pair`, and the end. */
  readonly start: Uint32Array
  /** Pairs of each vacancy as it ranks them: its preference, then score descending, then seeker id ascending by UTF-16 code units. */
  readonly pair: Uint32Array
  /** By pair: how many candidates stand before. */
  readonly standing: Uint32Array
  /** By pair: the seeker. */
  readonly seekerOf: Uint32Array
}

/** O(pairs log of the longest line). */
export function candidateOrder ({ seekers, vacancies, start, vacancy, score, vacancyRank }: Market): CandidateOrder {
  const idOrder = utf16Order(seekers)
  const lines = pairsByVacancy(start, vacancy, vacancies.length)
  const { seekerOf } = lines
  const better = (one: number, other: number): number => (vacancyRank === null ? 0 : vacancyRank[one] - vacancyRank[other]) ||
    (score === null ? 0 : score[other] - score[one]) || idOrder[seekerOf[one]] - idOrder[seekerOf[other]]
  const standing = new Uint32Array(vacancy.length)
  for (let each = 0; each < vacancies.length; each++) {
    const line = lines.pair.subarray(lines.start[each], lines.start[each + 1]).sort(better)
    line.forEach((pair, place) => { standing[pair] = place })
  }
  return { start: lines.start, pair: lines.pair, standing, seekerOf }
}

/** The place of each id among all, by UTF-16 code units. */
export function utf16Order (ids: readonly string[]): Uint32Array {
  const order = Uint32Array.from(ids, (_, number) => number).sort((one, other) => ids[one] < ids[other] ? -1 : ids[one] > ids[other] ? 1 : 0)
  const place = new Uint32Array(ids.length)
  order.forEach((number, position) => { place[number] = position })
  return place
}
