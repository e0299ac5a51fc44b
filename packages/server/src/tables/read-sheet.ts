import type { Taxonomy } from '@padan/taxonomy'
import type { SideTable } from '../database/tables.ts'
import { Spool } from '../imports/spool.ts'
import type { Notice } from '../schemas/import.ts'
import type { FieldError } from '../schemas/problem.ts'
import { readNumberFormats } from '../sheets/number-formats.ts'
import { readSharedStrings } from '../sheets/shared-strings.ts'
import { sheetRows, type SheetRow, type SheetSeen } from '../sheets/sheet-rows.ts'
import { findSheet } from '../sheets/workbook.ts'
import { ZipParts } from '../sheets/zip-parts.ts'
import type { Column } from './columns.ts'
import { fillRecord } from './fill-record.ts'
import { readHeader, type Header } from './header.ts'
import type { RawRow } from './raw-row.ts'
import { otherSheets, sheetNotices } from './sheet-notices.ts'
import type { Source } from './source.ts'

export interface SheetOptions {
  side: SideTable
  /** Name or number of the sheet; the first that is shown when left out. */
  sheet?: string
  taxonomy: Taxonomy
  notices: Notice[]
}

/** The rows of a workbook's sheet as records still to be checked. Cells beyond the header's are not read. Throws FileError. */
export async function * readSheet (source: Source, { side, sheet, taxonomy, notices }: SheetOptions): AsyncGenerator<RawRow, void> {
  // A zip file tells at its end where its parts are.
  const spool = await Spool.create()
  try {
    for await (const chunk of source()) await spool.append(chunk)
    const doubts = new Doubts()
    let header: Header | undefined
    for await (const row of openSheet(spool, sheet, notices)) {
      if (header === undefined) {
        header = readHeader(row.cells, row.line, side, taxonomy)
        notices.push(...header.notices)
      } else {
        const read = readRow(row, header, doubts)
        if (read !== undefined) yield read
      }
    }
    if (header === undefined) readHeader([], 1, side, taxonomy)
    notices.push(...doubts.notices())
  } finally {
    await spool.close()
  }
}

/** The rows of one sheet of a workbook. Once all are read it is told what may be otherwise than it looks. Throws FileError. */
export async function * openSheet (spool: Spool, wanted: string | undefined, notices: Notice[]): AsyncGenerator<SheetRow, void> {
  const parts = await ZipParts.open(spool)
  const { sheet, sharedStrings, styles, shown, countsFrom1904 } = await findSheet(parts, wanted)
  if (wanted === undefined) notices.push(...otherSheets(shown))
  const formats = styles === undefined ? [] : await readNumberFormats(parts.read(styles))
  const strings = sharedStrings === undefined ? [] : await readSharedStrings(parts.read(sharedStrings))
  const seen: SheetSeen = { hiddenRows: 0, tallCells: 0 }
  yield * sheetRows(parts.read(sheet), { strings, formats, countsFrom1904, seen })
  notices.push(...sheetNotices(seen))
}

function readRow ({ line, cells, kinds, formulas }: SheetRow, header: Header, doubts: Doubts): RawRow | undefined {
  for (const [position, kind] of kinds) {
    const column = header.columns[position]
    if (column === undefined) continue
    if (kind === 'error' || kind === 'no-value') return { line, error: unusable(line, header.names[position], kind, cells[position]) }
    if (kind === 'number' && isCode(column)) doubts.number(header.names[position])
  }
  const trimmed = header.columns.map((_, position) => (cells[position] ?? '').trim())
  if (trimmed.every(cell => cell === '')) return undefined
  doubts.formulas += formulas
  return { line, ...fillRecord(trimmed, header) }
}

/** True for what is text, or a list of it, even when it looks like a number. */
function isCode ({ cell }: Column): boolean {
  return cell.read('1') === '1' || Array.isArray(cell.read('1'))
}

/** What was read but may not be what was meant; told once for the file. */
class Doubts {
  formulas = 0
  readonly #numbers = new Map<string, number>()

  number (name: string): void {
    this.#numbers.set(name, (this.#numbers.get(name) ?? 0) + 1)
  }

  * notices (): Generator<Notice, void> {
    for (const [name, count] of this.#numbers) {
      yield {
        code: 'number-for-text',
        message: `Column '${name}': ${count} cells are numbers, not text. Zeros before or after a code may be lost; give the column the format "Text".`,
        messageId: `Kolom '${name}': ${count} sel berupa angka, bukan teks. Nol di depan atau di belakang kode dapat hilang; beri kolom ini format "Teks".`,
      }
    }
    if (this.formulas === 0) return
    yield {
      code: 'formulas',
      message: `${this.formulas} cells hold formulas. None was computed; what they showed when the file was saved was read.`,
      messageId: `${this.formulas} sel memuat rumus. Rumus tidak dihitung; yang dibaca adalah nilai saat berkas disimpan.`,
    }
  }
}

function unusable (row: number, column: string, kind: 'error' | 'no-value', shown: string | undefined): FieldError {
  const common = { row, pointer: '', column, code: kind === 'error' ? 'cell-error' : 'formula-without-value' }
  return kind === 'error'
    ? {
        ...common,
        received: (shown ?? '').slice(0, 80),
        expected: 'a value',
        message: `Line ${row}: the cell in column '${column}' shows an error. Correct its formula, or write the value.`,
        messageId: `Baris ${row}: sel pada kolom '${column}' menampilkan kesalahan. Perbaiki rumusnya, atau tulis nilainya.`,
      }
    : {
        ...common,
        expected: 'a value',
        message: `Line ${row}: the cell in column '${column}' holds a formula that was never computed. Write the value.`,
        messageId: `Baris ${row}: sel pada kolom '${column}' memuat rumus yang belum dihitung. Tulis nilainya.`,
      }
}
