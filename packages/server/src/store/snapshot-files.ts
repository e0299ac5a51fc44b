import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { SnapshotPlace } from './snapshot-place.ts'

const FOLDER = 'snapshots'

/** Saved indexes as files beside the embedded database. A file with its full name is whole: it is written under another and renamed. */
export class SnapshotFiles implements SnapshotPlace {
  readonly #folder: string

  constructor (dataFolder: string) {
    this.#folder = join(dataFolder, FOLDER)
  }

  async keep (_db: Kysely<Tables>, digest: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const draft = join(this.#folder, `${digest}.draft`)
    const file = await open(draft, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, this.#path(digest))
    await syncFolder(this.#folder)
  }

  async read (_db: Kysely<Tables>, digest: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.#path(digest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  async keepOnly (_db: Kysely<Tables>, digest: string): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      if (join(this.#folder, name) !== this.#path(digest)) await rm(join(this.#folder, name), { force: true })
    }
  }

  #path (digest: string): string {
    return join(this.#folder, `${digest}.snapshot`)
  }
}

/** A new name is only sure to be there once its folder is. */
async function syncFolder (folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
