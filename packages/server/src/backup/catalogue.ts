import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { DATA_MAP, TECHNICAL } from '../privacy/data-map.ts'

/** The tables that a backup holds, each after those that it refers to. Throws for a table that the data map does not have: it might hold anybody. */
export async function tablesInOrder (db: Kysely<Tables>): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = current_schema() order by c.relname`.execute(db)
  const { rows: references } = await sql<{ from: string, to: string }>`
    select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to" from pg_constraint c where c.contype = 'f' and c.conrelid <> c.confrelid`.execute(db)
  const ordered: string[] = []
  const visit = (name: string): void => {
    if (ordered.includes(name)) return
    for (const reference of references) if (reference.from === name) visit(reference.to)
    ordered.push(name)
  }
  for (const { name } of tables) visit(name)
  return ordered.filter(name => {
    if (TECHNICAL.has(name)) return false
    if (!Object.hasOwn(DATA_MAP, name)) throw new Error(`The table ${name} is not in privacy/data-map.ts.`)
    return DATA_MAP[name].inBackup
  })
}

/** The last migration that was carried out; undefined in a new database. */
export async function layoutOf (db: Kysely<Tables>): Promise<string | undefined> {
  const { rows: tables } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (!tables[0].there) return undefined
  return (await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(db)).rows[0]?.name
}
