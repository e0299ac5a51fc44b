import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '../tables/source.ts'

const CHUNK_BYTES = 262_144

/**
 * A temporary file for what is too large for memory. It has no name: it is removed from its folder as soon as it is open, so that records
 * are not left lying about when the process is killed. Whoever made it closes it.
 */
export class Spool {
  readonly #file: FileHandle

  private constructor (file: FileHandle) {
    this.#file = file
  }

  static async create (): Promise<Spool> {
    const folder = await mkdtemp(join(tmpdir(), 'padan-'))
    try {
      return new Spool(await open(join(folder, 'spool'), 'wx+', 0o600))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async append (data: Uint8Array | string): Promise<void> {
    await this.#file.appendFile(data)
  }

  /** Everything appended so far, from the beginning. */
  readonly source: Source = () => chunksOf(this.#file)

  /** Bytes from a position on; fewer at the end. */
  async read (position: number, length: number): Promise<Uint8Array> {
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, position)
    return buffer.subarray(0, bytesRead)
  }

  /** The bytes from `start` up to `end`, in chunks. */
  range (start: number, end: number): AsyncGenerator<Uint8Array, void> {
    return chunksOf(this.#file, start, end)
  }

  async size (): Promise<number> {
    return (await this.#file.stat()).size
  }

  async close (): Promise<void> {
    await this.#file.close()
  }
}

/** Read by position, so that several readers and the writer do not disturb one another. A stream would close the file behind itself. */
async function * chunksOf (file: FileHandle, start: number = 0, end: number = Infinity): AsyncGenerator<Uint8Array, void> {
  let position = start
  while (position < end) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, Math.min(CHUNK_BYTES, end - position), position)
    if (bytesRead === 0) return
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}
