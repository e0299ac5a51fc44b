import type { Database } from '@padan/server'
import { sql } from 'kysely'

/** The trail holds bare ids, which lead to nobody any more; deletions tell followers for a week. */
const MAY_NAME = new Set(['audit', 'deletions'])

/** Rows of any table that hold one of the texts, also within bytes, each as `table: row`. */
export async function tracesOf ({ db }: Database, texts: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
  const found: string[] = []
  for (const { name } of tables) {
    if (MAY_NAME.has(name)) continue
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(db)
    for (const { row } of rows) {
      const whole = `${row} ${row.replaceAll(/\\x([0-9a-f]+)/g, (_, hex) => Buffer.from(hex, 'hex').toString('latin1'))}`
      if (texts.some(text => whole.includes(text) || whole.includes(Buffer.from(text, 'utf16le').toString('latin1')))) found.push(`${name}: ${row.slice(0, 200)}`)
    }
  }
  return found
}
