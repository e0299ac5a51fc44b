import { checkText } from '../check-arguments.ts'
import { CatalogueError } from './catalogue.ts'
import type { Catalogue, CatalogueProblem } from './catalogue.ts'
import { RECORD_FIELDS, checkCatalogue } from './check-catalogue.ts'
import type { RawRecord, RecordKind } from './check-catalogue.ts'
import { readCsv } from './csv.ts'
import type { CsvTable } from './csv.ts'

/** Where each kind of record stands in a catalogue. */
const LISTS: Readonly<Record<RecordKind, keyof Catalogue>> = Object.freeze({ unit: 'units', cluster: 'clusters', relation: 'relations' })

/** CSV headings and the fields they mean. Other columns are left alone: spreadsheets carry notes. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ...Object.values(RECORD_FIELDS).flat().map((field): [string, string] => [columnName(field), field]),
  ['record', 'record'],
  ['kode_unit', 'code'],
  ['judul_unit', 'title'],
  ['nomor_kepmen', 'decree'],
  ['judul_lain', 'otherTitles'],
  ['keyakinan', 'confidence'],
  ['tahun', 'year'],
])

/**
 * Reads a user's own catalogue. JSON: an object with the lists `units`, `clusters` and `relations`, each of which may be
 * left out. CSV: a header and one record a line; a column `record` says `unit`, `cluster` or `relation` (a unit where it is
 * empty or absent), and lists are parted by semicolons. Throws a CatalogueError that lists every bad record.
 */
export function parseCatalogue (text: string, format: 'json' | 'csv'): Catalogue {
  checkText(text, 'parseCatalogue')
  if (format !== 'json' && format !== 'csv') throw new RangeError(`format must be 'json' or 'csv', got ${String(format)}.`)
  const problems: CatalogueProblem[] = []
  const records = format === 'json' ? jsonRecords(parseJson(text), problems) : csvRecords(parseCsv(text), problems)
  return checkCatalogue(records, problems)
}

/** The catalogue again, every record checked: for catalogues that were put together by hand. */
export function recheckCatalogue (catalogue: unknown): Catalogue {
  const problems: CatalogueProblem[] = []
  return checkCatalogue(jsonRecords(catalogue, problems), problems)
}

function parseJson (text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new CatalogueError([{ where: 'catalogue', message: `it is not JSON (${(error as Error).message}): expected an object with units, clusters and relations.` }])
  }
}

function parseCsv (text: string): CsvTable {
  try {
    return readCsv(text)
  } catch (error) {
    throw new CatalogueError([{ where: 'catalogue', message: (error as Error).message }])
  }
}

function jsonRecords (value: unknown, problems: CatalogueProblem[]): RawRecord[] {
  if (!isPlainObject(value)) {
    problems.push({ where: 'catalogue', message: `it is ${describe(value)}: expected an object with units, clusters and relations.` })
    return []
  }
  for (const key of Object.keys(value)) {
    if (!Object.values<string>(LISTS).includes(key)) {
      problems.push({ where: 'catalogue', message: `there is no list ${JSON.stringify(key)}: expected units, clusters and relations.` })
    }
  }
  return (Object.keys(LISTS) as RecordKind[]).flatMap(kind => listRecords(kind, value[LISTS[kind]], problems))
}

function listRecords (kind: RecordKind, list: unknown, problems: CatalogueProblem[]): RawRecord[] {
  if (list === undefined) return []
  if (!Array.isArray(list)) {
    problems.push({ where: LISTS[kind], message: `it is ${describe(list)}: expected a list.` })
    return []
  }
  return list.flatMap((record: unknown, place) => {
    const where = `${LISTS[kind]} ${place + 1}`
    if (isPlainObject(record)) return { where, kind, fields: new Map(Object.entries(record)) }
    problems.push({ where, message: `it is ${describe(record)}: expected an object.` })
    return []
  })
}

function csvRecords ({ header, rows }: CsvTable, problems: CatalogueProblem[]): RawRecord[] {
  const fields = header.map(heading => COLUMNS.get(heading.toLowerCase()))
  const twice = fields.find((field, place) => field !== undefined && fields.indexOf(field) !== place)
  if (twice !== undefined) problems.push({ where: 'line 1', message: `two columns mean ${twice}: expected one.` })

  return rows.flatMap(({ line, cells }) => {
    const where = `line ${line}`
    if (cells.length !== header.length) {
      problems.push({ where, message: `it has ${cells.length} cells: expected ${header.length}, as many as the header.` })
      return []
    }
    const filled = new Map<string, string>()
    cells.forEach((cell, place) => {
      const field = fields[place]
      if (field !== undefined && cell.trim() !== '') filled.set(field, cell)
    })
    const kind = (filled.get('record') ?? 'unit').trim().toLowerCase()
    filled.delete('record')
    if (isRecordKind(kind)) return { where, kind, fields: filled }
    problems.push({ where, message: `record is ${JSON.stringify(kind)}: expected unit, cluster or relation.` })
    return []
  })
}

/** `otherTitles` is headed `other_titles`. */
function columnName (field: string): string {
  return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

function isRecordKind (text: string): text is RecordKind {
  return Object.hasOwn(LISTS, text)
}

function isPlainObject (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describe (value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}
