import type { Catalogue, Taxonomy } from '@padan/taxonomy'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { Registry } from '../store/registry.ts'

/** Runs work on the database that the environment names, as its only writer, and closes it. */
export async function withRegistry<T> (known: { taxonomy: Taxonomy, catalogues: readonly Catalogue[] }, work: (registry: Registry) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const database = await openDatabase({ url: config.DATABASE_URL, poolSize: config.DATABASE_POOL, folder: config.PADAN_DATA })
  const registry = new Registry({ database, ...known })
  try {
    await registry.load()
    return await work(registry)
  } finally {
    await registry.close()
  }
}
