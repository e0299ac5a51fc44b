import type { Point } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'

/** A place, and where it is on the unit sphere: the straight line between two is three multiplications, and tells the way along the ground. */
export interface Spot {
  lat: number
  lng: number
  x: number
  y: number
  z: number
}

/** Mean radius of the earth in metres (IUGG R1). */
export const EARTH_RADIUS = 6_371_008.8
/** From here on, in hundreds of metres, no distance earns credit. */
export const FAR_HM = 998
const HALVING_HM = 100
const RADIANS = Math.PI / 180

/** Where somebody is: their point, else the centroid of their region. Coordinates are rounded to five decimals, as the model says. */
export function spotOf ({ regions }: Taxonomy, { point, region }: { point?: Point, region?: string }): Spot | undefined {
  const place = point ?? (region === undefined ? undefined : regions.get(region))
  if (place === undefined) return undefined
  const lat = Math.round(place.lat * 100_000) / 100_000
  const lng = Math.round(place.lng * 100_000) / 100_000
  const parallel = Math.cos(lat * RADIANS)
  return { lat, lng, x: parallel * Math.cos(lng * RADIANS), y: parallel * Math.sin(lng * RADIANS), z: Math.sin(lat * RADIANS) }
}

/** The squared chord from which on a way is longer than so many whole hundreds of metres. */
export function chordBeyond (hm: number): number {
  const halfChord = Math.sin(Math.min(Math.PI / 2, (hm + 1) * 100 / (2 * EARTH_RADIUS)))
  return 4 * halfChord * halfChord
}

/** Credit by whole hundreds of metres, up to FAR_HM: it halves every ten kilometres. */
export function distanceCredits (): Uint16Array {
  return Uint16Array.from({ length: FAR_HM }, (_, hm) => Math.floor(1000 * 2 ** (-hm / HALVING_HM)))
}
