import { createMatcher, RecordError, type IndexedMatcher, type Population, type Profile } from '@padan/matcher'
import type { Catalogue, Taxonomy } from '@padan/taxonomy'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from '../database/open.ts'
import type { SideTable, Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { readTurn, takeTurn } from './markers.ts'
import { readPage, type MatchRecord } from './record-rows.ts'
import { sweep } from './replies.ts'
import { WriteQueue } from './write-queue.ts'

const PAGE_ROWS = 2000
const TIDY_MS = 3_600_000
const RELOAD_RETRY_MS = 1000

export interface RegistryOptions {
  database: Database
  taxonomy: Taxonomy
  /** The users' own catalogues that `taxonomy` was made with: jobs make it again in their threads. Default: none. */
  catalogues?: readonly Catalogue[]
  profiles?: readonly Profile[]
  /** Told how many records have been read while the index is built. */
  onProgress?: (loaded: number, total: number) => void
  /** Told of trouble in the background. */
  onTrouble?: (error: unknown) => void
}

/** What a write hands back: the answer, and the same change for the memory, made after the commit. */
export interface Written<T> {
  answer: T
  apply: () => void | Promise<void>
}

export type RegistryState = 'loading' | 'ready' | 'superseded' | 'closed'

/**
 * The records, in the database and in the matcher. The database is the truth; the matcher follows it: a write is applied to the memory
 * after its commit and before its answer, one write at a time, so that the memory has them in the order of the commits.
 */
export class Registry {
  readonly matcher: IndexedMatcher
  readonly taxonomy: Taxonomy
  readonly catalogues: readonly Catalogue[]
  readonly #database: Database
  readonly #queue = new WriteQueue()
  readonly #onProgress: (loaded: number, total: number) => void
  readonly #onTrouble: (error: unknown) => void
  #tellLoaded: () => void = () => {}
  readonly #loaded = new Promise<void>(resolve => { this.#tellLoaded = resolve })
  #state: RegistryState = 'loading'
  #turn = ''
  readonly #unusable: Readonly<Record<SideTable, Set<string>>> = { seekers: new Set(), vacancies: new Set() }
  #sweeper: NodeJS.Timeout | undefined

  constructor (options: RegistryOptions) {
    this.#database = options.database
    this.taxonomy = options.taxonomy
    this.catalogues = options.catalogues ?? []
    this.matcher = createMatcher({ taxonomy: options.taxonomy, profiles: options.profiles })
    this.#onProgress = options.onProgress ?? (() => {})
    this.#onTrouble = options.onTrouble ?? (() => {})
  }

  get state (): RegistryState {
    return this.#state
  }

  get db (): Kysely<Tables> {
    return this.#database.db
  }

  /** How many stored records cannot be ranked, because the reference data has changed under them. They can be read, replaced and deleted. */
  get unusable (): number {
    return this.#unusable.seekers.size + this.#unusable.vacancies.size
  }

  /** True when the record is stored. */
  has (side: SideTable, id: string): boolean {
    return this.matcher[side].has(id) || this.#unusable[side].has(id)
  }

  /** Puts checked records into the memory, after their commit. */
  remember (side: SideTable, records: readonly MatchRecord[]): void {
    this.#population(side).put(records)
    for (const { id } of records) this.#unusable[side].delete(id)
  }

  /** Takes a record out of the memory, after its deletion is committed. */
  forget (side: SideTable, id: string): void {
    this.matcher[side].delete(id)
    this.#unusable[side].delete(id)
  }

  /** Resolves when the records have been read for the first time. */
  get loaded (): Promise<void> {
    return this.#loaded
  }

  /** Takes the writer's turn and reads every record into the matcher. Afterwards the registry is ready. */
  async load (): Promise<void> {
    this.#turn = await takeTurn(this.db)
    this.#database.onBreak = () => { this.#checkTurn().catch(this.#onTrouble) }
    await this.#queue.run(() => this.#readAll())
    await sweep(this.db)
    const tidy = (): void => { this.#queue.run(() => this.#tidy()).catch(this.#onTrouble) }
    tidy()
    this.#sweeper = setInterval(tidy, TIDY_MS)
    this.#sweeper.unref()
    this.#tellLoaded()
  }

  /**
   * Runs one write: `work` in a transaction, the commit, then `apply`. When `work` throws, nothing has changed. Throws Problem
   * `superseded` when another process has become the writer.
   */
  async write<T> (work: (transaction: Transaction<Tables>) => Promise<Written<T>>): Promise<T> {
    return await this.#queue.run(async () => {
      this.requireReady()
      let worked = false
      try {
        const { answer, apply } = await this.db.transaction().execute(async transaction => {
          await this.#requireTurn(transaction)
          const written = await work(transaction)
          worked = true
          return written
        })
        await apply()
        return answer
      } catch (error) {
        // Whether the commit went through is not known, or the memory could not follow it: the database decides.
        if (worked) this.#reload()
        throw error
      }
    })
  }

  /** Throws Problem when there is nothing to answer from. */
  requireReady (): void {
    if (this.#state === 'ready') return
    throw new Problem(this.#state === 'superseded' ? 'superseded' : 'not-ready', { headers: { 'retry-after': '2' } })
  }

  /** Waits for writes under way and closes the database. */
  async close (): Promise<void> {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    clearInterval(this.#sweeper)
    await this.#queue.idle()
    await this.#database.close()
  }

  async #readAll (): Promise<void> {
    const { db, matcher } = this
    matcher.seekers.clear()
    matcher.vacancies.clear()
    this.#unusable.seekers.clear()
    this.#unusable.vacancies.clear()
    const total = await countRows(db)
    for (const side of ['vacancies', 'seekers'] as const) {
      let after: string | undefined
      while (true) {
        const page = await readPage(db, side, PAGE_ROWS, after)
        if (page.length === 0) break
        this.#takeIn(side, page)
        this.#onProgress(matcher.seekers.size + matcher.vacancies.size, total)
        after = page[page.length - 1].id
      }
    }
    if (this.#state === 'loading') this.#state = 'ready'
  }

  /** Records of the database: what newer reference data no longer knows is set aside, not lost and not in anybody's way. */
  #takeIn (side: SideTable, page: readonly MatchRecord[]): void {
    try {
      this.#population(side).put(page)
    } catch (error) {
      if (!(error instanceof RecordError)) throw error
      const bad = new Set(error.problems.map(problem => problem.row))
      this.#population(side).put(page.filter((_, row) => !bad.has(row)))
      for (const row of bad) this.#unusable[side].add(page[row].id)
    }
  }

  #population (side: SideTable): Population<MatchRecord> {
    return this.matcher[side] as unknown as Population<MatchRecord>
  }

  #reload (): void {
    if (this.#state !== 'ready') return
    this.#state = 'loading'
    this.#queue.run(async () => {
      while (this.#state === 'loading') {
        try {
          await this.#readAll()
        } catch (error) {
          this.#onTrouble(error)
          await new Promise(resolve => { setTimeout(resolve, RELOAD_RETRY_MS).unref() })
        }
      }
    }).catch(this.#onTrouble)
  }

  async #tidy (): Promise<void> {
    await sweep(this.db)
    // A server cleans up after updates by itself; the embedded database has nobody to do it.
    if (this.#database.kind === 'embedded') await sql`vacuum seekers, vacancies, deletions, replies, markers, jobs, job_rows`.execute(this.db)
  }

  async #requireTurn (db: Kysely<Tables>): Promise<void> {
    if (await readTurn(db) === this.#turn) return
    if (this.#state !== 'closed') this.#state = 'superseded'
    throw new Problem('superseded')
  }

  async #checkTurn (): Promise<void> {
    try {
      await this.#requireTurn(this.db)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
}

async function countRows (db: Kysely<Tables>): Promise<number> {
  let total = 0
  for (const side of ['seekers', 'vacancies'] as const) {
    const { count } = await db.selectFrom(side).select(db.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
    total += Number(count)
  }
  return total
}
