import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '../tables/source.ts'

/** A temporary file of this process alone, for what is too large for memory. Whoever made it removes it. */
export class Spool {
  readonly #folder: string
  readonly #path: string
  readonly #file: FileHandle

  private constructor (folder: string, path: string, file: FileHandle) {
    this.#folder = folder
    this.#path = path
    this.#file = file
  }

  static async create (): Promise<Spool> {
    const folder = await mkdtemp(join(tmpdir(), 'padan-'))
    const path = join(folder, 'spool')
    return new Spool(folder, path, await open(path, 'wx', 0o600))
  }

  async append (data: Uint8Array | string): Promise<void> {
    await this.#file.appendFile(data)
  }

  /** Everything appended so far, from the beginning. */
  readonly source: Source = () => createReadStream(this.#path, { highWaterMark: 262_144 })

  async remove (): Promise<void> {
    await this.#file.close()
    await rm(this.#folder, { recursive: true, force: true })
  }
}
