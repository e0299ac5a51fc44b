import { placeAtSteps, type Place } from '../geo/place.ts'
import { UNKNOWN } from '../records/facts.ts'
import { DistinctLists } from './distinct-lists.ts'
import { hilbertCode } from './hilbert.ts'

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
  /** Pairs of steps. */
  readonly #places = new DistinctLists()
  readonly #coordinates: number[] = []
  readonly #pair = new Int32Array(2)

  numberOf ({ latSteps, lngSteps, x, y, z }: Place): number {
    this.#pair[0] = latSteps
    this.#pair[1] = lngSteps
    const number = this.#places.numberOf(this.#pair)
    if (3 * number === this.#coordinates.length) this.#coordinates.push(x, y, z)
    return number
  }

  /** Where each place stands along the Hilbert curve, by number. */
  codes (): Float64Array {
    return Float64Array.from({ length: this.#places.size }, (_, number) => hilbertCode(this.#places.at(number, 0), this.#places.at(number, 1)))
  }

  /**
   * All places met, and their x, y and z on the unit sphere, numbered anew in the order in which `numbers` names them first; UNKNOWN names none. The new
   * numbers are written over the old: places that are read together then stand together.
   */
  finish (numbers: Int32Array): { places: PlaceTable, coordinates: Float64Array } {
    const renumbered = new Int32Array(this.#places.size).fill(UNKNOWN)
    const steps = new Int32Array(2 * renumbered.length)
    const coordinates = new Float64Array(3 * renumbered.length)
    let count = 0
    for (let i = 0; i < numbers.length; i++) {
      const old = numbers[i]
      if (old === UNKNOWN) continue
      if (renumbered[old] === UNKNOWN) {
        renumbered[old] = count
        for (let n = 0; n < 2; n++) steps[2 * count + n] = this.#places.at(old, n)
        for (let n = 0; n < 3; n++) coordinates[3 * count + n] = this.#coordinates[3 * old + n]
        count++
      }
      numbers[i] = renumbered[old]
    }
    return { places: new PlaceTable(steps), coordinates }
  }
}

/** Numbers of places of a segment under the numbers that a collector gives them. */
export class PlaceTransfer {
  readonly #to: PlaceCollector
  readonly #places: PlaceTable
  readonly #coordinates: Float64Array
  readonly #numbers: Int32Array

  constructor (places: PlaceTable, coordinates: Float64Array, to: PlaceCollector) {
    this.#to = to
    this.#places = places
    this.#coordinates = coordinates
    this.#numbers = new Int32Array(places.steps.length / 2).fill(UNKNOWN)
  }

  numberOf (old: number): number {
    if (old === UNKNOWN) return UNKNOWN
    if (this.#numbers[old] === UNKNOWN) {
      const { steps } = this.#places
      const at = 3 * old
      this.#numbers[old] = this.#to.numberOf({
        latSteps: steps[2 * old], lngSteps: steps[2 * old + 1], x: this.#coordinates[at], y: this.#coordinates[at + 1], z: this.#coordinates[at + 2],
      })
    }
    return this.#numbers[old]
  }
}
