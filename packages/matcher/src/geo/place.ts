import { arcSine, cosSteps, sinSteps } from './trigonometry.ts'

/** A point on the unit sphere, with the rounded coordinates it came from (whole 1e-5 degrees, about a metre). */
export interface Place {
  readonly latSteps: number
  readonly lngSteps: number
  readonly x: number
  readonly y: number
  readonly z: number
}

/** Mean radius of the earth in metres (IUGG R1). */
const EARTH_RADIUS = 6_371_008.8
const STEPS_PER_DEGREE = 100_000

/** The place at a latitude and longitude in degrees, rounded to five decimals. */
export function placeAt (lat: number, lng: number): Place {
  return placeAtSteps(Math.round(lat * STEPS_PER_DEGREE), Math.round(lng * STEPS_PER_DEGREE))
}

/** The place at whole 1e-5 degrees. */
export function placeAtSteps (latSteps: number, lngSteps: number): Place {
  const parallel = cosSteps(latSteps)
  return { latSteps, lngSteps, x: parallel * cosSteps(lngSteps), y: parallel * sinSteps(lngSteps), z: sinSteps(latSteps) }
}

/** Great-circle distance in whole hundreds of metres, rounded down. */
export function distanceHm (a: Place, b: Place): number {
  const dx = a.x - b.x
  const dy = a.y - b.y
  const dz = a.z - b.z
  return hmOfChord(dx * dx + dy * dy + dz * dz)
}

/** Square of the straight line from a place to place number `other` of a list of coordinates, in earth radii. */
export function chordSquare (a: Place, coordinates: Float64Array, other: number): number {
  const dx = a.x - coordinates[other * 3]
  const dy = a.y - coordinates[other * 3 + 1]
  const dz = a.z - coordinates[other * 3 + 2]
  return dx * dx + dy * dy + dz * dz
}

/** The distance that belongs to a squared chord, in whole hundreds of metres, rounded down. */
export function hmOfChord (square: number): number {
  const halfChord = Math.sqrt(square) / 2
  return Math.floor(2 * EARTH_RADIUS * arcSine(halfChord > 1 ? 1 : halfChord) / 100)
}

/** Farther than any two places are from each other. */
export const ANYWHERE_HM = 200_200

/** A place cannot be nearer than this to anything inside a ball (centre and radius in the unit sphere's space), in whole hundreds of metres. */
export function nearestHm (place: Place, x: number, y: number, z: number, radius: number): number {
  const dx = place.x - x
  const dy = place.y - y
  const dz = place.z - z
  // The straight line is never longer than the arc; the slack covers rounding.
  const chord = Math.sqrt(dx * dx + dy * dy + dz * dz) - radius - 1e-9
  return chord <= 0 ? 0 : Math.floor(chord * EARTH_RADIUS / 100)
}
