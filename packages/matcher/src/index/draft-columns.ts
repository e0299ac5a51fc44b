import { GrowingInts } from './growing.ts'
import { IdCollector, type Ids } from './ids.ts'
import { PlaceCollector, PlaceTransfer, type PlaceTable } from './place-table.ts'
import { ROW } from './segment.ts'
import { SetCollector, SetTransfer, type SetTable } from './set-table.ts'

/** What a record is taken from. */
interface Source {
  readonly ids: Ids
  readonly rows: Int32Array
  readonly places: PlaceTable
  readonly coordinates: Float64Array
  readonly sets: SetTable
}

/** What a segment of either kind is made of, but for units and what is built on them. */
interface Finished {
  ids: Ids
  dead: Uint8Array
  /** By slot, and one more row that tells where the last one ends. */
  rows: Int32Array
  sets: SetTable
  places: PlaceTable
  coordinates: Float64Array
  /** Numbers of places by slot. */
  placeOf: Int32Array
  /** By slot, what bounds rest on; whereabouts are still zero. */
  words: { summary: Int32Array, trade: Int32Array, whereabouts: Int32Array }
}

/** Columns that drafts of both kinds have: rows, the places and lists that these refer to, ids, and the words that bounds rest on. */
export class DraftColumns {
  readonly ids: IdCollector = new IdCollector()
  readonly rows: GrowingInts = new GrowingInts()
  readonly summary: GrowingInts = new GrowingInts()
  readonly trade: GrowingInts = new GrowingInts()
  readonly lists: SetCollector = new SetCollector()
  readonly places: PlaceCollector = new PlaceCollector()
  readonly #place: number
  readonly #refs: readonly number[]
  /** The segment that records were last taken from. */
  #source: Source | undefined
  #placesFrom!: PlaceTransfer
  #listsFrom!: SetTransfer

  /** Positions in a row of the number of a place and of references to lists. */
  constructor (place: number, refs: readonly number[]) {
    this.#place = place
    this.#refs = refs
  }

  get size (): number {
    return this.summary.length
  }

  /** Adds id and row of a slot, with its own numbers for place and lists. Returns where the row begins. */
  take (segment: Source, slot: number): number {
    if (segment !== this.#source) this.#turnTo(segment)
    const from = slot * ROW
    const given = segment.rows
    const row = this.rows.grow(ROW)
    const rows = this.rows.ints
    for (let n = 0; n < ROW; n++) rows[row + n] = given[from + n]
    rows[row + this.#place] = this.#placesFrom.numberOf(given[from + this.#place])
    for (const n of this.#refs) rows[row + n] = this.#listsFrom.refOf(given[from + n])
    this.ids.copy(segment.ids, slot)
    return row
  }

  /** The number of a position's place, or UNKNOWN. */
  placeAt (position: number): number {
    return this.rows.ints[position * ROW + this.#place]
  }

  /** Everything in the order of slots, which names positions. Places are numbered in that order too. */
  finish (order: Uint32Array): Finished {
    const { size } = this
    const given = this.rows.ints
    const rows = new Int32Array((size + 1) * ROW)
    const words = { summary: new Int32Array(size), trade: new Int32Array(size), whereabouts: new Int32Array(size) }
    const placeOf = Int32Array.from(order, position => this.placeAt(position))
    const { places, coordinates } = this.places.finish(placeOf)
    for (let slot = 0; slot < size; slot++) {
      const position = order[slot]
      const from = position * ROW
      const row = slot * ROW
      for (let n = 0; n < ROW; n++) rows[row + n] = given[from + n]
      rows[row + this.#place] = placeOf[slot]
      words.summary[slot] = this.summary.ints[position]
      words.trade[slot] = this.trade.ints[position]
    }
    return { ids: this.ids.finish(order), dead: new Uint8Array(size), rows, sets: this.lists.finish(), places, coordinates, placeOf, words }
  }

  #turnTo (segment: Source): void {
    this.#source = segment
    this.#placesFrom = new PlaceTransfer(segment.places, segment.coordinates, this.places)
    this.#listsFrom = new SetTransfer(segment.sets, this.lists)
  }
}
