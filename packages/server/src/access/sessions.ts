import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { AccountRow } from './account-rows.ts'
import type { Role } from './caller.ts'
import { SKEW_MS, type Clock } from './clock.ts'
import { hashOfSecret, makeToken } from './tokens.ts'

/** Sessions in use that are kept in memory; the rest is read again when it is used. */
const KEPT = 20_000

export interface SessionSpans {
  /** Longest silence. */
  idleMs: number
  /** Longest life. */
  lifeMs: number
}

/** A session in use, with the account it is for. */
export interface OpenSession {
  readonly id: string
  readonly hash: string
  readonly account: string
  readonly role: Role
  readonly of?: string
  readonly expiresAt: number
  /** On the clock that only goes forward. */
  readonly endsElapsed: number
  seenAt: number
  seenElapsed: number
}

/**
 * Sessions, in the database and, those in use, in memory. This process is the only writer, so what is in memory is true until this process
 * changes it: `forget` comes after each commit that ends a session or changes an account.
 *
 * Times are judged by both clocks. Inside a process the forward clock counts, so a calendar that jumps back lengthens nothing; a calendar that
 * jumps ahead refuses (nothing is deleted), until it is set right. A session that was made "in the future" is refused: how old it is cannot be known.
 */
export class SessionBook {
  readonly #db: Kysely<Tables>
  readonly #clock: Clock
  readonly #spans: SessionSpans
  readonly #open = new Map<string, OpenSession>()
  readonly #seen = new Map<string, Date>()
  /** Counts what was forgotten, so that a row read before is not kept after. */
  #forgotten = 0

  constructor (db: Kysely<Tables>, clock: Clock, spans: SessionSpans) {
    this.#db = db
    this.#clock = clock
    this.#spans = spans
  }

  /** The session of a token, noted as seen; undefined when there is none that still runs. */
  async find (token: string): Promise<OpenSession | undefined> {
    const hash = hashOfSecret(token)
    const session = this.#open.get(hash) ?? await this.#read(hash)
    if (session === undefined || !this.#runs(session)) return undefined
    const now = this.#clock.now()
    session.seenAt = now.getTime()
    session.seenElapsed = this.#clock.elapsed()
    this.#seen.set(hash, now)
    return session
  }

  /** Opens a session, in a transaction; `keep` is called after the commit. The token is told this once. */
  async open (transaction: Kysely<Tables>, { id: account, role, bound }: Pick<AccountRow, 'id' | 'role' | 'bound'>): Promise<{ id: string, token: string, expires: Date, keep: () => void }> {
    const token = makeToken('pds')
    const now = this.#clock.now()
    const expires = new Date(now.getTime() + this.#spans.lifeMs)
    const id = `n-${randomUUID()}`
    const hash = hashOfSecret(token)
    await transaction.insertInto('sessions').values({ hash, id, account, created_at: now, seen_at: now, expires_at: expires }).execute()
    const elapsed = this.#clock.elapsed()
    const session: OpenSession = {
      id,
      hash,
      account,
      role,
      ...(bound === null ? {} : { of: bound }),
      expiresAt: expires.getTime(),
      endsElapsed: elapsed + this.#spans.lifeMs,
      seenAt: now.getTime(),
      seenElapsed: elapsed,
    }
    return { id, token, expires, keep: () => this.#keep(session) }
  }

  /** Forgets the sessions of an account, or one of them, after the commit that ended them or changed the account. */
  forget (account: string, id?: string): void {
    this.#forgotten++
    for (const [hash, session] of this.#open) {
      if (session.account === account && (id === undefined || session.id === id)) this.#open.delete(hash)
    }
  }

  /** When sessions were seen last, since this was asked before. */
  takeSeen (): ReadonlyMap<string, Date> {
    const seen = new Map(this.#seen)
    this.#seen.clear()
    return seen
  }

  async #read (hash: string): Promise<OpenSession | undefined> {
    const before = this.#forgotten
    const row = await this.#db.selectFrom('sessions').innerJoin('accounts', 'accounts.id', 'sessions.account')
      .select(['sessions.id', 'sessions.account', 'sessions.created_at', 'sessions.seen_at', 'sessions.expires_at', 'accounts.role', 'accounts.bound'])
      .where('sessions.hash', '=', hash)
      .where('accounts.state', '=', 'active')
      .executeTakeFirst()
    if (row === undefined) return undefined
    const now = this.#clock.now().getTime()
    if (row.created_at.getTime() > now + SKEW_MS) return undefined
    const elapsed = this.#clock.elapsed()
    const session: OpenSession = {
      id: row.id,
      hash,
      account: row.account,
      role: row.role,
      ...(row.bound === null ? {} : { of: row.bound }),
      expiresAt: row.expires_at.getTime(),
      endsElapsed: elapsed + Math.min(row.expires_at.getTime() - now, this.#spans.lifeMs),
      seenAt: row.seen_at.getTime(),
      // Seen "in the future": the calendar went back since. The silence begins anew, the end stays.
      seenElapsed: elapsed - Math.max(0, now - row.seen_at.getTime()),
    }
    // One that does not run now may do so when the calendar is set right: it is read again then.
    if (before === this.#forgotten && this.#runs(session)) this.#keep(session)
    return session
  }

  #runs ({ expiresAt, endsElapsed, seenAt, seenElapsed }: OpenSession): boolean {
    const now = this.#clock.now().getTime()
    const elapsed = this.#clock.elapsed()
    const { idleMs } = this.#spans
    return elapsed < endsElapsed && now < expiresAt && elapsed - seenElapsed < idleMs && now - seenAt < idleMs
  }

  /** The one kept longest makes room. */
  #keep (session: OpenSession): void {
    if (this.#open.size >= KEPT) this.#open.delete(this.#open.keys().next().value as string)
    this.#open.set(session.hash, session)
  }
}
