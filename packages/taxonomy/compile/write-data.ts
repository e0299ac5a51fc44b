import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TaxonomyData } from '../dist/tables.js'

/** What a compiled table looks like to the type checker; the loader knows each by name. */
const DECLARATION = 'declare const table: unknown\nexport default table\n'

/** Twelve hex digits of SHA-256 over the text of every table, in the order they are given. */
export function dataDigest (tables: Omit<TaxonomyData, 'edition'>): string {
  const hash = createHash('sha256')
  for (const table of Object.values(tables)) hash.update(moduleText(table))
  return hash.digest('hex').slice(0, 12)
}

/** Writes each table as a module of its own, named by its key, and returns the bytes of each by name. */
export function writeData (folder: string, data: object): Record<string, number> {
  mkdirSync(folder, { recursive: true })
  const sizes: Record<string, number> = {}
  for (const [name, table] of Object.entries(data)) {
    const text = moduleText(table)
    writeFileSync(join(folder, `${name}.js`), text)
    writeFileSync(join(folder, `${name}.d.ts`), DECLARATION)
    sizes[name] = Buffer.byteLength(text)
  }
  return sizes
}

/** `JSON.parse` of one string is read faster by every engine than the same data as a literal. */
function moduleText (table: unknown): string {
  const json = JSON.stringify(table).replaceAll('\\', '\\\\').replaceAll("'", "\\'")
  return `export default JSON.parse('${json}')\n`
}
