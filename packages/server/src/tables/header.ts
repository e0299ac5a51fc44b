import { checkSeekers, checkVacancies } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import type { SideTable } from '../database/tables.ts'
import type { Notice } from '../schemas/import.ts'
import { COLUMNS, type Column } from './columns.ts'
import { FileError } from './file-error.ts'

const LONGEST_SHOWN = 60

export interface Header {
  /** For each cell of a row the column it fills, or undefined when it is dropped unread. */
  columns: ReadonlyArray<Column | undefined>
  /** The headers as they stand in the file. */
  names: readonly string[]
  notices: readonly Notice[]
}

/**
 * Understands a header row: case, spaces and signs do not matter. Columns that are not known and columns of protected attributes are
 * dropped, each with a notice. Throws FileError when there is no id or a column comes twice.
 */
export function readHeader (cells: readonly string[], line: number, side: SideTable, taxonomy: Taxonomy): Header {
  const byName = new Map(COLUMNS[side].flatMap(column => [column.name.toLowerCase(), ...column.aliases].map(name => [name, column] as const)))
  const names = cells.map(cell => cell.trim())
  const columns = names.map(name => byName.get(name.toLowerCase().replace(/[^a-z0-9]/g, '')))
  const notices: Notice[] = []
  const seen = new Map<Column, string>()
  columns.forEach((column, position) => {
    const name = names[position]
    if (column === undefined) {
      if (name !== '') notices.push(dropped(name, isProtected(name, side, taxonomy)))
      return
    }
    const earlier = seen.get(column)
    if (earlier !== undefined) throw twice(earlier, name, column, line)
    seen.set(column, name)
  })
  if (!columns.some(column => column?.name === 'id')) throw withoutId(line, side)
  return { columns, names, notices }
}

/** Asks the matcher's checker, so that there is one list of protected attributes. */
function isProtected (name: string, side: SideTable, taxonomy: Taxonomy): boolean {
  const record = Object.fromEntries([['id', 'x'], [name, '']])
  const problems = side === 'seekers' ? checkSeekers([record], taxonomy) : checkVacancies([record], taxonomy)
  return problems.some(problem => problem.code === 'protected-attribute')
}

function dropped (name: string, isProtectedName: boolean): Notice {
  const shown = name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name
  return isProtectedName
    ? {
        code: 'protected-column',
        message: `Column '${shown}' was dropped unread: personal data and protected attributes never enter a match.`,
        messageId: `Kolom '${shown}' dihapus tanpa dibaca: data pribadi dan atribut terlindungi tidak pernah masuk ke pencocokan.`,
      }
    : {
        code: 'unknown-column',
        message: `Column '${shown}' was dropped unread: there is no such column.`,
        messageId: `Kolom '${shown}' dihapus tanpa dibaca: kolom ini tidak dikenal.`,
      }
}

function twice (earlier: string, name: string, column: Column, line: number): FileError {
  return new FileError({
    row: line,
    code: 'duplicate-column',
    expected: 'each column once',
    message: `Line ${line}: '${earlier}' and '${name}' are both the column ${column.name}. Remove one.`,
    messageId: `Baris ${line}: '${earlier}' dan '${name}' keduanya kolom ${column.name}. Hapus salah satu.`,
  })
}

function withoutId (line: number, side: SideTable): FileError {
  const names = COLUMNS[side].map(column => column.name).join(', ')
  return new FileError({
    row: line,
    code: 'missing-column',
    expected: `a header line with the column id, and any of ${names}`,
    message: `Line ${line}: the header has no column id. The columns are ${names}.`,
    messageId: `Baris ${line}: baris judul tidak memuat kolom id. Kolomnya: ${names}.`,
  })
}
