import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** The public half, as verifiers read it (RFC 8037). */
export interface PublicJwk {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
  kid: string
  use: 'sig'
  alg: 'EdDSA'
}

export interface SigningKey {
  kid: string
  /** Signs with `crypto.sign(null, bytes, key)`. */
  privateKey: KeyObject
}

/** A key as it is kept: everything but the wrapping of its private half. */
export interface SigningKeyRow {
  id: string
  x: string
  privateDer: Buffer
}

/** The keys that cards are signed with. The newest signs; older ones stay in the public set, so that what they signed can be verified. */
export class SigningKeys {
  #current: SigningKey | undefined
  #public: readonly PublicJwk[] = []

  /** The key that signs now. */
  current (): SigningKey {
    if (this.#current === undefined) throw new Error('There is no signing key: the vault has not been opened.')
    return this.#current
  }

  /** The public set, newest first, as it is published (a JWK Set, RFC 7517). Revoked keys are not in it. */
  publicSet (): { keys: readonly PublicJwk[] } {
    return { keys: this.#public }
  }

  /** Takes over what the database has, newest first. */
  replace (rows: readonly SigningKeyRow[]): void {
    this.#public = rows.map(({ id, x }) => ({ kty: 'OKP', crv: 'Ed25519', x, kid: id, use: 'sig', alg: 'EdDSA' }))
    this.#current = rows.length === 0 ? undefined : { kid: rows[0].id, privateKey: createPrivateKey({ key: rows[0].privateDer, format: 'der', type: 'pkcs8' }) }
  }
}

export function makeSigningKey (): SigningKeyRow {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x } = publicKey.export({ format: 'jwk' }) as { x: string }
  // RFC 7638: the required members alone, in this order.
  const id = createHash('sha256').update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x })).digest('base64url')
  return { id, x, privateDer: privateKey.export({ format: 'der', type: 'pkcs8' }) }
}

/** Keys that may be believed, newest first. */
export async function readSigningKeys (db: Kysely<Tables>): Promise<Array<{ id: string, x: string, wrapped: Buffer }>> {
  return await db.selectFrom('signing_keys').select(['id', 'x', 'wrapped']).where('revoked_at', 'is', null).orderBy('number', 'desc').execute()
}

/** What the key signed is not to be believed any more. False when there is no such key. */
export async function revokeSigningKey (db: Kysely<Tables>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('signing_keys').set({ revoked_at: sql`now()` }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}
