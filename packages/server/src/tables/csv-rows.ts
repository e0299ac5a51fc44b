import { Readable } from 'node:stream'
import { parse, type CsvError } from 'csv-parse'
import { FileError } from './file-error.ts'

/** Longest row, in bytes. */
export const LONGEST_ROW = 1_048_576
const SNIFF_LENGTH = 65_536
const DELIMITERS = [',', ';', '\t'] as const
/** A first line that is no row: by it a spreadsheet knows the delimiter. */
const SEPARATOR_LINE = /^\ufeff?sep=([,;\t])\r?\n/i

export interface CsvRow {
  /** Line of the file on which the row begins; the first is 1. */
  line: number
  cells: string[]
}

interface Parsed {
  info: { lines: number }
  record: string[]
}

/** The rows of a CSV text, its header included, empty lines left out. Throws FileError where quotes or a row's length are wrong. */
export async function * csvRows (text: AsyncIterable<string>): AsyncGenerator<CsvRow, void> {
  const { head, all } = await peek(text)
  const [said = '', separator = delimiterOf(head)] = SEPARATOR_LINE.exec(head) ?? []
  const parser = parse({
    bom: true,
    delimiter: separator,
    from_line: said === '' ? 1 : 2,
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const source = Readable.from(all, { objectMode: false })
  source.on('error', error => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const { info, record } of parser as AsyncIterable<Parsed>) {
      // The parser counts to the row's last line; a quoted cell may go over several.
      yield { line: info.lines - record.reduce((breaks, cell) => breaks + lineBreaks(cell), 0), cells: record }
    }
  } catch (error) {
    throw asFileError(error)
  } finally {
    source.destroy()
  }
}

/** Reads to the end of the first line, and gives back the whole text. */
async function peek (text: AsyncIterable<string>): Promise<{ head: string, all: AsyncGenerator<string, void> }> {
  const iterator = text[Symbol.asyncIterator]()
  let head = ''
  while (head.length < SNIFF_LENGTH && !/\S[^\n]*\n/.test(head)) {
    const { done, value } = await iterator.next()
    if (done === true) break
    head += value
  }
  const all = async function * (): AsyncGenerator<string, void> {
    if (head !== '') yield head
    while (true) {
      const { done, value } = await iterator.next()
      if (done === true) return
      yield value
    }
  }
  return { head, all: all() }
}

/** The delimiter that the header line has most of, outside quotes; a comma when it has none. */
function delimiterOf (head: string): string {
  const line = (/\S[^\r\n]*/.exec(head)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map(delimiter => line.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))]
}

function lineBreaks (cell: string): number {
  return cell.includes('\n') ? cell.split('\n').length - 1 : 0
}

/** The parser's errors in our words: its own quote the cell, which may hold what must not be repeated. */
function asFileError (error: unknown): unknown {
  const { code, lines } = error as Partial<CsvError> & { lines?: number }
  if (typeof code !== 'string' || typeof lines !== 'number') return error
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return new FileError({
      row: lines,
      code: 'quote-not-closed',
      expected: 'a closing quote',
      message: `The file ends (line ${lines}) inside quotes: it is cut off, or a quote is missing.`,
      messageId: `Berkas berakhir (baris ${lines}) di dalam tanda kutip: berkas terpotong, atau ada tanda kutip yang kurang.`,
    })
  }
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return new FileError({
      row: lines,
      code: 'row-too-long',
      expected: `a row of at most ${LONGEST_ROW} bytes`,
      message: `Line ${lines}: the row is longer than ${LONGEST_ROW} bytes; a quote may be missing.`,
      messageId: `Baris ${lines}: baris lebih panjang dari ${LONGEST_ROW} bita; mungkin ada tanda kutip yang kurang.`,
    })
  }
  return new FileError({
    row: lines,
    code: 'bad-quotes',
    expected: 'quotes around a whole cell, and doubled inside it',
    message: `Line ${lines}: a quote stands where none can be. Put quotes around the whole cell and double those inside it.`,
    messageId: `Baris ${lines}: ada tanda kutip di tempat yang salah. Kutip seluruh sel dan gandakan tanda kutip di dalamnya.`,
  })
}
