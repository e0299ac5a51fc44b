import type { FastifyReply } from 'fastify'
import { sendTable, answerFormat } from '../http/table-answer.ts'
import type { AnswerFormat } from '../schemas/format.ts'
import { cursorOf, idOfCursor } from '../store/cursor.ts'

/** Rows that are read at once while everything is written out. */
const EXPORT_ROWS = 1000

interface Listing<Item extends { id: string }> {
  name: string
  query: { limit: number, cursor?: string, format?: AnswerFormat }
  accept: string | undefined
  /** Up to `limit` items after an id, in the order of their ids. */
  page: (limit: number, after: string | undefined) => Promise<Item[]>
  header: readonly string[]
  cells: (item: Item) => string[]
  /** The rows of an item in a table, where it is not one: `cells`. */
  rows?: (item: Item) => string[][]
  /** What of an item a page shows. Default: all of it. */
  item?: (item: Item) => object
  numbers?: ReadonlySet<string>
}

/** Answers with a page as JSON, or with everything as a table. */
export async function sendList<Item extends { id: string }> (reply: FastifyReply, { name, query, accept, page, header, cells, rows = item => [cells(item)], item = whole => whole, numbers }: Listing<Item>): Promise<FastifyReply> {
  const format = answerFormat(query.format, accept)
  if (format !== 'json') return await sendTable(reply, format, { name, header, rows: rowsOf(page, rows), numbers })
  const after = query.cursor === undefined ? undefined : idOfCursor(query.cursor)
  // One more than asked for tells whether there is a next page.
  const found = await page(query.limit + 1, after)
  const items = found.slice(0, query.limit)
  return await reply.send({ items: items.map(item), next: found.length > items.length ? cursorOf(items[items.length - 1].id) : null })
}

/** Everything, a page at a time, so that memory does not grow with it. */
export async function * rowsOf<Item extends { id: string }> (page: Listing<Item>['page'], rows: (item: Item) => string[][]): AsyncGenerator<string[][], void> {
  let after: string | undefined
  while (true) {
    const items = await page(EXPORT_ROWS, after)
    if (items.length === 0) return
    yield items.flatMap(rows)
    after = items[items.length - 1].id
  }
}
