import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import type { PostgresPool } from 'kysely'
import { DurableFiles, syncFolder } from './durable-files.ts'
import { lockFolder } from './folder-lock.ts'
import { singleConnectionPool } from './single-connection-pool.ts'

/**
 * Written when the first start is through. Files without it are of a start that was cut off, before anything was acknowledged. They are
 * moved aside, not deleted: somebody may have copied a database here without its mark.
 */
const COMPLETE_MARK = 'complete'
const DATABASE_FOLDER = 'postgres'

/** fsync on, and by `fsync` rather than by `fdatasync`, which does nothing here. */
const START_PARAMETERS = [...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'), '-c', 'wal_sync_method=fsync']

export interface Embedded {
  pool: PostgresPool
  close: () => Promise<void>
}

/** Opens the embedded PostgreSQL in a folder, or in memory when none is given. Throws FolderInUseError. */
export async function openEmbedded (folder?: string): Promise<Embedded> {
  if (folder !== undefined) return await openFolder(folder)
  return await wrap(await PGlite.create(), () => { throw new Error('A database in memory is gone when it ends.') }, () => {})
}

async function openFolder (folder: string): Promise<Embedded> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = await lockFolder(folder)
  try {
    const files = join(folder, DATABASE_FOLDER)
    const mark = join(folder, COMPLETE_MARK)
    if (!existsSync(mark) && existsSync(files)) renameSync(files, `${files}.incomplete-${Date.now()}`)
    const open = (): Promise<PGlite> => PGlite.create({ fs: new DurableFiles(files), startParams: START_PARAMETERS })
    const database = await open()
    if (!existsSync(mark)) {
      syncFolder(files)
      writeFileSync(mark, `${new Date().toISOString()}\n`, { flush: true })
      syncFolder(folder)
    }
    return await wrap(database, open, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function wrap (first: PGlite, open: () => Promise<PGlite>, unlock: () => void): Promise<Embedded> {
  let database: PGlite | undefined = first
  const pool = await singleConnectionPool({
    config: createPgConfig(first),
    reopen: async () => createPgConfig(database = await open()),
    onEnd: () => { database = undefined },
  })
  const close = async (): Promise<void> => {
    await database?.close()
    unlock()
  }
  return { pool, close }
}
