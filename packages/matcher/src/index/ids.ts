import { GrowingInts } from './growing.ts'
import { finishHash, mixIn } from './hash.ts'

/** Low bits of an entry of the table: the slot. The eight above them are of the id's hash, so that few other ids are read on the way. */
const SLOT_BITS = 23
const SLOT_MASK = (1 << SLOT_BITS) - 1
const FREE = -1

/** What ids are kept as. */
export interface IdColumns {
  /** Code units of slot s stand from start[s] up to start[s + 1]. */
  readonly start: Uint32Array
  /** One byte a code unit where all of them fit, else two. */
  readonly units: Uint8Array | Uint16Array
  /** A power of two of places, at most half of them taken, and behind them the seed of the hash. */
  readonly table: Int32Array
}

/**
 * The ids of a segment, and the way back from an id to its slot, without an object for each: code units end to end, and a table with open addresses.
 * Some 20 bytes an id of nine letters, where strings in a `Map` take 90; a snapshot's bytes are used as they stand.
 *
 *   id --> hash --> place in the table --> next places, as long as they are taken by others --> slot
 *
 * The seed is made from all ids, so that nobody who gives some of them can foresee which places they get.
 */
export class Ids implements IdColumns {
  readonly start: Uint32Array
  readonly units: Uint8Array | Uint16Array
  readonly table: Int32Array
  readonly size: number

  constructor ({ start, units, table }: IdColumns) {
    this.start = start
    this.units = units
    this.table = table
    this.size = start.length - 1
  }

  /** The id of a slot, made anew. */
  of (slot: number): string {
    return String.fromCharCode.apply(null, this.units.subarray(this.start[slot], this.start[slot + 1]) as unknown as number[])
  }

  /** The slot of an id, dead or alive; undefined when it is not of this segment. O(its length), expected. */
  slotOf (id: string): number | undefined {
    const { table } = this
    const mask = table.length - 2
    const hash = hashOfText(id, table[mask + 1])
    const tag = hash >>> (SLOT_BITS + 1)
    for (let place = hash & mask; table[place] !== FREE; place = (place + 1) & mask) {
      if (table[place] >> SLOT_BITS === tag && this.#is(table[place] & SLOT_MASK, id)) return table[place] & SLOT_MASK
    }
    return undefined
  }

  /** Order of two ids by UTF-16 code units: negative when that of `slot` comes first. The other may be of another segment. */
  compare (slot: number, other: Ids, otherSlot: number): number {
    const { start, units } = this
    const begin = start[slot]
    const otherBegin = other.start[otherSlot]
    const length = start[slot + 1] - begin
    const otherLength = other.start[otherSlot + 1] - otherBegin
    const both = Math.min(length, otherLength)
    for (let i = 0; i < both; i++) {
      const difference = units[begin + i] - other.units[otherBegin + i]
      if (difference !== 0) return difference
    }
    return length - otherLength
  }

  #is (slot: number, id: string): boolean {
    const { start, units } = this
    const begin = start[slot]
    if (start[slot + 1] - begin !== id.length) return false
    for (let i = 0; i < id.length; i++) if (units[begin + i] !== id.charCodeAt(i)) return false
    return true
  }
}

/** Ids on their way into a segment, in the order they come. */
export class IdCollector {
  readonly #ends = new GrowingInts()
  #units: Uint16Array = new Uint16Array(1024)
  #length = 0
  #seen = 0

  add (id: string): void {
    const begin = this.#grow(id.length)
    for (let i = 0; i < id.length; i++) this.#seen |= this.#units[begin + i] = id.charCodeAt(i)
  }

  /** Adds the id of a slot of a segment. */
  copy ({ start, units }: IdColumns, slot: number): void {
    const from = start[slot]
    const begin = this.#grow(start[slot + 1] - from)
    for (let at = begin; at < this.#length; at++) this.#seen |= this.#units[at] = units[from + at - begin]
  }

  /** The ids in another order: `order` names, for each slot, which came there. O(code units). */
  finish (order: Uint32Array): Ids {
    const ends = this.#ends.ints
    const start = new Uint32Array(order.length + 1)
    const units = this.#seen < 256 ? new Uint8Array(this.#length) : new Uint16Array(this.#length)
    let at = 0
    let seed = 0
    for (let slot = 0; slot < order.length; slot++) {
      start[slot] = at
      const given = order[slot]
      for (let from = given === 0 ? 0 : ends[given - 1]; from < ends[given]; from++) seed = mixIn(seed, units[at++] = this.#units[from])
    }
    start[order.length] = at
    return new Ids({ start, units, table: tableOf(start, units, seed) })
  }

  #grow (count: number): number {
    const begin = this.#length
    this.#length += count
    this.#ends.push(this.#length)
    if (this.#length > this.#units.length) {
      const wider = new Uint16Array(Math.max(this.#length, 2 * this.#units.length))
      wider.set(this.#units.subarray(0, begin))
      this.#units = wider
    }
    return begin
  }
}

function tableOf (start: Uint32Array, units: Uint8Array | Uint16Array, seed: number): Int32Array {
  const size = start.length - 1
  const places = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * size)))
  const table = new Int32Array(places + 1).fill(FREE)
  const mask = places - 1
  table[places] = seed
  for (let slot = 0; slot < size; slot++) {
    let hash = seed
    for (let at = start[slot]; at < start[slot + 1]; at++) hash = mixIn(hash, units[at])
    hash = finishHash(hash)
    let place = hash & mask
    while (table[place] !== FREE) place = (place + 1) & mask
    table[place] = slot | (hash >>> (SLOT_BITS + 1)) << SLOT_BITS
  }
  return table
}

function hashOfText (text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = mixIn(hash, text.charCodeAt(i))
  return finishHash(hash)
}
