import { chordSquare, hmOfChord, type Place } from '../geo/place.ts'
import { UNKNOWN } from '../records/facts.ts'
import { ANY_REACH } from './spheres.ts'

/**
 * Where a record is, and how far its person goes, in one word, so that distance and reach are settled without a look at the record:
 *
 *   bits 0-23   number of the place in the segment, or NO_PLACE, or EVERYWHERE
 *   bits 24-31  reach in whole kilometres; NO_LIMIT where there is none, or none that a byte can tell
 *
 * A segment has fewer than 2^23 slots, so numbers of places never meet the two names.
 */
const PLACE_MASK = 0xffffff
const NO_PLACE = 0xffffff
const EVERYWHERE = 0xfffffe
const REACH_SHIFT = 24
const NO_LIMIT = 255
const HM_PER_KM = 10

/** Farther than any reach that a word can tell: 254 km, and a straight line of 0.04 earth radii is 254.8. Nothing so far earns credit. */
export const FAR_HM: number = NO_LIMIT * HM_PER_KM
const FAR_CHORD_SQUARE = 0.04 * 0.04

/** The farthest, in hundreds of metres, that somebody goes by the reach in their word. */
const REACH_HM = Int32Array.from({ length: NO_LIMIT + 1 }, (_, km) => km === NO_LIMIT ? ANY_REACH : km * HM_PER_KM)

/** The word of a seeker at a place (or UNKNOWN) who goes no farther than `reachHm`, or anywhere when that is UNKNOWN. */
export function seekerWhereabouts (place: number, reachHm: number): number {
  const km = reachHm / HM_PER_KM
  return (place === UNKNOWN ? NO_PLACE : place) | (reachHm === UNKNOWN || km >= NO_LIMIT ? NO_LIMIT : km) << REACH_SHIFT
}

/** The word of a vacancy at a place (or UNKNOWN), or one that can be done from anywhere; it has the number of its units where seekers have their reach. */
export function vacancyWhereabouts (place: number, remote: boolean, numUnits: number): number {
  return (remote ? EVERYWHERE : place === UNKNOWN ? NO_PLACE : place) | numUnits << REACH_SHIFT
}

/** How many units a vacancy lists, by its word. */
export function numUnitsOf (word: number): number {
  return word >>> REACH_SHIFT
}

/** Whether a distance is certainly beyond the reach in a word. An unknown distance is not. */
export function isOutOfReach (hm: number, word: number): boolean {
  return hm > REACH_HM[word >>> REACH_SHIFT]
}

/** The farthest, in hundreds of metres, that the person of a word goes; ANY_REACH for whoever goes anywhere, or farther than a word can tell. */
export function reachHmOf (word: number): number {
  return REACH_HM[word >>> REACH_SHIFT]
}

/** Whether a word's record can be done from anywhere. */
export function isEverywhere (word: number): boolean {
  return (word & PLACE_MASK) === EVERYWHERE
}

/** Distances from one place to the records of a segment. */
export class Distances {
  #from: Place | null = null
  #coordinates: Float64Array = new Float64Array(0)

  /** Turns to a segment. Without a place to measure from every distance is unknown. */
  meet (from: Place | null, coordinates: Float64Array): void {
    this.#from = from
    this.#coordinates = coordinates
  }

  /** Hundreds of metres to the place in a word, rounded down; FAR_HM for more than a word's reach can tell, UNKNOWN without a place. */
  to (word: number): number {
    return this.hmOf(this.squareTo(word))
  }

  /** Square of the straight line to the place in a word, in earth radii; negative without a place. */
  squareTo (word: number): number {
    const place = word & PLACE_MASK
    return this.#from === null || place >= EVERYWHERE ? -1 : chordSquare(this.#from, this.#coordinates, place)
  }

  /** What `to` answers, by what `squareTo` did. */
  hmOf (square: number): number {
    return square < 0 ? UNKNOWN : square > FAR_CHORD_SQUARE ? FAR_HM : hmOfChord(square)
  }

  /** The same, to the end of the world: many times slower, for those who go farther than a word can tell. */
  exactlyTo (word: number): number {
    const place = word & PLACE_MASK
    return this.#from === null || place >= EVERYWHERE ? UNKNOWN : hmOfChord(chordSquare(this.#from, this.#coordinates, place))
  }
}
