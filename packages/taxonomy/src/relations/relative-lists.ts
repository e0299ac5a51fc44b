import { normaliseName } from '../normalise.ts'
import { unpackInts } from '../packed-ints.ts'
import type { ClusterTable, RelationTable, UnitTable } from '../tables.ts'
import type { Relative, RelationReason } from '../types.ts'
import { unitDecrees, unitKeys } from '../unit-keys.ts'
import { readTitle, roughRoot } from './title-words.ts'

/** Reasons that point at no cluster, by their number in the basis column; clusters and notes follow. */
export const PLAIN_REASONS: readonly PlainReason[] = Object.freeze(['version', 'twin', 'same-title', 'wording'])

export type PlainReason = Exclude<RelationReason, 'cluster' | 'catalogue'>

/** The relatives of each unit, unpacked at the first question and made into objects when their unit is asked for. */
export class RelativeLists {
  readonly #table: RelationTable
  readonly #units: UnitTable
  readonly #clusters: ClusterTable
  readonly #lists: Array<readonly Relative[] | undefined>
  #columns: Columns | undefined

  constructor (table: RelationTable, units: UnitTable, clusters: ClusterTable) {
    this.#table = table
    this.#units = units
    this.#clusters = clusters
    this.#lists = new Array(units.codes.length)
  }

  /** Relatives of one unit, best first: the same frozen array each time. */
  of (unit: number): readonly Relative[] {
    const list = this.#lists[unit] ?? this.#read(unit)
    this.#lists[unit] = list
    return list
  }

  #read (unit: number): readonly Relative[] {
    const { starts, held, perMille, basis } = this.#columns ??= unpackColumns(this.#table, this.#units)
    const list: Relative[] = []
    for (let i = starts[unit]!; i < starts[unit + 1]!; i++) {
      const [reason, via] = this.#why(basis[i]!, unit, held[i]!)
      list.push(Object.freeze({ held: held[i]!, perMille: perMille[i]!, reason, via }))
    }
    return Object.freeze(list)
  }

  #why (basis: number, unit: number, held: number): [RelationReason, string] {
    const reason = PLAIN_REASONS[basis]
    if (reason === 'same-title') return [reason, this.#units.titles[unit]!]
    if (reason === 'wording') return [reason, sharedWords(this.#units.titles[unit]!, this.#units.titles[held]!)]
    if (reason !== undefined) return [reason, this.#columns!.keys[held]!]
    const cluster = basis - PLAIN_REASONS.length
    const { codes } = this.#clusters
    return cluster < codes.length ? ['cluster', codes[cluster]!] : ['catalogue', this.#table.notes[cluster - codes.length]!]
  }
}

/** The words of the wanted unit's title whose roots the other title has too, as they stand there. */
function sharedWords (wanted: string, held: string): string {
  const roots = readTitle(held).roots
  return normaliseName(wanted).split(' ').filter(word => roots.includes(roughRoot(word))).join(' ')
}

interface Columns {
  keys: string[]
  starts: Int32Array
  held: Int32Array
  perMille: Int32Array
  basis: Int32Array
}

function unpackColumns (table: RelationTable, units: UnitTable): Columns {
  const counts = unpackInts(table.counts)
  const starts = new Int32Array(counts.length + 1)
  for (let unit = 0; unit < counts.length; unit++) starts[unit + 1] = starts[unit]! + counts[unit]!
  return {
    keys: unitKeys(units.codes, unitDecrees(units)),
    starts,
    held: unpackInts(table.held),
    perMille: unpackInts(table.perMille),
    basis: unpackInts(table.basis),
  }
}
