import { placeAtSteps, type Place } from '../geo/place.ts'

/** The distinct places of a segment, by number. */
export class PlaceTable {
  /** Latitude and longitude of every place in whole 1e-5 degrees. */
  readonly steps: Int32Array

  constructor (steps: Int32Array) {
    this.steps = steps
  }

  /** The place, made anew: it is asked for when facts are read back, not while scanning. */
  placeOf (number: number): Place {
    return placeAtSteps(this.steps[number * 2], this.steps[number * 2 + 1])
  }
}

/** Numbers each distinct place once: the people of one kecamatan share theirs. */
export class PlaceCollector {
  readonly #numberOf = new Map<number, number>()
  readonly #steps: number[] = []
  readonly #coordinates: number[] = []

  numberOf (place: Place): number {
    // Longitude spans 36,000,001 steps, so the key is one-to-one and below 2^53.
    const key = place.latSteps * 36_000_001 + place.lngSteps
    const known = this.#numberOf.get(key)
    if (known !== undefined) return known
    const number = this.#numberOf.size
    this.#numberOf.set(key, number)
    this.#steps.push(place.latSteps, place.lngSteps)
    this.#coordinates.push(place.x, place.y, place.z)
    return number
  }

  /** All places met, and their x, y and z on the unit sphere. */
  finish (): { places: PlaceTable, coordinates: Float64Array } {
    return { places: new PlaceTable(Int32Array.from(this.#steps)), coordinates: Float64Array.from(this.#coordinates) }
  }
}
