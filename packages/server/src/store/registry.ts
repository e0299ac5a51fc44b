import { createMatcher, type IndexedMatcher, type Profile } from '@padan/matcher'
import type { Catalogue, Taxonomy } from '@padan/taxonomy'
import { sql, type Kysely, type Transaction } from 'kysely'
import { Audit } from '../audit/audit.ts'
import type { Database } from '../database/open.ts'
import type { SideTable, Tables } from '../database/tables.ts'
import { DatabaseTroubleError } from '../database/telling-pool.ts'
import { Problem } from '../errors/problem.ts'
import { Vault } from '../vault/vault.ts'
import type { Follower } from './follower.ts'
import { readTurn, takeTurn } from './markers.ts'
import { RecordMemory } from './record-memory.ts'
import { readPage, type MatchRecord } from './record-rows.ts'
import { sweep } from './replies.ts'
import { countRows } from './revisions.ts'
import { Probe } from './probe.ts'
import { SnapshotKeeper } from './snapshot-keeper.ts'
import { warmStart } from './warm-start.ts'
import { LateError, WriteQueue } from './write-queue.ts'

const PAGE_ROWS = 2000
const TIDY_MS = 3_600_000
const RELOAD_RETRY_MS = 1000
/** Longest wait for the writes before, unless it is said: a large import takes that long. */
const WRITE_WAIT_MS = 60_000
const BUSY_RETRY_SECONDS = '5'

export interface RegistryOptions {
  database: Database
  taxonomy: Taxonomy
  /** The users' own catalogues that `taxonomy` was made with: jobs make it again in their threads. Default: none. */
  catalogues?: readonly Catalogue[]
  profiles?: readonly Profile[]
  /** What seals personal data. Default: one that opens nothing, for work on match records alone. */
  vault?: Vault
  /** The trail of who did what. Default: one without an anchor outside the database. */
  audit?: Audit
  /** Longest that a write waits for those before it, in milliseconds. Default: 60,000. */
  writeWaitMs?: number
  /** Told how many records have been read while the index is built. */
  onProgress?: (loaded: number, total: number) => void
  /** Told why the saved index could not be used, once. */
  onColdStart?: (reason: string) => void
  /** Told of trouble in the background. */
  onTrouble?: (error: unknown) => void
}

/** What a write hands back: the answer, and the same change for the memory, made after the commit. */
export interface Written<T> {
  answer: T
  apply: () => void | Promise<void>
}

/** What the index was filled from when it was read last. */
export type StartedFrom = 'rows' | 'snapshot'

export type RegistryState = 'loading' | 'ready' | 'superseded' | 'closed'

/**
 * The records, in the database and in the matcher. The database is the truth; the matcher follows it: a write is applied to the memory
 * after its commit and before its answer, one write at a time, so that the memory has them in the order of the commits.
 */
export class Registry {
  readonly matcher: IndexedMatcher
  readonly taxonomy: Taxonomy
  readonly catalogues: readonly Catalogue[]
  readonly vault: Vault
  readonly audit: Audit
  readonly #followers: readonly Follower[]
  readonly #database: Database
  readonly #queue = new WriteQueue()
  readonly #onProgress: (loaded: number, total: number) => void
  readonly #onColdStart: (reason: string) => void
  readonly #onTrouble: (error: unknown) => void
  readonly #keeper: SnapshotKeeper
  readonly #memory: RecordMemory
  readonly #writeWaitMs: number
  readonly #probe: Probe
  #startedFrom: StartedFrom = 'rows'
  #tellLoaded: () => void = () => {}
  readonly #loaded = new Promise<void>(resolve => { this.#tellLoaded = resolve })
  #state: RegistryState = 'loading'
  /** Why the records could not be read anew, as long as they cannot. */
  #trouble: DatabaseTroubleError | undefined
  #turn = ''
  #sweeper: NodeJS.Timeout | undefined

  constructor (options: RegistryOptions) {
    this.#database = options.database
    this.taxonomy = options.taxonomy
    this.catalogues = options.catalogues ?? []
    this.vault = options.vault ?? Vault.closed()
    this.audit = options.audit ?? new Audit()
    this.#probe = new Probe(this.#database)
    this.#writeWaitMs = options.writeWaitMs ?? WRITE_WAIT_MS
    this.#followers = [this.vault, this.audit]
    this.matcher = createMatcher({ taxonomy: options.taxonomy, profiles: options.profiles })
    this.#memory = new RecordMemory(this.matcher, (records, holdsGone) => this.#keeper.changed(records, holdsGone))
    this.#onProgress = options.onProgress ?? (() => {})
    this.#onColdStart = options.onColdStart ?? (() => {})
    this.#onTrouble = options.onTrouble ?? (() => {})
    this.#keeper = new SnapshotKeeper({
      database: this.#database,
      matcher: this.matcher,
      between: work => this.#queue.run(work),
      requireTurn: async db => {
        // While the database is read anew, and when that never came to an end, the memory is not as the database.
        if (this.#state === 'loading') throw new Problem('not-ready')
        await this.#requireTurn(db)
      },
      unusable: () => this.#memory.unusable,
      onTrouble: this.#onTrouble,
    })
  }

  get state (): RegistryState {
    return this.#state
  }

  get startedFrom (): StartedFrom {
    return this.#startedFrom
  }

  get db (): Kysely<Tables> {
    return this.#database.db
  }

  /** How many stored records cannot be ranked, because the reference data has changed under them. They can be read, replaced and deleted. */
  get unusable (): number {
    const { seekers, vacancies } = this.#memory.unusable
    return seekers.length + vacancies.length
  }

  /** True when the record is stored. */
  has (side: SideTable, id: string): boolean {
    return this.#memory.has(side, id)
  }

  /** Puts checked records into the memory, after their commit. */
  remember (side: SideTable, records: readonly MatchRecord[]): void {
    this.#memory.remember(side, records)
  }

  /** Takes a record out of the memory, after its deletion is committed. */
  forget (side: SideTable, id: string): void {
    this.#memory.forget(side, id)
  }

  /** Saves the index beside the data, if it has changed since it was saved last: for a start that need not read every row. */
  async saveSnapshot (): Promise<void> {
    await this.#keeper.saveChanges()
  }

  /** Resolves when the records have been read for the first time. */
  get loaded (): Promise<void> {
    return this.#loaded
  }

  /** Takes the writer's turn and fills the matcher: from the saved index and what was written since, else from the rows. Afterwards the registry is ready. */
  async load (): Promise<void> {
    this.#turn = await takeTurn(this.db)
    this.#database.onBreak = () => { this.#checkTurn().catch(this.#onTrouble) }
    await this.#queue.run(() => this.#fill())
    await sweep(this.db)
    const tidy = (): void => { this.#queue.run(() => this.#tidy()).catch(this.#onTrouble) }
    tidy()
    this.#sweeper = setInterval(() => {
      tidy()
      this.saveSnapshot().catch(this.#onTrouble)
    }, TIDY_MS)
    this.#sweeper.unref()
    this.#tellLoaded()
  }

  /**
   * Runs one write: `work` in a transaction, the commit, then `apply`. When `work` throws, nothing has changed. Throws Problem
   * `superseded` when another process has become the writer, and `busy` when the writes before take too long: nothing was begun then.
   */
  async write<T> (work: (transaction: Transaction<Tables>) => Promise<Written<T>>): Promise<T> {
    try {
      return await this.#queue.runSoon(() => this.#writeNow(work), this.#writeWaitMs)
    } catch (error) {
      throw error instanceof LateError ? new Problem('busy', { headers: { 'retry-after': BUSY_RETRY_SECONDS } }) : error
    }
  }

  /** Throws Problem when there is nothing to answer from, and DatabaseTroubleError when that is because of the database. */
  requireReady (): void {
    if (this.#state === 'ready') return
    if (this.#state === 'loading' && this.#trouble !== undefined) throw this.#trouble
    throw new Problem(this.#state === 'superseded' ? 'superseded' : 'not-ready', { headers: { 'retry-after': '2' } })
  }

  /** Asks the database whether it is there, without waiting long. Throws DatabaseTroubleError. */
  async requireDatabase (): Promise<void> {
    await this.#probe.run()
  }

  /** Waits for writes under way and closes the database. */
  async close (): Promise<void> {
    if (this.#state === 'closed') return
    const isWhole = this.#state === 'ready'
    this.#state = 'closed'
    clearInterval(this.#sweeper)
    await this.#queue.idle()
    this.audit.close()
    try {
      await (isWhole ? this.#keeper.close() : this.#keeper.stop())
    } catch (error) {
      this.#onTrouble(error)
    }
    await this.#database.close()
  }

  async #writeNow<T> (work: (transaction: Transaction<Tables>) => Promise<Written<T>>): Promise<T> {
    this.requireReady()
    let worked = false
    try {
      const { answer, apply, saved } = await this.db.transaction().execute(async transaction => {
        await this.#requireTurn(transaction)
        const written = await work(transaction)
        const saved = []
        for (const follower of this.#followers) saved.push(await follower.save(transaction))
        worked = true
        return { ...written, saved }
      })
      for (const done of saved) done()
      await apply()
      return answer
    } catch (error) {
      // Whether the commit went through is not known, or the memory could not follow it: the database decides.
      if (worked) this.#reload()
      throw error
    }
  }

  async #fill (): Promise<void> {
    const { db, matcher } = this
    await this.#loadFollowers()
    const outcome = await warmStart(db, this.#keeper.place, this.#memory)
    if (outcome === true) {
      this.#startedFrom = 'snapshot'
      const total = matcher.seekers.size + matcher.vacancies.size
      this.#onProgress(total, total)
      if (this.#state === 'loading') this.#state = 'ready'
      return
    }
    if (outcome !== undefined) this.#onColdStart(outcome)
    await this.#readAll()
  }

  async #loadFollowers (): Promise<void> {
    for (const follower of this.#followers) await follower.load(this.db)
  }

  async #readAll (): Promise<void> {
    const { db, matcher } = this
    this.#memory.clear()
    this.#startedFrom = 'rows'
    const total = await countRows(db, 'seekers') + await countRows(db, 'vacancies')
    for (const side of ['vacancies', 'seekers'] as const) {
      let after: string | undefined
      while (true) {
        const page = await readPage(db, side, PAGE_ROWS, after)
        if (page.length === 0) break
        this.#memory.takeIn(side, page)
        this.#onProgress(matcher.seekers.size + matcher.vacancies.size, total)
        after = page[page.length - 1].id
      }
    }
    if (this.#state === 'loading') this.#state = 'ready'
  }

  #reload (): void {
    if (this.#state !== 'ready') return
    this.#state = 'loading'
    this.#queue.run(async () => {
      while (this.#state === 'loading') {
        try {
          await this.#loadFollowers()
          this.#trouble = undefined
          await this.#readAll()
        } catch (error) {
          if (error instanceof DatabaseTroubleError) this.#trouble = error
          this.#onTrouble(error)
          await new Promise(resolve => { setTimeout(resolve, RELOAD_RETRY_MS).unref() })
        }
      }
    }).catch(this.#onTrouble)
  }

  async #tidy (): Promise<void> {
    await sweep(this.db)
    // A server cleans up after updates by itself; the embedded database has nobody to do it.
    if (this.#database.kind === 'embedded') await sql`vacuum seekers, vacancies, deletions, replies, markers, jobs, job_rows, snapshot_chunks`.execute(this.db)
  }

  async #requireTurn (db: Kysely<Tables>): Promise<void> {
    if (await readTurn(db) === this.#turn) return
    if (this.#state !== 'closed') this.#state = 'superseded'
    throw new Problem('superseded', { headers: { 'retry-after': '2' } })
  }

  async #checkTurn (): Promise<void> {
    try {
      await this.#requireTurn(this.db)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
}
