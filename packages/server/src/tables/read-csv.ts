import type { Taxonomy } from '@padan/taxonomy'
import type { SideTable } from '../database/tables.ts'
import type { Notice } from '../schemas/import.ts'
import type { FieldError } from '../schemas/problem.ts'
import { csvRows } from './csv-rows.ts'
import { encodingOf, textOf } from './encoding.ts'
import { fillRecord } from './fill-record.ts'
import { unescapeFormula } from './formula.ts'
import { readHeader, type Header } from './header.ts'
import type { RawRow } from './raw-row.ts'
import type { Source } from './source.ts'

export const WINDOWS_1252_NOTICE: Notice = {
  code: 'windows-1252',
  message: 'The file is not UTF-8 and was read as Windows-1252. Check names with accents, or save it as "CSV UTF-8".',
  messageId: 'Berkas bukan UTF-8 dan dibaca sebagai Windows-1252. Periksa huruf beraksen, atau simpan sebagai "CSV UTF-8".',
}

/** The rows of a CSV file as records still to be checked. Throws FileError. */
export async function * readCsv (source: Source, side: SideTable, taxonomy: Taxonomy, notices: Notice[]): AsyncGenerator<RawRow, void> {
  const encoding = await encodingOf(source)
  if (encoding === 'windows-1252') notices.push(WINDOWS_1252_NOTICE)
  let header: Header | undefined
  for await (const { line, cells } of csvRows(textOf(source, encoding))) {
    if (header === undefined) {
      header = readHeader(cells, line, side, taxonomy)
      notices.push(...header.notices)
    } else if (cells.some(cell => cell.trim() !== '')) {
      yield readRow(cells, line, header)
    }
  }
  if (header === undefined) readHeader([], 1, side, taxonomy)
}

function readRow (cells: readonly string[], line: number, header: Header): RawRow {
  const { columns } = header
  if (cells.length !== columns.length) return { line, error: wrongCount(line, cells.length, columns.length) }
  return { line, ...fillRecord(cells.map(cell => unescapeFormula(cell.trim())), header) }
}

function wrongCount (line: number, cells: number, columns: number): FieldError {
  return {
    row: line,
    pointer: '',
    code: 'wrong-cell-count',
    received: String(cells),
    expected: `${columns} cells, as in the header`,
    message: `Line ${line}: the row has ${cells} cells, the header ${columns}. The file may be cut off, or a delimiter is missing or unquoted.`,
    messageId: `Baris ${line}: baris ini berisi ${cells} sel, baris judul ${columns}. Berkas mungkin terpotong, atau ada pemisah yang kurang atau tidak dikutip.`,
  }
}
