const DIGIT = 16
const MASK = 0xffff

/**
 * `items` by `key[item]` ascending, equals in the order they came: a radix sort by 16 bits at a time, one pass for keys below 65,536 and
 * two for others. O(items + buckets); `items` is left as it is.
 */
export function sortByKey (items: Uint32Array, key: Uint32Array): Uint32Array {
  const numItems = items.length
  let most = 0
  for (let at = 0; at < numItems; at++) if (key[items[at]] > most) most = key[items[at]]
  let from = items
  for (let shift = 0; shift < 32; shift += DIGIT) {
    if (shift > 0 && most >>> shift === 0) break
    const to = new Uint32Array(numItems)
    // Where the next item of each digit goes.
    const slot = new Uint32Array(Math.min(most >>> shift, MASK) + 2)
    for (let at = 0; at < numItems; at++) slot[((key[from[at]] >>> shift) & MASK) + 1]++
    for (let digit = 1; digit < slot.length; digit++) slot[digit] += slot[digit - 1]
    for (let at = 0; at < numItems; at++) to[slot[(key[from[at]] >>> shift) & MASK]++] = from[at]
    from = to
  }
  return from
}
