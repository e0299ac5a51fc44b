/** For each key 0 to `numKeys - 1`, the places it stands in with a count each, in one array: those of key `k` are `starts[k]` to `starts[k + 1]`. */
export interface Postings {
  starts: Uint32Array
  places: Uint32Array
  counts: Uint8Array
}

const MOST_COUNTED = 255

/** Turns rows of keys (repeated ones are counted) into postings. Rows are numbered in the order given; so are the places of a key. O(keys). */
export function postingsOf (rows: ReadonlyArray<readonly number[]>, numKeys: number): Postings {
  const starts = new Uint32Array(numKeys + 1)
  const counted = rows.map(countsOf)
  for (const row of counted) for (const key of row.keys()) starts[key + 1]!++
  for (let key = 0; key < numKeys; key++) starts[key + 1]! += starts[key]!
  const next = starts.slice(0, numKeys)
  const places = new Uint32Array(starts[numKeys]!)
  const counts = new Uint8Array(starts[numKeys]!)
  for (const [place, row] of counted.entries()) {
    for (const [key, count] of row) {
      const at = next[key]!++
      places[at] = place
      counts[at] = Math.min(count, MOST_COUNTED)
    }
  }
  return { starts, places, counts }
}

function countsOf (keys: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
