import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { dayInJakarta } from '../time.ts'
import type { Clock } from './clock.ts'
import type { Scope } from './rules.ts'
import { hashOfSecret, makeToken } from './tokens.ts'

const KEPT = 10_000
const DAY_MS = 86_400_000

export interface OpenKey {
  readonly id: string
  readonly scopes: readonly Scope[]
  readonly expiresAt: number
}

/** A key as it is shown: never the key itself. */
export interface KeyRow {
  id: string
  name: string
  scopes: Scope[]
  made_by: string
  created_at: Date
  expires_at: Date
  used_on: string | null
  revoked_at: Date | null
}

/** Keys of systems, in the database and, those in use, in memory; as with sessions, this process is the only writer. */
export class KeyBook {
  readonly #db: Kysely<Tables>
  readonly #clock: Clock
  readonly #open = new Map<string, OpenKey>()
  readonly #used = new Map<string, string>()
  #forgotten = 0

  constructor (db: Kysely<Tables>, clock: Clock) {
    this.#db = db
    this.#clock = clock
  }

  /** The key of a token, noted as used; undefined when there is none that is still good. */
  async find (token: string): Promise<OpenKey | undefined> {
    const hash = hashOfSecret(token)
    const key = this.#open.get(hash) ?? await this.#read(hash)
    const now = this.#clock.now()
    if (key === undefined || now.getTime() >= key.expiresAt) return undefined
    this.#used.set(key.id, dayInJakarta(now))
    return key
  }

  /** Makes a key. The token is told this once. */
  async make (transaction: Kysely<Tables>, { name, scopes, days, by }: { name: string, scopes: readonly Scope[], days: number, by: string }): Promise<{ row: KeyRow, token: string }> {
    const token = makeToken('pdn')
    const created = this.#clock.now()
    const row = { id: `k-${randomUUID()}`, name, made_by: by, created_at: created, expires_at: new Date(created.getTime() + days * DAY_MS), used_on: null, revoked_at: null }
    await transaction.insertInto('access_keys').values({ ...row, hash: hashOfSecret(token), scopes: JSON.stringify(scopes) }).execute()
    return { row: { ...row, scopes: [...scopes] }, token }
  }

  /** Revokes a key. Undefined when there is none such; one that is revoked stays so. */
  async revoke (transaction: Kysely<Tables>, id: string): Promise<{ apply: () => void } | undefined> {
    const row = await transaction.updateTable('access_keys').set({ revoked_at: sql<Date>`coalesce(revoked_at, ${this.#clock.now()})` }).where('id', '=', id).returning('hash').executeTakeFirst()
    if (row === undefined) return undefined
    return {
      apply: () => {
        this.#forgotten++
        this.#open.delete(row.hash)
      },
    }
  }

  async list (db: Kysely<Tables>): Promise<KeyRow[]> {
    const rows = await db.selectFrom('access_keys')
      .select(['id', 'name', 'scopes', 'made_by', 'created_at', 'expires_at', 'revoked_at', sql<string | null>`to_char(used_on, 'YYYY-MM-DD')`.as('used_on')])
      .orderBy('created_at').orderBy('id').execute()
    return rows as KeyRow[]
  }

  /** On which day keys were used last, since this was asked before. */
  takeUsed (): ReadonlyMap<string, string> {
    const used = new Map(this.#used)
    this.#used.clear()
    return used
  }

  async #read (hash: string): Promise<OpenKey | undefined> {
    const before = this.#forgotten
    const row = await this.#db.selectFrom('access_keys').select(['id', 'scopes', 'expires_at']).where('hash', '=', hash).where('revoked_at', 'is', null).executeTakeFirst()
    if (row === undefined) return undefined
    const key = { id: row.id, scopes: row.scopes, expiresAt: row.expires_at.getTime() }
    if (before === this.#forgotten) {
      if (this.#open.size >= KEPT) this.#open.delete(this.#open.keys().next().value as string)
      this.#open.set(hash, key)
    }
    return key
  }
}
