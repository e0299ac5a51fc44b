import { writeFile } from 'node:fs/promises'
import type { Catalogue } from '@padan/taxonomy'

/** Writes a catalogue as JSON, to a file or to standard output. */
export async function writeCatalogue (catalogue: Catalogue, path: string | undefined): Promise<void> {
  const text = `${JSON.stringify(catalogue, null, 2)}\n`
  if (path === undefined) process.stdout.write(text)
  else await writeFile(path, text)
}
