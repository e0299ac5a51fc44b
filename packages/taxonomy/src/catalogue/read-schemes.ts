import { checkText } from '../check-arguments.ts'
import { normaliseName } from '../normalise.ts'
import type { CatalogueCluster, CatalogueProblem } from './catalogue.ts'
import { readCsv } from './csv.ts'

/** Headings by what they mean, normalised. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = Object.freeze({
  code: ['scheme', 'scheme code', 'code', 'skema', 'skema id', 'kode skema', 'nomor skema'],
  title: ['title', 'scheme title', 'judul', 'judul skema', 'nama skema'],
  kkni: ['kkni', 'level', 'kkni level', 'jenjang', 'jenjang kkni'],
  kind: ['kind', 'jenis'],
  units: ['units', 'unit', 'unit code', 'unit codes', 'kode unit', 'unit kompetensi'],
})

const ROMAN_LEVELS: Readonly<Record<string, number>> = Object.freeze({ i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9 })

/** Unit codes in one cell: whatever no code holds parts them. */
const UNIT_SEPARATORS = /[;,|\s]+/

/** As many as a catalogue's list may hold. */
const MOST_UNITS = 1000

const KINDS = ['klaster', 'okupasi', 'kkni'] as const

type Column = 'code' | 'title' | 'kkni' | 'kind' | 'units'

export interface SchemesReading {
  clusters: CatalogueCluster[]
  /** Every row that cannot be used, with its line. */
  problems: CatalogueProblem[]
}

/**
 * Reads certification schemes from CSV: scheme code, title, KKNI level, and unit codes, several in a cell or one a row. Rows of one scheme code are one scheme
 * and must agree on its title and level. Codes are taken as printed; whether they are known is for whoever lays the catalogue.
 */
export function readSchemes (text: string): SchemesReading {
  checkText(text, 'readSchemes')
  const problems: CatalogueProblem[] = []
  const schemes = new Map<string, CatalogueCluster>()
  try {
    const { header, rows } = readCsv(text)
    const columns = columnsOf(header, problems)
    if (columns !== undefined) {
      for (const { line, cells } of rows) {
        if (cells.length === header.length) readRow(schemes, column => (cells[columns[column] ?? -1] ?? '').trim(), `line ${line}`, problems)
        else problems.push({ where: `line ${line}`, message: `it has ${cells.length} cells: expected ${header.length}, as many as the header.` })
      }
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    problems.push({ where: 'file', message: error.message })
  }
  return { clusters: [...schemes.values()], problems }
}

function columnsOf (header: readonly string[], problems: CatalogueProblem[]): Partial<Record<Column, number>> | undefined {
  const names = header.map(normaliseName)
  const columns: Partial<Record<Column, number>> = {}
  for (const column of Object.keys(HEADINGS) as Column[]) {
    const places = names.flatMap((name, place) => HEADINGS[column].includes(name) ? [place] : [])
    if (places.length > 1) problems.push({ where: 'line 1', message: `two columns mean ${column}: expected one.` })
    if (places.length > 0) columns[column] = places[0]
    else if (column !== 'kkni' && column !== 'kind') problems.push({ where: 'line 1', message: `there is no column for ${column}: expected one of ${HEADINGS[column].join(', ')}.` })
  }
  return problems.length > 0 ? undefined : columns
}

function readRow (schemes: Map<string, CatalogueCluster>, cell: (column: Column) => string, where: string, problems: CatalogueProblem[]): void {
  const numProblems = problems.length
  const problem = (message: string): void => { problems.push({ where, message }) }
  const [code, title] = [cell('code'), cell('title')]
  const known = schemes.get(code)
  const units = cell('units').split(UNIT_SEPARATORS).filter(unit => unit !== '')
  if (code === '') problem('the scheme has no code.')
  if (title === '' && known === undefined) problem('the scheme has no title.')
  if (units.length === 0) problem('it names no unit: expected at least one unit code.')
  if ((known?.units.length ?? 0) + units.length > MOST_UNITS) problem(`the scheme has more than ${MOST_UNITS} units.`)
  const kind = KINDS.find(word => word === cell('kind').toLowerCase())
  if (cell('kind') !== '' && kind === undefined) problem(`kind is ${JSON.stringify(cell('kind'))}: expected one of ${KINDS.join(', ')}.`)
  const kkni = levelOf(cell('kkni'))
  if (kkni === undefined) problem(`level is ${JSON.stringify(cell('kkni'))}: expected 1 to 9 or I to IX.`)
  if (known !== undefined && title !== '' && title !== known.title) problem(`scheme ${code} is ${JSON.stringify(known.title)} above and ${JSON.stringify(title)} here: expected one title.`)
  if (known !== undefined && cell('kkni') !== '' && kkni !== known.kkni) problem(`scheme ${code} has level ${known.kkni ?? 'none'} above and ${cell('kkni')} here: expected one level.`)
  if (problems.length > numProblems || kkni === undefined) return
  if (known === undefined) schemes.set(code, { code, title, kind: kind ?? 'klaster', kkni, occupation: null, sector: null, units: [...new Set(units)] })
  else known.units.push(...units.filter(unit => !known.units.includes(unit)))
}

/** A level in digits or Roman; null where there is none, undefined where it is neither. */
function levelOf (text: string): number | null | undefined {
  const word = text.toLowerCase().replace(/^(?:kkni|level|jenjang|sertifikat)\s+/, '')
  if (word === '') return null
  return /^[1-9]$/.test(word) ? Number(word) : ROMAN_LEVELS[word]
}
