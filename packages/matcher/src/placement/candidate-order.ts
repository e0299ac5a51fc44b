import type { Market } from './market.ts'
import { descending, orderPairs } from './order-pairs.ts'

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

/** O(pairs), and the sorting of ids. */
export function candidateOrder ({ seekers, vacancies, start: startOfSeeker, vacancy, score, vacancyRank }: Market): CandidateOrder {
  const idOrder = utf16Order(seekers)
  const seekerOf = new Uint32Array(vacancy.length)
  for (let seeker = 0; seeker < seekers.length; seeker++) seekerOf.fill(seeker, startOfSeeker[seeker], startOfSeeker[seeker + 1])
  const pair = orderPairs(vacancy.length, [
    vacancy,
    ...vacancyRank === null ? [] : [vacancyRank],
    ...score === null ? [] : [descending(score)],
    seekerOf.map(seeker => idOrder[seeker]),
  ])
  const start = new Uint32Array(vacancies.length + 1)
  for (let each = 0; each < vacancy.length; each++) start[vacancy[each] + 1]++
  for (let each = 0; each < vacancies.length; each++) start[each + 1] += start[each]
  const standing = new Uint32Array(vacancy.length)
  for (let place = 0; place < pair.length; place++) standing[pair[place]] = place - start[vacancy[pair[place]]]
  return { start, pair, standing, seekerOf }
}

/** The place of each id among all, by UTF-16 code units. */
export function utf16Order (ids: readonly string[]): Uint32Array {
  const order = Uint32Array.from(ids, (_, number) => number).sort((one, other) => ids[one] < ids[other] ? -1 : ids[one] > ids[other] ? 1 : 0)
  const place = new Uint32Array(ids.length)
  order.forEach((number, position) => { place[number] = position })
  return place
}
