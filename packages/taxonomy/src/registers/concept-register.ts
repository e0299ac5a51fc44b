import { normaliseName } from '../normalise.ts'
import { unpackInts } from '../packed-ints.ts'
import { ColumnRegister, checkIndex, foldLooseCode } from '../register.ts'
import type { ConceptTable } from '../tables.ts'
import type { Cluster, Concept, ConceptRegister, Occupation, Register, UnitRegister } from '../types.ts'

/** Stands before the code of every concept of ours, so that no other list's code reads the same. */
const PREFIX = 'padan:'

/** The prefix in any writing of it. */
const ANY_PREFIX = /^\s*padan\s*:/i

const NOTHING: readonly never[] = Object.freeze([])

/** What concepts point at. */
interface Registers {
  units: UnitRegister
  clusters: Register<Cluster>
  occupations: Register<Occupation>
}

/** Concepts by code, by name and by unit. */
export class ConceptColumns extends ColumnRegister<Concept> implements ConceptRegister {
  readonly #table: ConceptTable
  readonly #units: UnitRegister
  #byName: Map<string, number[]> | undefined
  #byUnit: Map<number, number[]> | undefined

  constructor (table: ConceptTable, { units, clusters, occupations }: Registers) {
    const kinds = unpackInts(table.kinds)
    const sectors = unpackInts(table.sectors)
    const broader = unpackInts(table.broader)
    const evidence = unpackInts(table.evidence)
    super({
      noun: 'concept',
      codes: table.codes.map(code => PREFIX + code),
      fold: code => foldLooseCode(code.replace(ANY_PREFIX, '')),
      names: row => namesOf(table, row),
      item: row => {
        const homes = rowsIn(occupations, table.occupations[row]!)
        return {
          index: row,
          code: PREFIX + table.codes[row]!,
          kind: table.kindNames[kinds[row]!]!,
          sector: table.sectorNames[sectors[row]!]!,
          title: table.titles[row]!,
          titleEn: table.titlesEn[row]!,
          synonyms: listOf(table.synonyms[row]!),
          abbreviations: listOf(table.abbreviations[row]!),
          misspellings: listOf(table.misspellings[row]!),
          broader: broader[row] === 0 ? null : broader[row]! - 1,
          units: rowsIn(units, table.units[row]!),
          clusters: rowsIn(clusters, table.clusters[row]!),
          occupations: homes,
          isco08: Object.freeze([...new Set(homes.flatMap(home => occupations.at(home).isco08 ?? []))]),
          evidence: Object.freeze({
            adverts: evidence[6 * row]!,
            titles: evidence[6 * row + 1]!,
            criteria: evidence[6 * row + 2]!,
            occupations: evidence[6 * row + 3]!,
            references: evidence[6 * row + 4]!,
            pages: evidence[6 * row + 5]!,
          }),
        }
      },
    })
    this.#table = table
    this.#units = units
  }

  named (name: string): readonly number[] {
    if (typeof name !== 'string') return NOTHING
    this.#byName ??= this.#groupByName()
    return this.#byName.get(normaliseName(name)) ?? NOTHING
  }

  ofUnit (unit: number): readonly number[] {
    checkIndex(unit, this.#units.size, 'unit')
    this.#byUnit ??= groupRows(this.size, row => rowsIn(this.#units, this.#table.units[row]!))
    return this.#byUnit.get(unit) ?? NOTHING
  }

  #groupByName (): Map<string, number[]> {
    const byName = groupRows(this.size, row => namesOf(this.#table, row).map(normaliseName))
    byName.delete('')
    return byName
  }
}

function namesOf (table: ConceptTable, row: number): string[] {
  const lists = [table.synonyms, table.abbreviations, table.misspellings]
  return [table.titles[row]!, table.titlesEn[row]!, ...lists.flatMap(list => listOf(list[row]!))]
}

function listOf (cell: string): readonly string[] {
  return cell === '' ? NOTHING : Object.freeze(cell.split('|'))
}

/** Codes that a user's catalogue does not have are passed over. */
function rowsIn<Item> (register: Register<Item>, cell: string): readonly number[] {
  return cell === '' ? NOTHING : Object.freeze(cell.split('|').map(code => register.indexOf(code)).filter(row => row >= 0))
}

/** Rows by each of their keys, rising, a row once under a key. */
function groupRows<Key> (size: number, keysOf: (row: number) => readonly Key[]): Map<Key, number[]> {
  const groups = new Map<Key, number[]>()
  for (let row = 0; row < size; row++) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [row])
      else group.push(row)
    }
  }
  return groups
}
