/** For each key 0 to `numKeys - 1` the places it stands in, rising, in one array: those of key `k` are `starts[k]` to `starts[k + 1]`. */
export interface Places {
  starts: Uint32Array
  places: Uint32Array
}

/** The same with how often it stands there, up to 255. */
export interface Postings extends Places {
  counts: Uint8Array
}

const MOST_COUNTED = 255
const NOWHERE = -1

/** Turns rows of keys (repeated ones count once) into places. Rows are numbered in the order given. O(keys). */
export function placesOf (rows: ReadonlyArray<ArrayLike<number>>, numKeys: number): Places {
  const starts = new Uint32Array(numKeys + 1)
  const last = new Int32Array(numKeys).fill(NOWHERE)
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!
    for (let at = 0; at < row.length; at++) {
      const key = row[at]!
      if (last[key] === place) continue
      last[key] = place
      starts[key + 1]!++
    }
  }
  for (let key = 0; key < numKeys; key++) starts[key + 1]! += starts[key]!
  const next = starts.slice(0, numKeys)
  const places = new Uint32Array(starts[numKeys]!)
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!
    for (let at = 0; at < row.length; at++) {
      const key = row[at]!
      // Rows come in order, so a place that is there already is the key's last one.
      if (next[key]! === starts[key]! || places[next[key]! - 1] !== place) places[next[key]!++] = place
    }
  }
  return { starts, places }
}

/** The same with counts. O(keys). */
export function postingsOf (rows: ReadonlyArray<ArrayLike<number>>, numKeys: number): Postings {
  const { starts, places } = placesOf(rows, numKeys)
  const counts = new Uint8Array(places.length)
  const at = starts.slice(0, numKeys)
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!
    for (let seen = 0; seen < row.length; seen++) {
      const key = row[seen]!
      while (places[at[key]!] !== place) at[key]!++
      if (counts[at[key]!]! < MOST_COUNTED) counts[at[key]!]!++
    }
  }
  return { starts, places, counts }
}

/** Where the places of a key that are `place` or more begin. O(log places). */
export function firstFrom ({ starts, places }: Places, key: number, place: number): number {
  let low = starts[key]!
  let high = starts[key + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (places[middle]! < place) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a place of a key stands; -1 where the key does not stand there. O(log places). */
export function placeIn (postings: Places, key: number, place: number): number {
  const at = firstFrom(postings, key, place)
  return at < postings.starts[key + 1]! && postings.places[at] === place ? at : NOWHERE
}
