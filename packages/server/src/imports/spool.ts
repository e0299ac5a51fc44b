import { createCipheriv, createDecipheriv, randomBytes, type Cipher } from 'node:crypto'
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '../tables/source.ts'

const CHUNK_BYTES = 262_144
/** A counter mode: what stands at a position is read without what stands before it, and the bytes stay as many. */
const CIPHER = 'aes-256-ctr'
const KEY_BYTES = 32
const BLOCK_BYTES = 16

/**
 * A temporary file for what is too large for memory. It has no name: it is removed from its folder as soon as it is open, so that records
 * are not left lying about when the process is killed; and what is on the disk is encrypted with a key that only this process ever has. Whoever
 * made it closes it.
 */
export class Spool {
  readonly #file: FileHandle
  readonly #key = randomBytes(KEY_BYTES)
  readonly #cipher: Cipher = createCipheriv(CIPHER, this.#key, counterAt(0))

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
    await this.#file.appendFile(this.#cipher.update(typeof data === 'string' ? Buffer.from(data) : data))
  }

  /** Everything appended so far, from the beginning. */
  readonly source: Source = () => this.range(0, Infinity)

  /** Bytes from a position on; fewer at the end. */
  async read (position: number, length: number): Promise<Uint8Array> {
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, position)
    return this.#plain(buffer.subarray(0, bytesRead), position)
  }

  /**
   * The bytes from `start` up to `end`, in chunks. Read by position, so that several readers and the writer do not disturb one another; a stream
   * would close the file behind itself.
   */
  async * range (start: number, end: number): AsyncGenerator<Uint8Array, void> {
    let position = start
    while (position < end) {
      const { buffer, bytesRead } = await this.#file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, Math.min(CHUNK_BYTES, end - position), position)
      if (bytesRead === 0) return
      yield this.#plain(buffer.subarray(0, bytesRead), position)
      position += bytesRead
    }
  }

  async size (): Promise<number> {
    return (await this.#file.stat()).size
  }

  async close (): Promise<void> {
    await this.#file.close()
  }

  #plain (bytes: Uint8Array, position: number): Uint8Array {
    const decipher = createDecipheriv(CIPHER, this.#key, counterAt(Math.floor(position / BLOCK_BYTES)))
    decipher.update(Buffer.alloc(position % BLOCK_BYTES))
    return decipher.update(bytes)
  }
}

/** The counter of a block. The key is new for each file, so that counters may begin at 0. */
function counterAt (block: number): Buffer {
  const counter = Buffer.alloc(BLOCK_BYTES)
  counter.writeBigUInt64BE(BigInt(block), BLOCK_BYTES - 8)
  return counter
}
