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
}

/** A slot that is near to everything, such as a vacancy that can be done from anywhere. */
export const EVERYWHERE: number = -2
/** A radius greater than any distance on the unit sphere. */
const ALL_ROUND = 3

/** Place of each slot: a number of a place, -1 for none, or EVERYWHERE. */
export interface SlotPlaces {
  readonly placeOf: Int32Array
  /** x, y and z of each place on the unit sphere. */
  readonly coordinates: Float64Array
}

/** The ball around the places of each run of postings, or of slots themselves where no slots are given. */
export function spheresOf (runStart: Uint32Array, slots: Uint32Array | undefined, places: SlotPlaces): Spheres {
  const count = runStart.length - 1
  const spheres = { x: new Float64Array(count), y: new Float64Array(count), z: new Float64Array(count), radius: new Float64Array(count).fill(-1) }
  for (let run = 0; run < count; run++) enclose(run, runStart[run], runStart[run + 1], slots, places, spheres)
  return spheres
}

/** The middle of the box around the places, and the distance of the farthest from it. */
function enclose (run: number, start: number, end: number, slots: Uint32Array | undefined, { placeOf, coordinates }: SlotPlaces, out: { x: Float64Array, y: Float64Array, z: Float64Array, radius: Float64Array }): void {
  let minX = 2
  let maxX = -2
  let minY = 2
  let maxY = -2
  let minZ = 2
  let maxZ = -2
  let placeless = 0
  let everywhere = false
  for (let i = start; i < end; i++) {
    const place = placeOf[slots === undefined ? i : slots[i]]
    if (place < 0) {
      placeless++
      everywhere ||= place === EVERYWHERE
      continue
    }
    const x = coordinates[place * 3]
    const y = coordinates[place * 3 + 1]
    const z = coordinates[place * 3 + 2]
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
    if (z < minZ) minZ = z
    if (z > maxZ) maxZ = z
  }
  if (everywhere || (placeless > 0 && maxX >= minX)) out.radius[run] = ALL_ROUND
  if (placeless > 0) return
  const centreX = (minX + maxX) / 2
  const centreY = (minY + maxY) / 2
  const centreZ = (minZ + maxZ) / 2
  let farthest = 0
  for (let i = start; i < end; i++) {
    const place = placeOf[slots === undefined ? i : slots[i]]
    const dx = coordinates[place * 3] - centreX
    const dy = coordinates[place * 3 + 1] - centreY
    const dz = coordinates[place * 3 + 2] - centreZ
    const square = dx * dx + dy * dy + dz * dz
    if (square > farthest) farthest = square
  }
  out.x[run] = centreX
  out.y[run] = centreY
  out.z[run] = centreZ
  out.radius[run] = Math.sqrt(farthest)
}
