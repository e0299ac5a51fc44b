/** The pairs of a market, vacancy by vacancy. */
export interface PairsByVacancy {
  /** First entry of each vacancy in `pair`, and the end. */
  start: Uint32Array
  /** Numbers of pairs, ascending within a vacancy, and so by seeker. */
  pair: Uint32Array
  /** The seeker of each pair of the market, by the pair's number. */
  seekerOf: Uint32Array
}

/** Turns a market's pairs round. Time and memory O(pairs + seekers + vacancies). */
export function pairsByVacancy (startOfSeeker: Uint32Array, vacancyOf: Uint32Array, numVacancies: number): PairsByVacancy {
  const numPairs = vacancyOf.length
  const start = new Uint32Array(numVacancies + 1)
  const seekerOf = new Uint32Array(numPairs)
  const pair = new Uint32Array(numPairs)
  for (let each = 0; each < numPairs; each++) start[vacancyOf[each] + 1]++
  for (let vacancy = 0; vacancy < numVacancies; vacancy++) start[vacancy + 1] += start[vacancy]
  for (let seeker = 0; seeker + 1 < startOfSeeker.length; seeker++) seekerOf.fill(seeker, startOfSeeker[seeker], startOfSeeker[seeker + 1])
  const next = start.slice()
  for (let each = 0; each < numPairs; each++) pair[next[vacancyOf[each]]++] = each
  return { start, pair, seekerOf }
}
