import { Ajv, type ValidateFunction } from 'ajv'
import { sql } from 'kysely'
import type { TSchema } from 'typebox'
import type { ExchangeColumn } from '../../exchange/columns.ts'
import { newId, type Desk } from '../../people/desk.ts'
import { INDONESIAN_HEADERS } from '../../tables/indonesian-headers.ts'
import { plainHeader } from '../column-map.ts'
import { dayOf } from '../read-day.ts'
import type { RowReader } from '../row-reader.ts'
import { column, type ImportColumn } from './kind.ts'
import { schemaFaults } from './schema-faults.ts'

const ajv = new Ajv({ allErrors: true, strict: false, coerceTypes: false })

/** Tables of records that are exchanged as they are written: what an export gives is what an import takes. */
export interface RecordTable {
  columns: readonly ImportColumn[]
  columnAt: (pointer: string) => string | undefined
  /** What a row tells of a record, over what is known of it: what a row does not tell stays. Throws RowRefused. */
  read: (row: RowReader, known?: object) => Record<string, unknown>
}

const ID = column({ name: 'id', id: INDONESIAN_HEADERS.id, en: 'id', aliases: ['padanid'], example: '', help: 'The id that exports show; left out for what is new', helpId: 'Id yang tercantum dalam ekspor; kosong untuk data baru' })

export interface RecordTableOptions {
  /** Columns in which every digit counts. */
  exact: readonly string[]
  /** Columns of days, as people write them. */
  days?: readonly string[]
  /** Other words for the values of a column, by its name. */
  words?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The table of some columns, whose records a schema describes. */
export function recordTable (columns: readonly ExchangeColumn[], schema: TSchema, { exact, days = [], words = {} }: RecordTableOptions): RecordTable {
  const isRecord: ValidateFunction = ajv.compile(schema)
  const columnAt = (pointer: string): string | undefined => {
    const steps = pointer.split('/').slice(1)
    return columns.find(({ path }) => path.every((step, position) => step === steps[position]))?.name
  }
  return {
    columns: [ID, ...columns.map(({ name, aliases, isRequired, example, en, id }) => column({ name, id: INDONESIAN_HEADERS[name] ?? name, en: name, aliases, required: isRequired, exact: exact.includes(name), example, help: en, helpId: id }))],
    columnAt,
    read (row, known = {}) {
      const record: Record<string, unknown> = structuredClone({ ...known })
      const badDays = new Set<string>()
      for (const { name, path: [first, second], cell, isRequired } of columns) {
        const text = isRequired && !(first in record) ? row.needed(name) : row.text(name)
        if (text === undefined || text === '' || NOT_OF_THE_RECORD.has(name)) continue
        if (days.includes(name)) {
          const day = dayOf(text)
          if (day === undefined) badDays.add(name)
          record[first] = day ?? text
        } else if (second === undefined) record[first] = cell.read(words[name]?.[plainHeader(text)] ?? text)
        else record[first] = { ...record[first] as object | undefined, [second]: cell.read(text) }
      }
      // What is told of a cell already is not told again by the schema.
      row.done()
      if (isRecord(record) && badDays.size === 0) return record
      for (const { pointer, expected, expectedId } of schemaFaults(isRecord.errors ?? [])) {
        const place = columnAt(pointer)
        // What is expected of a day is told in words, once.
        if (place !== undefined && badDays.delete(place)) {
          row.day(place)
          continue
        }
        row.refuse(place, 'bad-value', expected, expectedId)
      }
      for (const name of badDays) row.day(name)
      row.done()
      return record
    },
  }
}

/** Says whose a posting is, and is no part of it. */
const NOT_OF_THE_RECORD = new Set(['employer'])

/** Which of the ids that rows tell are of people who were erased: one statement. */
export async function erasedOf ({ transaction }: Desk, rows: readonly RowReader[]): Promise<ReadonlySet<string>> {
  const told = textsOf(rows, 'id')
  if (told.length === 0) return new Set()
  const { rows: erased } = await sql<{ subject: string }>`select subject from audit where subject = any(${told}::text[]) and action = 'erasure-granted'`.execute(transaction)
  return new Set(erased.map(({ subject }) => subject))
}

/** What rows tell in a column. */
export function textsOf (rows: readonly RowReader[], column: string): string[] {
  return [...new Set(rows.map(row => row.text(column)).filter(text => text !== undefined))]
}

/**
 * The id that something new gets: the one that the row tells, so that what comes from another office keeps its own; else a new one. An id whose
 * person was erased never comes back. Throws RowRefused.
 */
export function newIdOf (row: RowReader, erased: ReadonlySet<string>, kind: 'e' | 'v' | 's'): string {
  const told = row.text('id')
  if (told === undefined) return newId(kind)
  if (erased.has(told) || !new RegExp(`^${kind}-[a-z2-7]{26}$`).test(told)) row.refuse('id', 'nobody', 'an id that exports show, or nothing', 'id yang tercantum dalam ekspor, atau kosong')
  row.done()
  return told
}
