import type { AssignmentProblem } from './assignment.ts'

/** The pairs of a problem, vacancy by vacancy. */
export interface PairsByVacancy {
  /** First entry of each vacancy in `pair`, and the end. */
  readonly start: Uint32Array
  /** Numbers of pairs, ascending within a vacancy, and so by seeker. */
  readonly pair: Uint32Array
  /** The seeker of each pair, by the pair's number. */
  readonly seekerOf: Uint32Array
}

/** Turns the pairs round. Time and memory O(pairs). */
export function pairsByVacancy ({ start: startOfSeeker, vacancy, slotStart }: AssignmentProblem): PairsByVacancy {
  const start = new Uint32Array(slotStart.length)
  const pair = new Uint32Array(vacancy.length)
  const seekerOf = new Uint32Array(vacancy.length)
  for (let each = 0; each < vacancy.length; each++) start[vacancy[each] + 1]++
  for (let at = 1; at < start.length; at++) start[at] += start[at - 1]
  const next = start.slice()
  for (let each = 0; each < vacancy.length; each++) pair[next[vacancy[each]]++] = each
  for (let seeker = 0; seeker + 1 < startOfSeeker.length; seeker++) seekerOf.fill(seeker, startOfSeeker[seeker], startOfSeeker[seeker + 1])
  return { start, pair, seekerOf }
}
