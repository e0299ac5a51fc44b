import { LONGEST_ROW } from './csv-rows.ts'
import type { FieldError } from '../schemas/problem.ts'
import type { Source } from './source.ts'

const NEW_LINE = 0x0a
const MARK = [0xef, 0xbb, 0xbf]

export interface NdjsonRow {
  /** Line of the file; the first is 1. */
  line: number
  value?: unknown
  /** Why the line is not a value. */
  error?: FieldError
}

/** The values of an NDJSON file, one a line; empty lines are left out. A line too long is told, not held. */
export async function * ndjsonRows (source: Source): AsyncGenerator<NdjsonRow, void> {
  let line = 1
  for await (const bytes of lines(source)) {
    if (bytes === undefined) yield { line, error: tooLong(line) }
    else if (bytes.some(byte => byte > 0x20)) yield read(withoutMark(bytes, line), line)
    line++
  }
}

/** Each line's bytes without its end, or undefined for one over the limit. */
async function * lines (source: Source): AsyncGenerator<Uint8Array | undefined, void> {
  let parts: Uint8Array[] = []
  let length = 0
  const take = (): Uint8Array | undefined => {
    const line = length > LONGEST_ROW ? undefined : Buffer.concat(parts)
    parts = []
    length = 0
    return line
  }
  const add = (part: Uint8Array): void => {
    length += part.length
    if (length > LONGEST_ROW) parts = []
    else parts.push(part)
  }
  for await (const chunk of source()) {
    let start = 0
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, start)) {
      add(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    add(chunk.slice(start))
  }
  if (length > 0) yield take()
}

function withoutMark (bytes: Uint8Array, line: number): Uint8Array {
  return line === 1 && MARK.every((byte, position) => bytes[position] === byte) ? bytes.subarray(MARK.length) : bytes
}

function read (bytes: Uint8Array, line: number): NdjsonRow {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { line, error: lineError(line, 'bad-encoding', 'UTF-8', 'the line is not UTF-8', 'baris ini bukan UTF-8') }
  }
  try {
    return { line, value: JSON.parse(text) }
  } catch {
    return { line, error: lineError(line, 'malformed-json', 'one JSON object a line', 'the line is not JSON; it may be cut off', 'baris ini bukan JSON; mungkin terpotong') }
  }
}

function tooLong (line: number): FieldError {
  return lineError(line, 'row-too-long', `a row of at most ${LONGEST_ROW} bytes`, `the row is longer than ${LONGEST_ROW} bytes`, `baris lebih panjang dari ${LONGEST_ROW} bita`)
}

function lineError (row: number, code: string, expected: string, message: string, messageId: string): FieldError {
  return { row, pointer: '', code, expected, message: `Line ${row}: ${message}.`, messageId: `Baris ${row}: ${messageId}.` }
}
