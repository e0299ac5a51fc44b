import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from './tables.ts'

/** Values by column. Days and times are text or a Date, `jsonb` the value itself, `bytea` as `bytesAsText` writes it. */
export type SetRow<Table extends keyof Tables> = { readonly [Column in keyof Tables[Table]]?: unknown }

/**
 * Rows as a table of a statement: two parameters, however many they are. Each value as a parameter of its own meets the bound of 65,535, and making and
 * reading a text of thousands of placeholders takes longer than storing the rows. What is the same in all rows (the very same value: who, when, what kind) is
 * sent once, which saves a third of the time of storing people. The types are those of the table's columns; a column left out is null.
 */
export function rowSet<Table extends keyof Tables> (table: Table, rows: ReadonlyArray<SetRow<Table>>): RawBuilder<unknown> {
  const [shared, own] = parted(rows)
  return sql`json_populate_recordset(json_populate_record(null::${sql.table(table)}, ${JSON.stringify(shared)}::json), ${JSON.stringify(own)}::json)`
}

/** What all rows share, and what each has beside it. */
function parted (rows: ReadonlyArray<Readonly<Record<string, unknown>>>): [shared: object, own: object[]] {
  const shared: Record<string, unknown> = {}
  const names: string[] = []
  for (const name of new Set(rows.flatMap(row => Object.keys(row)))) {
    const value = rows[0][name]
    if (rows.every(row => row[name] === value)) shared[name] = value
    else names.push(name)
  }
  return [shared, rows.map(row => {
    const own: Record<string, unknown> = {}
    for (const name of names) own[name] = row[name]
    return own
  })]
}

/** Inserts rows that all have the same columns, by one statement. */
export async function insertRows<Table extends keyof Tables> (db: Kysely<Tables>, table: Table, rows: ReadonlyArray<SetRow<Table>>, onConflict: RawBuilder<unknown> = sql``): Promise<void> {
  if (rows.length === 0) return
  const columns = sql.join(Object.keys(rows[0]).map(name => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from ${rowSet(table, rows)} as given ${onConflict}`.execute(db)
}

/** Bytes as the database reads them out of text. */
export function bytesAsText (bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
