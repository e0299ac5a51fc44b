import { Spool } from '../imports/spool.ts'
import type { Notice } from '../schemas/import.ts'
import type { CellKind } from '../sheets/sheet-rows.ts'
import { csvRows } from './csv-rows.ts'
import { encodingOf, textOf } from './encoding.ts'
import { FileError } from './file-error.ts'
import { unescapeFormula } from './formula.ts'
import { WINDOWS_1252_NOTICE } from './read-csv.ts'
import { openSheet } from './read-sheet.ts'
import type { Source } from './source.ts'

/** Most columns of a table that people fill in. */
const MOST_COLUMNS = 512

/** One row of a file, its header included, before anybody knows what the columns mean. */
export interface TableRow {
  line: number
  cells: string[]
  /** What a workbook's cells are, where they are not text. */
  kinds: ReadonlyMap<number, CellKind>
}

const NO_KINDS: ReadonlyMap<number, CellKind> = new Map()

/** The rows of a CSV file or a sheet that hold anything, as they come. Throws FileError. */
export async function * tableRows (source: Source, format: 'csv' | 'xlsx', sheet: string | undefined, notices: Notice[]): AsyncGenerator<TableRow, void> {
  if (format === 'xlsx') {
    yield * workbookRows(source, sheet, notices)
    return
  }
  const encoding = await encodingOf(source)
  if (encoding === 'windows-1252') notices.push(WINDOWS_1252_NOTICE)
  for await (const { line, cells } of csvRows(textOf(source, encoding))) {
    if (cells.length > MOST_COLUMNS) throw tooManyColumns(line)
    const trimmed = cells.map(cell => unescapeFormula(cell.trim()))
    if (trimmed.some(cell => cell !== '')) yield { line, cells: trimmed, kinds: NO_KINDS }
  }
}

async function * workbookRows (source: Source, sheet: string | undefined, notices: Notice[]): AsyncGenerator<TableRow, void> {
  // A zip file tells at its end where its parts are.
  const spool = await Spool.create()
  try {
    for await (const chunk of source()) await spool.append(chunk)
    for await (const { line, cells, kinds } of openSheet(spool, sheet, notices)) {
      const trimmed = Array.from(cells, cell => (cell ?? '').trim())
      if (kinds.size > 0 || trimmed.some(cell => cell !== '')) yield { line, cells: trimmed, kinds }
    }
  } finally {
    await spool.close()
  }
}

function tooManyColumns (line: number): FileError {
  return new FileError({
    row: line,
    code: 'too-many-columns',
    expected: `at most ${MOST_COLUMNS} columns`,
    message: `Line ${line} has more than ${MOST_COLUMNS} cells. Remove them, or copy the table into a new file.`,
    messageId: `Baris ${line} memuat lebih dari ${MOST_COLUMNS} sel. Hapus sel itu, atau salin tabel ke berkas baru.`,
  })
}
