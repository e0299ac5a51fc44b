import { createCipheriv, createDecipheriv } from 'node:crypto'
import { ExpectedError } from '../errors/expected-error.ts'
import { freshBytes } from './fresh-bytes.ts'

export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const ALGORITHM = 'aes-256-gcm'

/** Thrown when something sealed cannot be opened: it was changed, is not whole, or was sealed with another key or for another place. */
export class SealError extends ExpectedError {
  override readonly name = 'SealError'
}

/**
 * AES-256-GCM: nonce, ciphertext and tag as one piece. `place` says what the bytes are and whose; it is not kept, and only the same one
 * opens them again, so that a sealed value moved to another row is refused. Nonces are random: with 96 bits one key may seal four billion
 * values, and a key here seals one person's.
 */
export function sealBytes (key: Uint8Array, plain: Uint8Array, place: string): Buffer {
  const nonce = freshBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place, 'utf8'))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The opposite. Throws SealError. */
export function openBytes (key: Uint8Array, sealed: Uint8Array, place: string): Buffer {
  const end = sealed.length - TAG_BYTES
  if (end < NONCE_BYTES) throw new SealError('A sealed value is cut off.')
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(place, 'utf8')).setAuthTag(sealed.subarray(end))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()])
  } catch {
    throw new SealError('A sealed value cannot be opened: it was changed, or sealed with another key or for another place.')
  }
}
