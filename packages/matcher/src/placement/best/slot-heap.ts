// The seats of a vacancy as a heap of slots from `low` on: who sits there, and at which level; the lowest level on top.

/** Puts a seeker into the free slot at `hole` of a vacancy's heap, lowest level first. */
export function siftUp (occupant: Int32Array, level: Float64Array, low: number, hole: number, seeker: number, offer: number): void {
  while (hole > 0) {
    const parent = (hole - 1) >> 1
    if (level[low + parent] <= offer) break
    level[low + hole] = level[low + parent]
    occupant[low + hole] = occupant[low + parent]
    hole = parent
  }
  level[low + hole] = offer
  occupant[low + hole] = seeker
}

/** Puts a seeker in the place of the one who stands lowest in a vacancy's heap of `size` slots. O(log size). */
export function takeLowest (occupant: Int32Array, level: Float64Array, low: number, size: number, seeker: number, offer: number): void {
  let hole = 0
  for (let child = 1; child < size; child = 2 * hole + 1) {
    if (child + 1 < size && level[low + child + 1] < level[low + child]) child++
    if (level[low + child] >= offer) break
    level[low + hole] = level[low + child]
    occupant[low + hole] = occupant[low + child]
    hole = child
  }
  level[low + hole] = offer
  occupant[low + hole] = seeker
}
