import type { Kysely, Transaction } from 'kysely'
import { insertRows } from '../database/row-set.ts'
import type { Tables } from '../database/tables.ts'
import type { Follower } from '../store/follower.ts'
import type { AnchorPlace } from './anchor.ts'
import { readEntry, readHead, verifyChain, type Verification } from './chain.ts'
import { chained, EMPTY_HEAD, type AuditEntry, type AuditHead, type AuditRow } from './entry.ts'

/** The end is remembered outside the database at most this long after it changed: writing it at every act would cost as much as the act. */
const ANCHOR_MS = 1000

export interface AuditOptions {
  /** Default: the end of the chain is remembered nowhere else. */
  anchor?: AnchorPlace
  now?: () => Date
  /** Told when the chain is not as it was left. */
  onTrouble?: (error: unknown) => void
}

/** Thrown to whoever watches when somebody changed the trail. */
export class AuditBrokenError extends Error {
  override readonly name = 'AuditBrokenError'
}

/**
 * The trail of who did what: each entry holds the hash of the one before, so that nothing can be changed, taken out or put in without a
 * trace. Entries are written in the transaction of the act, by the one writer.
 */
export class Audit implements Follower {
  readonly #options: AuditOptions
  readonly #now: () => Date
  #head: AuditHead = EMPTY_HEAD
  #isLoaded = false
  #isBroken = false
  /** Ends of the chain as transactions under way see it. */
  readonly #heads = new WeakMap<Kysely<Tables>, AuditHead>()
  #timer: NodeJS.Timeout | undefined

  constructor (options: AuditOptions = {}) {
    this.#options = options
    this.#now = options.now ?? (() => new Date())
  }

  /** Adds entries, in their order, in the transaction of the acts they tell of: one statement, however many. */
  async record (transaction: Transaction<Tables>, ...entries: readonly AuditEntry[]): Promise<void> {
    let head = this.#heads.get(transaction) ?? await this.#readHead(transaction)
    const rows: AuditRow[] = []
    const at = this.#now()
    for (const entry of entries) {
      const row = chained(head, at, entry)
      rows.push(row)
      head = { number: Number(row.number), hash: row.hash }
    }
    await insertRows(transaction, 'audit', rows)
    this.#heads.set(transaction, head)
  }

  /** Walks the whole chain. */
  async verify (db: Kysely<Tables>): Promise<Verification> {
    return await verifyChain(db, this.#options.anchor?.read())
  }

  /** Compares the end with what is remembered outside; when it is not there, tells so, and leaves the memory as it is. */
  async load (db: Kysely<Tables>): Promise<void> {
    const anchor = this.#options.anchor?.read()
    this.#head = await readHead(db)
    this.#isLoaded = true
    this.#isBroken = anchor !== undefined && anchor.number > 0 && (await readEntry(db, anchor.number))?.hash !== anchor.hash
    if (this.#isBroken) this.#tell(`The audit trail does not have entry ${anchor?.number} as it was.`)
  }

  async save (transaction: Transaction<Tables>): Promise<() => void> {
    const head = this.#heads.get(transaction)
    return () => {
      if (head === undefined) return
      this.#head = head
      this.#timer ??= setTimeout(() => this.#writeAnchor(), ANCHOR_MS).unref()
    }
  }

  /** Brings what is remembered outside up to date. */
  close (): void {
    if (this.#timer !== undefined) this.#writeAnchor()
  }

  async #readHead (transaction: Transaction<Tables>): Promise<AuditHead> {
    const head = await readHead(transaction)
    if (this.#isLoaded && head.hash !== this.#head.hash && !this.#isBroken) {
      this.#isBroken = true
      this.#tell(`The audit trail was changed while the service ran: entry ${this.#head.number} was its last.`)
    }
    return head
  }

  #tell (what: string): void {
    this.#options.onTrouble?.(new AuditBrokenError(what))
  }

  #writeAnchor (): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    // A broken chain's old end is the proof that it was broken.
    if (this.#isBroken) return
    try {
      this.#options.anchor?.write(this.#head)
    } catch (error) {
      this.#options.onTrouble?.(error)
    }
  }
}
