import type { Confidence, UnitFormat } from '../dist/types.js'
import { normaliseName } from '../dist/normalise.js'
import { repairFamilyLetters, shortDecree, tidyCode } from '../dist/unit-code.js'
import type { UnitRow } from '../dist/unit-rows.js'
import { readOwnTable } from './read-table.ts'
import type { Row, TableReader } from './read-table.ts'

/** The rows of both harvests, and where each printed code went. */
export interface CollectedUnits {
  rows: UnitRow[]
  /** Rows by the code that schemes print. */
  byCode: Map<string, UnitRow[]>
}

/** Both harvests, with what the second one learned about the first, slips repaired and rows that were one unit joined. */
export function collectUnits (read: TableReader): CollectedUnits {
  const second = read('skkni_units_more.csv')
  const updates = new Map(read('skkni_units_update.csv').map(row => [row.kode_unit!, row]))
  // Where the second harvest found another unit under a code of the first, the first one's further title is that unit's.
  const shared = new Set(second.map(row => row.kode_unit!))
  const printed = [
    ...read('skkni_units.csv').map(row => ({ code: row.kode_unit!, unit: updated(firstRow(row, shared.has(row.kode_unit!)), updates.get(row.kode_unit!)) })),
    ...second.map(row => ({ code: row.kode_unit!, unit: plainRow(row) })),
  ]

  const units: CollectedUnits = { rows: [], byCode: new Map() }
  for (const { unit } of printed.filter(({ code, unit }) => code === unit.code)) addUnit(units, unit)
  for (const { code, unit } of printed.filter(({ code, unit }) => code !== unit.code)) addSlip(units, code, unit)

  const repairs = new Map(readOwnTable('title-repairs.csv').map(row => [row.code!, row]))
  for (const row of units.rows) {
    repairTitle(row, repairs.get(row.code))
    row.otherTitles = furtherTitles(row)
  }
  return units
}

function firstRow (row: Row, isShared: boolean): UnitRow {
  return { ...plainRow(row), otherTitles: isShared ? [] : titleList(row.judul_lain!) }
}

function plainRow (row: Row): UnitRow {
  const decree = row.nomor_kepmen === '' ? null : shortDecree(row.nomor_kepmen!)
  if (decree === null && row.nomor_kepmen !== '') throw new Error(`Unit ${row.kode_unit} names the decree ${row.nomor_kepmen}: expected a number and a year.`)
  return {
    code: repairFamilyLetters(tidyCode(row.kode_unit!)),
    decree,
    title: row.judul_unit!,
    otherTitles: titleList(row.judul_lain!),
    format: row.format as UnitFormat,
    confidence: row.keyakinan as Confidence,
    year: row.tahun === '' ? null : Number(row.tahun),
  }
}

/** What the second harvest learned: confidence, decree, and the title as other sources have it. */
function updated (unit: UnitRow, update: Row | undefined): UnitRow {
  if (update === undefined) return unit
  const confidence = update.keyakinan_baru as Confidence
  const decree = update.nomor_kepmen === '' ? unit.decree : shortDecree(update.nomor_kepmen!)
  const year = update.tahun === '' ? unit.year : Number(update.tahun)
  const newTitle = update.judul_sumber_baru!
  // The decree's own text outranks whoever copied it.
  const [title, other] = confidence === 'official' && newTitle !== '' ? [newTitle, unit.title] : [unit.title, newTitle]
  return { ...unit, confidence, decree, year, title, otherTitles: [...unit.otherTitles, ...titleList(other)] }
}

function addUnit (units: CollectedUnits, row: UnitRow): void {
  const known = units.byCode.get(row.code) ?? []
  if (known.some(({ decree }) => decree === row.decree)) throw new Error(`Unit ${row.code} stands in the sources twice under the decree ${row.decree}.`)
  units.rows.push(row)
  units.byCode.set(row.code, [...known, row])
}

/** A code printed with a slip is the unit with the right code, where there is one: only its titles are news. */
function addSlip (units: CollectedUnits, printed: string, row: UnitRow): void {
  const known = units.byCode.get(row.code)?.[0]
  if (known === undefined) addUnit(units, row)
  else known.otherTitles.push(row.title, ...row.otherTitles)
  units.byCode.set(printed, [known ?? row])
}

function repairTitle (row: UnitRow, repair: Row | undefined): void {
  if (repair === undefined) return
  if (row.title !== repair.printed) throw new Error(`The repair of ${row.code} expects the title "${repair.printed}", the sources have "${row.title}".`)
  row.title = repair.repaired!
}

/** Other titles, each once, without those that are the title itself or run on past it into the next cell of a table. */
function furtherTitles ({ title, otherTitles }: UnitRow): string[] {
  const seen = new Set([normaliseName(title)])
  return otherTitles.filter(other => {
    const name = normaliseName(other)
    if (seen.has(name) || other.startsWith(`${title} `)) return false
    seen.add(name)
    return true
  })
}

function titleList (cell: string): string[] {
  return cell.split(' ; ').filter(title => title !== '')
}
