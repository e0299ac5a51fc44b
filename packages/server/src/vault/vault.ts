import { createHmac, randomBytes } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import { bytesAsText, insertRows } from '../database/row-set.ts'
import type { Tables } from '../database/tables.ts'
import type { Follower } from '../store/follower.ts'
import { KEY_BYTES, openBytes, sealBytes, SealError } from './cipher.ts'
import { freshBytes } from './fresh-bytes.ts'
import { requireKey } from './key-check.ts'
import { KeyError, type KeyFolder } from './master-key.ts'
import { makeSigningKey, readSigningKeys, revokeSigningKey, SigningKeys } from './signing-keys.ts'

export type BlindIndexKind = 'nik' | 'phone' | 'email' | 'idempotency-key'

/** A text that is sealed with a key of its own, and that key, wrapped. */
export interface NewSeal {
  sealed: string
  wrapped: Buffer
}

/** First character of a sealed text: how it was sealed. */
const VERSION = '1'
const BLIND_INDEX = 'blind-index'

/**
 * What seals personal data. Every person has a data key of their own, kept in the database wrapped by the master key, which is kept
 * elsewhere; to delete a person's key is to make everything unreadable that was sealed with it, in old backups too.
 *
 * Keys are held in memory, wrapped (about 150 bytes each), so that sealing and opening wait for nobody. A new person's key is written in the
 * transaction of the write that first seals with it: `Registry.write` does so.
 */
export class Vault implements Follower {
  readonly signing: SigningKeys = new SigningKeys()
  /** Where the keys are kept outside the database; undefined in tests and in memory. */
  folder: KeyFolder | undefined
  #master: Buffer | undefined
  #blindKey: Buffer | undefined
  readonly #wrapped = new Map<string, Buffer>()
  /** Keys made in memory that no commit has yet. */
  readonly #unsaved = new Set<string>()

  /**
   * Opens the vault of a database. The first time, the database learns the key (and keeps a check value of it) and gets its own keys. Throws
   * KeyError when the database was sealed with another one.
   */
  static async open (db: Kysely<Tables>, master: Uint8Array): Promise<Vault> {
    const vault = new Vault()
    vault.#master = Buffer.from(master)
    await db.transaction().execute(async transaction => {
      await requireKey(transaction, master)
      await vault.#makeServiceKeys(transaction)
    })
    await vault.load(db)
    return vault
  }

  /** A vault over a database that has this master key already, as it is seen by `db`. */
  static async over (db: Kysely<Tables>, master: Uint8Array): Promise<Vault> {
    const vault = new Vault()
    vault.#master = Buffer.from(master)
    await vault.load(db)
    return vault
  }

  /** Another vault with the same master key, with what a transaction sees. */
  async asOf (db: Kysely<Tables>): Promise<Vault> {
    return await Vault.over(db, this.#requireMaster())
  }

  /** A vault that opens nothing, for work on match records alone. */
  static closed (): Vault {
    return new Vault()
  }

  get isOpen (): boolean {
    return this.#master !== undefined
  }

  /** Seals a text of a person, as base64url; the id is bound, so that it opens for nobody else. */
  seal (personId: string, plain: string): string {
    return sealedText(this.#keyOf(personId) ?? this.#makeKey(personId), personId, plain)
  }

  /** Seals the first text of somebody new, with a key that the vault does not know before `admit`: whoever is not stored leaves none behind. */
  sealAnew (personId: string, plain: string): NewSeal {
    const key = freshBytes(KEY_BYTES)
    return { sealed: sealedText(key, personId, plain), wrapped: this.#wrap(personId, key) }
  }

  /** Takes in the key of somebody new, who is to be written in this transaction. Throws SealError when the person has one. */
  admit (personId: string, { wrapped }: NewSeal): void {
    if (this.#wrapped.has(personId)) throw new SealError('This person has a key already, and another came.')
    this.#wrapped.set(personId, wrapped)
    this.#unsaved.add(personId)
  }

  /** Opens what was sealed for the person. Throws SealError, also for somebody who was erased. */
  open (personId: string, sealed: string): string {
    if (sealed[0] !== VERSION) throw new SealError(`A sealed value of version '${sealed.slice(0, 1)}' came; this program knows version ${VERSION}.`)
    return this.openBytes(personId, Buffer.from(sealed.slice(1), 'base64url')).toString('utf8')
  }

  /** Seals bytes of a person, as photos and rows of backups. */
  sealBytes (personId: string, plain: Uint8Array): Buffer {
    return sealBytes(this.#keyOf(personId) ?? this.#makeKey(personId), plain, placeOf(personId))
  }

  /** Throws SealError. */
  openBytes (personId: string, sealed: Uint8Array): Buffer {
    const key = this.#keyOf(personId)
    if (key === undefined) throw new SealError('There is no key for this person: the person was erased, or never known here.')
    return openBytes(key, sealed, placeOf(personId))
  }

  /** True when something was or can be sealed for the person. */
  hasKey (personId: string): boolean {
    return this.#wrapped.has(personId)
  }

  /**
   * A keyed hash (HMAC-SHA-256, hex) to find a value by that is sealed. There are so few possible NIKs that a plain hash would give them
   * away. The value is taken as it is: bring it to one form first.
   */
  blindIndex (kind: BlindIndexKind, value: string): string {
    if (this.#blindKey === undefined) throw closedError()
    return createHmac('sha256', this.#blindKey).update(`${kind}\0${value}`).digest('hex')
  }

  /** Deletes a person's key in the transaction; the returned function does so in memory, after the commit. */
  async forget (transaction: Transaction<Tables>, personId: string): Promise<() => void> {
    await transaction.deleteFrom('person_keys').where('person_id', '=', personId).execute()
    this.forgetUnsaved(personId)
    return () => { this.#wrapped.delete(personId) }
  }

  /** Deletes a key that was made since the last commit: nothing that was sealed with it is to be kept. */
  forgetUnsaved (personId: string): void {
    if (this.#unsaved.delete(personId)) this.#wrapped.delete(personId)
  }

  /** Makes a new key that cards are signed with from the commit on. The older ones stay in the public set. */
  async rotateSigningKey (transaction: Transaction<Tables>): Promise<{ kid: string }> {
    const { id, x, privateDer } = makeSigningKey()
    await transaction.insertInto('signing_keys').values({ id, x, wrapped: sealBytes(this.#requireMaster(), privateDer, `signing-key ${id}`) }).execute()
    return { kid: id }
  }

  /** What the key signed is not to be believed from the commit on. False when there is no such key. */
  async revokeSigningKey (transaction: Transaction<Tables>, kid: string): Promise<boolean> {
    return await revokeSigningKey(transaction, kid)
  }

  /** Reads the public and the private halves anew; called after a commit that changed them. */
  async loadSigningKeys (db: Kysely<Tables>): Promise<void> {
    const master = this.#requireMaster()
    const rows = await readSigningKeys(db)
    this.signing.replace(rows.map(({ id, x, wrapped }) => ({ id, x, privateDer: openBytes(master, wrapped, `signing-key ${id}`) })))
  }

  /** Reads every key from the database. */
  async load (db: Kysely<Tables>): Promise<void> {
    if (this.#master === undefined) return
    const rows = await db.selectFrom('person_keys').select(['person_id', 'wrapped']).execute()
    for (const id of [...this.#wrapped.keys()]) if (!this.#unsaved.has(id)) this.#wrapped.delete(id)
    for (const { person_id: id, wrapped } of rows) {
      this.#wrapped.set(id, wrapped)
      this.#unsaved.delete(id)
    }
    const { wrapped } = await db.selectFrom('service_keys').select('wrapped').where('name', '=', BLIND_INDEX).executeTakeFirstOrThrow()
    this.#blindKey = openBytes(this.#master, wrapped, `service-key ${BLIND_INDEX}`)
    await this.loadSigningKeys(db)
  }

  /** Writes the keys that were made since the last commit. */
  async save (transaction: Transaction<Tables>): Promise<() => void> {
    const ids = [...this.#unsaved]
    const rows = ids.map(id => ({ person_id: id, wrapped: bytesAsText(this.#wrapped.get(id) as Buffer) }))
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) await insertRows(transaction, 'person_keys', rows.slice(from, from + ROWS_AT_ONCE), sql`on conflict do nothing`)
    return () => { for (const id of ids) this.#unsaved.delete(id) }
  }

  #keyOf (personId: string): Buffer | undefined {
    const master = this.#requireMaster()
    const wrapped = this.#wrapped.get(personId)
    return wrapped === undefined ? undefined : openBytes(master, wrapped, `person-key ${personId}`)
  }

  #makeKey (personId: string): Buffer {
    const key = freshBytes(KEY_BYTES)
    this.#wrapped.set(personId, this.#wrap(personId, key))
    this.#unsaved.add(personId)
    return key
  }

  #wrap (personId: string, key: Buffer): Buffer {
    return sealBytes(this.#requireMaster(), key, `person-key ${personId}`)
  }

  async #makeServiceKeys (transaction: Transaction<Tables>): Promise<void> {
    const master = this.#requireMaster()
    await transaction.insertInto('service_keys')
      .values({ name: BLIND_INDEX, wrapped: sealBytes(master, randomBytes(KEY_BYTES), `service-key ${BLIND_INDEX}`) })
      .onConflict(conflict => conflict.doNothing()).execute()
    if ((await readSigningKeys(transaction)).length === 0) await this.rotateSigningKey(transaction)
  }

  #requireMaster (): Buffer {
    if (this.#master === undefined) throw closedError()
    return this.#master
  }
}

/** Keeps a statement small: an import of the mode `all` makes all its keys in one transaction. */
const ROWS_AT_ONCE = 10_000

function sealedText (key: Buffer, personId: string, plain: string): string {
  return `${VERSION}${sealBytes(key, Buffer.from(plain, 'utf8'), placeOf(personId)).toString('base64url')}`
}

function placeOf (personId: string): string {
  return `person ${personId}`
}

function closedError (): KeyError {
  return new KeyError('Personal data was to be sealed or opened, but no keys were given. Start with PADAN_KEYS or PADAN_MASTER_KEY.')
}
