/** Pairs by seeker, then vacancy, each once. */
export interface CompressedPairs {
  /** First pair of each seeker, and the end. */
  start: Uint32Array
  vacancy: Uint32Array
  /** Where each pair stood in the input; of a pair given several times, the first. */
  from: Uint32Array
}

/**
 * Puts pairs in the order of a market: a counting sort by vacancy, then a stable one by seeker, then what came twice is dropped. Time and
 * memory O(pairs + seekers + vacancies).
 */
export function compressPairs (numSeekers: number, numVacancies: number, seekerOf: ArrayLike<number>, vacancyOf: ArrayLike<number>): CompressedPairs {
  const bySeeker = countingSort(numSeekers, seekerOf, countingSort(numVacancies, vacancyOf, null))
  const start = new Uint32Array(numSeekers + 1)
  const vacancy = new Uint32Array(bySeeker.length)
  const from = new Uint32Array(bySeeker.length)
  let length = 0
  let last = -1
  for (const input of bySeeker) {
    const seeker = seekerOf[input]
    if (length > 0 && seeker === last && vacancy[length - 1] === vacancyOf[input]) continue
    last = seeker
    vacancy[length] = vacancyOf[input]
    from[length++] = input
    start[seeker + 1]++
  }
  for (let seeker = 0; seeker < numSeekers; seeker++) start[seeker + 1] += start[seeker]
  return { start, vacancy: vacancy.slice(0, length), from: from.slice(0, length) }
}

/** Positions ordered by their key, equal keys as they stood in `order` (null: as they are). */
function countingSort (numKeys: number, keyOf: ArrayLike<number>, order: Uint32Array | null): Uint32Array {
  const next = new Uint32Array(numKeys + 1)
  const length = keyOf.length
  for (let position = 0; position < length; position++) next[keyOf[position] + 1]++
  for (let key = 0; key < numKeys; key++) next[key + 1] += next[key]
  const sorted = new Uint32Array(length)
  for (let position = 0; position < length; position++) {
    const input = order === null ? position : order[position]
    sorted[next[keyOf[input]]++] = input
  }
  return sorted
}
