/** What is used of Node's own SQLite driver, whose types Node 20 does not have. */
export interface SqliteDatabase {
  exec (sql: string): unknown
  prepare (sql: string): SqliteStatement
  close (): unknown
}

export interface SqliteStatement {
  run (...values: (number | null)[]): unknown
  all (values: Record<string, number>): unknown[]
}

/** The least Node that has the driver without a flag. */
const LEAST_NODE = '22.13'

/** A database in memory. Throws where Node has no SQLite. */
export async function openSqlite (): Promise<SqliteDatabase> {
  // Not written in the import, because an older Node does not know the name.
  const name = 'node:sqlite'
  const driver = await import(name).catch(() => {
    throw new Error(`Node ${process.versions.node} has no SQLite in it; expected Node ${LEAST_NODE} or newer.`)
  }) as { DatabaseSync: new (path: string) => SqliteDatabase }
  return new driver.DatabaseSync(':memory:')
}
