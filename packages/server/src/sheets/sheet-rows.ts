import { LONGEST_ROW } from '../tables/csv-rows.ts'
import { readEscaped } from './escaped-text.ts'
import { shownNumber, type NumberFormat } from './number-formats.ts'
import { damaged, sheetError } from './sheet-error.ts'
import { readXml } from './xml-events.ts'

/** Most columns that are looked at: ten times what any table here has. */
const MOST_COLUMNS = 512
const NUMBER = /^[\d.]+$/
const REFERENCE = /^([A-Z]{1,7})(\d+)$/

export type CellKind = 'text' | 'number' | 'error' | 'no-value'

export interface SheetRow {
  /** As the spreadsheet numbers it; the first is 1. */
  line: number
  /** What each cell shows; empty where there is none. */
  cells: string[]
  /** What each cell is, where it is not text. A formula without a computed value is `no-value`. */
  kinds: Map<number, CellKind>
  /** How many cells hold formulas. */
  formulas: number
}

/** What is told of a sheet beside its cells; complete when its last row was read. */
export interface SheetSeen {
  /** Rows that hold anything and are not shown. */
  hiddenRows: number
  /** Merged cells over more than one row. */
  tallCells: number
}

export interface SheetContext {
  strings: readonly string[]
  formats: readonly NumberFormat[]
  countsFrom1904: boolean
  seen: SheetSeen
}

/** The rows of a sheet that hold anything, as they come. Formulas are left alone: what they gave when the file was saved is read. Throws FileError. */
export async function * sheetRows (chunks: AsyncIterable<Uint8Array>, context: SheetContext): AsyncGenerator<SheetRow, void> {
  const builder = new RowBuilder(context)
  for await (const rows of readXml(chunks, builder, () => builder.take())) yield * rows
}

/** Puts rows together from what the XML tells. */
class RowBuilder {
  readonly #context: SheetContext
  #done: SheetRow[] = []
  #row: SheetRow = emptyRow(0)
  #length = 0
  #column = -1
  #type = ''
  #style = 0
  #value = ''
  #hasValue = false
  #isFormula = false
  #isPhonetic = false
  #isReading = false
  #isHidden = false

  constructor (context: SheetContext) {
    this.#context = context
  }

  take (): SheetRow[] {
    const rows = this.#done
    this.#done = []
    return rows
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'row') this.#openRow(attributes)
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'mergeCell') this.#openMerged(attributes)
    else if (name === 'f') this.#isFormula = true
    else if (name === 'rPh') this.#isPhonetic = true
    else if (name === 'v' || name === 't') {
      this.#isReading = !this.#isPhonetic
      this.#hasValue ||= this.#isReading
    }
  }

  readonly text = (text: string): void => {
    if (!this.#isReading) return
    this.#value += text
    this.#grow(text.length)
  }

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.#isReading = false
    else if (name === 'rPh') this.#isPhonetic = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row' && (this.#row.cells.some(cell => cell !== '') || this.#row.kinds.size > 0)) {
      this.#done.push(this.#row)
      if (this.#isHidden) this.#context.seen.hiddenRows++
    }
  }

  #openMerged ({ ref = '' }: Readonly<Record<string, string>>): void {
    const [first, last = first] = ref.split(':').map(corner => REFERENCE.exec(corner)?.[2])
    if (first !== last) this.#context.seen.tallCells++
  }

  #openRow ({ r, hidden }: Readonly<Record<string, string>>): void {
    const line = r === undefined ? this.#row.line + 1 : Number(r)
    if (!Number.isSafeInteger(line) || line < 1) throw damaged()
    this.#row = emptyRow(line)
    this.#isHidden = hidden === '1' || hidden === 'true'
    this.#length = 0
    this.#column = -1
  }

  #openCell ({ r, t, s }: Readonly<Record<string, string>>): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r)
    if (this.#column >= MOST_COLUMNS) {
      throw sheetError('too-many-columns', `at most ${MOST_COLUMNS} columns`,
        `Row ${this.#row.line} has cells beyond column ${MOST_COLUMNS}. Remove them, or copy the table into a new sheet.`,
        `Baris ${this.#row.line} memuat sel di luar kolom ke-${MOST_COLUMNS}. Hapus sel itu, atau salin tabel ke lembar baru.`, this.#row.line)
    }
    this.#type = t ?? 'n'
    this.#style = Number(s ?? 0)
    this.#value = ''
    this.#hasValue = false
    this.#isFormula = false
  }

  #closeCell (): void {
    const { cells, kinds } = this.#row
    if (this.#isFormula) this.#row.formulas++
    if (!this.#hasValue) {
      if (this.#isFormula) kinds.set(this.#column, 'no-value')
      return
    }
    while (cells.length <= this.#column) cells.push('')
    const before = this.#value.length
    cells[this.#column] = this.#shown()
    // A shared text may be long, and referred to again and again.
    this.#grow(Math.max(0, cells[this.#column].length - before))
    if (this.#type === 'e') kinds.set(this.#column, 'error')
    else if (this.#type === 'n' && NUMBER.test(cells[this.#column])) kinds.set(this.#column, 'number')
  }

  #shown (): string {
    const { strings, formats, countsFrom1904 } = this.#context
    switch (this.#type) {
      case 's': {
        const text = strings[Number(this.#value)]
        if (text === undefined) throw damaged()
        return text
      }
      case 'b': return this.#value.trim() === '1' ? 'true' : 'false'
      case 'd': return this.#value.slice(0, 10)
      case 'n': return shownNumber(this.#value, formats[this.#style], countsFrom1904)
      default: return readEscaped(this.#value)
    }
  }

  #grow (characters: number): void {
    this.#length += characters
    if (this.#length <= LONGEST_ROW) return
    const { line } = this.#row
    throw sheetError('row-too-long', `a row of at most ${LONGEST_ROW} characters`,
      `Row ${line} is longer than ${LONGEST_ROW} characters.`, `Baris ${line} lebih panjang dari ${LONGEST_ROW} karakter.`, line)
  }
}

function emptyRow (line: number): SheetRow {
  return { line, cells: [], kinds: new Map(), formulas: 0 }
}

/** `C5` is in column 2. */
function columnOf (reference: string): number {
  const letters = REFERENCE.exec(reference)?.[1]
  if (letters === undefined) throw damaged()
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
