import { createHash } from 'node:crypto'
import { tooLarge } from '../errors/problem.ts'
import { Spool } from './spool.ts'

export interface Received {
  spool: Spool
  /** SHA-256 of the body as it came, hex. */
  hash: string
}

/** Writes a body to a temporary file as it comes. Throws Problem `body-too-large` once it is over the limit; nothing is kept then. */
export async function receive (body: AsyncIterable<Uint8Array>, announced: string | undefined, limit: number): Promise<Received> {
  if (Number(announced) > limit) throw tooLarge(limit)
  const spool = await Spool.create()
  try {
    const hash = createHash('sha256')
    let length = 0
    for await (const chunk of body) {
      length += chunk.length
      if (length > limit) throw tooLarge(limit)
      hash.update(chunk)
      await spool.append(chunk)
    }
    return { spool, hash: hash.digest('hex') }
  } catch (error) {
    await spool.close()
    throw error
  }
}
