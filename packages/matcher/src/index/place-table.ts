import type { Place } from '../geo/place.ts'

/** Keeps each distinct place once: the people of one kecamatan share theirs. */
export class PlaceTable {
  readonly #idOf = new Map<number, number>()
  readonly #places: Place[] = []

  get size (): number {
    return this.#places.length
  }

  idOf (place: Place): number {
    // Longitude spans 36,000,001 steps, so the key is one-to-one and below 2^53.
    const key = place.latSteps * 36_000_001 + place.lngSteps
    const known = this.#idOf.get(key)
    if (known !== undefined) return known
    this.#idOf.set(key, this.#places.length)
    this.#places.push(place)
    return this.#places.length - 1
  }

  placeOf (id: number): Place {
    return this.#places[id]
  }
}
