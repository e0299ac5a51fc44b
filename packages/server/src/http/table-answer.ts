import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { Type, type TSchema } from 'typebox'
import { columnsFor } from '../access/field-guard.ts'
import type { AnswerFormat } from '../schemas/format.ts'
import { xlsxStream, type Cell } from '../sheets/write-xlsx.ts'
import { headerIn } from '../tables/header-words.ts'
import { MEDIA_TYPES } from '../tables/source.ts'
import { csvText } from '../tables/write-table.ts'
import { languageOf } from './language.ts'

/** A table as an answer. */
export interface AnswerTable {
  /** Of the file, and of the sheet. */
  name: string
  header: readonly string[]
  /** Rows some at a time, so that memory does not grow with the table. */
  rows: AsyncIterable<ReadonlyArray<readonly string[]>> | Iterable<ReadonlyArray<readonly string[]>>
  /** Columns whose cells are numbers in a workbook: people sort by them. Codes and ids are text everywhere. */
  numbers?: ReadonlySet<string>
}

const NUMBER = /^-?\d{1,15}(\.\d+)?$/

/** What was asked for: the query goes before `Accept`. */
export function answerFormat (asked: AnswerFormat | undefined, accept: string = ''): AnswerFormat {
  if (asked !== undefined) return asked
  const wanted = accept.toLowerCase()
  return wanted.includes(MEDIA_TYPES.xlsx) ? 'xlsx' : /\btext\/csv\b/.test(wanted) ? 'csv' : 'json'
}

/** The successful answer of a route that can give its list as a table. */
export function orTable<Schema extends TSchema> (schema: Schema, description: string): Schema {
  const text = { schema: Type.String() }
  return { description, content: { 'application/json': { schema }, 'text/csv': text, [MEDIA_TYPES.xlsx]: text } } as never
}

/** The answer itself, as a file to be kept, with the columns that the caller sees, headed in the caller's language. */
export async function sendTable (reply: FastifyReply, format: 'csv' | 'xlsx', whole: AnswerTable): Promise<FastifyReply> {
  const table = withColumns(whole, columnsFor(reply.request, whole.header))
  const language = languageOf(reply.request.headers['accept-language'])
  const header = headerIn(language, reply.request.routeOptions.config.operationId ?? '', table.header)
  reply.headers({ 'content-disposition': `attachment; filename="${table.name}.${format}"`, 'content-language': language, vary: 'accept, accept-language' })
  const stream = format === 'csv'
    ? Readable.from(csvPieces(header, table.rows))
    : xlsxStream([{ name: table.name, header, rows: withNumbers(table) }])
  return await reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : MEDIA_TYPES.xlsx).send(stream as never)
}

/** The rows of a list that is short enough to be there as a whole. */
export async function sendRows (reply: FastifyReply, format: 'csv' | 'xlsx', name: string, header: readonly string[], rows: ReadonlyArray<readonly string[]>): Promise<FastifyReply> {
  return await sendTable(reply, format, { name, header, rows: [rows] })
}

/** A list that is there as a whole: as JSON, or as a table of the columns named. */
export async function sendItems<Item extends object> (reply: FastifyReply, asked: AnswerFormat | undefined, name: string, header: ReadonlyArray<keyof Item & string>, items: readonly Item[]): Promise<FastifyReply> {
  const format = answerFormat(asked, reply.request.headers.accept)
  if (format === 'json') return await reply.send({ items })
  return await sendRows(reply, format, name, header, items.map(item => header.map(column => textOf(item[column]))))
}

/** A value as a cell: nothing for none, JSON for what has parts. */
export function textOf (value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function withColumns (table: AnswerTable, columns: readonly number[]): AnswerTable {
  const { header, rows } = table
  if (columns.length === header.length) return table
  return { ...table, header: columns.map(position => header[position]), rows: rowsWith(rows, columns) }
}

async function * rowsWith (batches: AnswerTable['rows'], columns: readonly number[]): AsyncGenerator<string[][], void> {
  for await (const batch of batches) yield batch.map(row => columns.map(position => row[position]))
}

async function * csvPieces (header: readonly string[], rows: AnswerTable['rows']): AsyncGenerator<string, void> {
  yield csvText([header])
  for await (const batch of rows) yield csvText(batch)
}

async function * withNumbers ({ header, rows, numbers = new Set() }: AnswerTable): AsyncGenerator<Cell[][], void> {
  const isNumber = header.map(name => numbers.has(name))
  for await (const batch of rows) {
    yield batch.map(row => row.map((cell, position) => isNumber[position] && NUMBER.test(cell) ? Number(cell) : cell))
  }
}
