import { packInts } from './packed-ints.ts'
import type { UnitTable } from './tables.ts'
import type { Confidence, UnitFormat } from './types.ts'
import { CONFIDENCES, UNIT_FORMATS, decreeYear } from './unit-code.ts'
import { unitDecrees, unitKeys } from './unit-keys.ts'

/** One unit, as a row to be laid beside others. */
export interface UnitRow {
  code: string
  decree: string | null
  title: string
  otherTitles: string[]
  format: UnitFormat
  confidence: Confidence
  year: number | null
}

/** The table of the rows, sorted by key. Sorts `rows` itself, so that a row's place in it is its index. */
export function unitTable (rows: UnitRow[]): UnitTable {
  const keys = unitKeys(rows.map(({ code }) => code), rows.map(({ decree }) => decree))
  const keyOf = new Map(rows.map((row, i) => [row, keys[i]!]))
  rows.sort((a, b) => keyOf.get(a)! < keyOf.get(b)! ? -1 : 1)

  const decrees = [...new Set(rows.flatMap(({ decree }) => decree ?? []))].sort()
  const placeOf = new Map(decrees.map((decree, place) => [decree, place + 1]))
  const otherTitles: UnitTable['otherTitles'] = []
  const years: UnitTable['years'] = []
  rows.forEach((row, index) => {
    if (row.otherTitles.length > 0) otherTitles.push([index, ...row.otherTitles])
    const told = row.decree === null ? null : decreeYear(row.decree)
    if (row.year !== null && row.year !== told) years.push([index, row.year])
  })
  return {
    codes: rows.map(({ code }) => code),
    titles: rows.map(({ title }) => title),
    decrees,
    decreeOf: packInts(rows.map(({ decree }) => decree === null ? 0 : placeOf.get(decree)!)),
    formats: rows.map(({ format }) => letterOf(UNIT_FORMATS, format)).join(''),
    confidences: rows.map(({ confidence }) => letterOf(CONFIDENCES, confidence)).join(''),
    otherTitles,
    years,
  }
}

/** The rows of a table, in order: what `unitTable` was given. */
export function unitRows (table: UnitTable): UnitRow[] {
  const decrees = unitDecrees(table)
  const otherTitles = new Map(table.otherTitles.map(([row, ...titles]) => [row, titles]))
  const years = new Map(table.years)
  return table.codes.map((code, row) => ({
    code,
    decree: decrees[row]!,
    title: table.titles[row]!,
    otherTitles: otherTitles.get(row) ?? [],
    format: UNIT_FORMATS[table.formats[row]!]!,
    confidence: CONFIDENCES[table.confidences[row]!]!,
    year: years.get(row) ?? null,
  }))
}

function letterOf (letters: Readonly<Record<string, string>>, meaning: string): string {
  return Object.keys(letters).find(letter => letters[letter] === meaning)!
}
