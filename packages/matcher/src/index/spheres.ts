/** Balls around the places of each leaf, in the unit sphere's own space. */
export interface Spheres {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  /**
   * Greatest straight-line distance from the centre; negative where no slot has a place. A run in which some have a place and some have
   * none is near to everything, since nothing is known of the latter.
   */
  readonly radius: Float64Array
  /** The farthest, in hundreds of metres, that anybody in the ball goes. */
  readonly reach: Int32Array
}

/** A slot that is near to everything, such as a vacancy that can be done from anywhere. */
export const EVERYWHERE: number = -2
/** A reach of whoever goes anywhere. */
export const ANY_REACH: number = 2 ** 31 - 1
/** A radius greater than any distance on the unit sphere. */
const ALL_ROUND = 3

/** Place of each slot: a number of a place, -1 for none, or EVERYWHERE. */
export interface SlotPlaces {
  readonly placeOf: Int32Array
  /** x, y and z of each place on the unit sphere. */
  readonly coordinates: Float64Array
  /** How far each slot's person goes, in hundreds of metres; left out where nothing is bounded by it. */
  readonly reachOf?: Int32Array
}

/** The ball around the places of each run of postings, or of slots themselves where no slots are given. */
export function spheresOf (runStart: Uint32Array, slots: Uint32Array | undefined, places: SlotPlaces): Spheres {
  const count = runStart.length - 1
  const spheres = { x: new Float64Array(count), y: new Float64Array(count), z: new Float64Array(count), radius: new Float64Array(count).fill(-1) }
  const reach = new Int32Array(count)
  for (let run = 0; run < count; run++) {
    enclose(run, runStart[run], runStart[run + 1], slots, places, spheres)
    reach[run] = farthestReach(runStart[run], runStart[run + 1], slots, places)
  }
  return { ...spheres, reach }
}

function farthestReach (start: number, end: number, slots: Uint32Array | undefined, { reachOf }: SlotPlaces): number {
  if (reachOf === undefined) return ANY_REACH
  let farthest = 0
  for (let i = start; i < end; i++) farthest = Math.max(farthest, reachOf[slots === undefined ? i : slots[i]])
  return farthest
}

/** The middle of the box around the places, and the distance of the farthest from it. */
function enclose (run: number, start: number, end: number, slots: Uint32Array | undefined, { placeOf, coordinates }: SlotPlaces, { x, y, z, radius }: Omit<Spheres, 'reach'>): void {
  const least = [2, 2, 2]
  const most = [-2, -2, -2]
  let placeless = 0
  let everywhere = false
  for (let i = start; i < end; i++) {
    const place = placeOf[slots === undefined ? i : slots[i]]
    if (place < 0) {
      placeless++
      everywhere ||= place === EVERYWHERE
      continue
    }
    for (let axis = 0; axis < 3; axis++) {
      const at = coordinates[place * 3 + axis]
      if (at < least[axis]) least[axis] = at
      if (at > most[axis]) most[axis] = at
    }
  }
  if (everywhere || (placeless > 0 && placeless < end - start)) radius[run] = ALL_ROUND
  if (placeless > 0) return
  const middle = least.map((at, axis) => (at + most[axis]) / 2)
  let farthest = 0
  for (let i = start; i < end; i++) {
    const place = placeOf[slots === undefined ? i : slots[i]]
    let square = 0
    for (let axis = 0; axis < 3; axis++) {
      const away = coordinates[place * 3 + axis] - middle[axis]
      square += away * away
    }
    if (square > farthest) farthest = square
  }
  ;[x[run], y[run], z[run]] = middle
  radius[run] = Math.sqrt(farthest)
}
