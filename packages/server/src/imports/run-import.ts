import { setImmediate } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import type { AuditEntry } from '../audit/entry.ts'
import type { Tables } from '../database/tables.ts'
import { DatabaseTroubleError } from '../database/telling-pool.ts'
import { Problem } from '../errors/problem.ts'
import type { JobEnd } from '../jobs/job-output.ts'
import { deskOf, officeOf, type Apply, type Desk } from '../people/desk.ts'
import { endJob } from '../store/job-rows.ts'
import type { Registry } from '../store/registry.ts'
import { addCounts, countStart, deleteChunk, insertBadRows, nextChunk, readImport, sealedFor, type BadRow, type Counts, type ImportRow } from './import-rows.ts'
import { KINDS } from './kinds/kinds.ts'
import type { ImportColumn, Kind } from './kinds/kind.ts'
import { readRow, type WaitingRow } from './read-row.ts'
import { readRows, storeRows, type Fate, type ReadRow } from './store-rows.ts'

/** Starts without a commit between them, after which a file is taken to bring the process down. */
const MOST_STARTS = 3
/** How often a chunk is tried while the database is away, and how long apart. */
const MOST_TRIES = 30
const RETRY_MS = 1000
const BEFORE_THE_FIRST = -1

export interface ImportRunOptions {
  registry: Registry
  /** Id of the account that sent the file. */
  by: string
  now: () => Date
  signal: AbortSignal
  onProgress: (done: number, total: number) => void
  /** Told whose import it is, before the first row. */
  onOwner: (owner: string) => void
}

/** A chunk whose rows were read by themselves, on a day. */
interface ReadChunk {
  number: number
  rows: WaitingRow[]
  read: ReadRow[]
  today: string
}

/** Thrown to roll back what was only to be tried, or what was not good as a whole. */
class RolledBack extends Error {
  override readonly name = 'RolledBack'
}

/**
 * Stores the rows of an import that wait in the database, chunk by chunk. A chunk goes in the transaction that stores its rows: after a kill the
 * import goes on with the first that is left. With the mode `all` everything is one transaction. Undefined when the job is over in the database;
 * else why it came to nothing.
 */
export async function runImport (id: string, options: ImportRunOptions): Promise<Extract<JobEnd, { failure: unknown }> | undefined> {
  const { registry } = options
  const work = await registry.write(async transaction => {
    const row = await readImport(transaction, registry.vault, id)
    return { answer: row === undefined ? undefined : { ...row, starts: await countStart(transaction, id) }, apply: () => {} }
  })
  const waiting = work === undefined ? undefined : await registry.db.selectFrom('import_chunks').select(({ fn }) => fn.countAll<string>().as('count')).where('job_id', '=', id).executeTakeFirstOrThrow()
  // A backup keeps no rows that wait: what it brings back of an import under way cannot go on.
  if (work === undefined || work.starts > MOST_STARTS || (Number(waiting?.count) === 0 && work.done < work.rows)) return { failure: { code: 'job-interrupted' } }
  options.onOwner(work.owner)
  const run = new ImportRun(work, options)
  if (work.mode === 'all') return await run.allAtOnce()
  await run.inChunks()
  return undefined
}

class ImportRun {
  readonly #import: ImportRow
  readonly #options: ImportRunOptions
  readonly #kind: Kind
  readonly #columns: ReadonlyMap<string, ImportColumn>
  #done: number
  /** Who came with the transaction under way. */
  #created: string[] = []

  constructor (row: ImportRow, options: ImportRunOptions) {
    this.#import = row
    this.#options = options
    this.#kind = KINDS[row.kind]
    this.#columns = new Map(this.#kind.columns.map(column => [column.name, column]))
    this.#done = row.done
    options.onProgress(row.done, row.rows)
  }

  async inChunks (): Promise<void> {
    const { registry, signal } = this.#options
    const { id, dry_run: dryRun } = this.#import
    await this.#eachChunk(after => this.#insist(() => this.#readChunk(registry.db, after)), async chunk => {
      await this.#insist(async () => {
        let tried: Outcome | undefined
        await this.#write(async (transaction, desk) => {
          const outcome = await this.#storeChunk(transaction, desk, chunk)
          if (dryRun) {
            tried = outcome
            throw new RolledBack()
          }
          await this.#settle(transaction, chunk.number, outcome)
          return outcome.applies
        }).catch(error => { if (!(error instanceof RolledBack)) throw error })
        const told = tried
        if (told !== undefined) await this.#write(async transaction => { await this.#settle(transaction, chunk.number, told); return [] })
      })
      // The embedded database answers without the event loop ever turning; whoever else waits is let in here.
      await setImmediate()
      signal.throwIfAborted()
    })
    await this.#insist(() => this.#write(async transaction => { await endJob(transaction, id, { result: '{}' }); return [] }))
  }

  /** One transaction for all of it. What is bad is kept in a second one, after the first was rolled back. */
  async allAtOnce (): Promise<Extract<JobEnd, { failure: unknown }> | undefined> {
    const { id, dry_run: dryRun } = this.#import
    const outcomes: Array<{ number: number, outcome: Omit<Outcome, 'applies'> }> = []
    const isStored = await this.#write(async (transaction, desk) => {
      const applies: Apply[] = []
      await this.#eachChunk(after => this.#readChunk(transaction, after), async chunk => {
        const { applies: more, ...outcome } = await this.#storeChunk(transaction, desk, chunk)
        outcomes.push({ number: chunk.number, outcome })
        this.#options.onProgress(outcomes.reduce((sum, { outcome: { counts } }) => sum + counts.done, 0), this.#import.rows)
        applies.push(...more)
        await setImmediate()
      })
      const isBad = outcomes.some(({ outcome }) => outcome.bad.length > 0)
      if (isBad || dryRun) throw new RolledBack()
      for (const { number, outcome } of outcomes) await this.#settle(transaction, number, outcome)
      await endJob(transaction, id, { result: '{}' })
      return applies
    }).then(() => true, error => {
      if (error instanceof RolledBack) return false
      throw error
    })
    if (isStored) return undefined
    const rejected = outcomes.reduce((sum, { outcome }) => sum + outcome.counts.rejected, 0)
    await this.#write(async transaction => {
      for (const { number, outcome } of outcomes) await this.#settle(transaction, number, dryRun ? outcome : { ...outcome, counts: { ...outcome.counts, created: 0, changed: 0, unchanged: 0 } })
      if (dryRun) await endJob(transaction, id, { result: '{}' })
      return []
    })
    return dryRun ? undefined : { failure: { code: 'bad-record', detail: `${rejected} of ${this.#import.rows} rows cannot be used; nothing was stored.`, detailId: `${rejected} dari ${this.#import.rows} baris tidak dapat dipakai; tidak ada yang disimpan.` } }
  }

  /** Hands over chunk after chunk. While one is stored the next is read: the database works and this process need not wait for it. */
  async #eachChunk (read: (after: number) => Promise<ReadChunk | undefined>, store: (chunk: ReadChunk) => Promise<void>): Promise<void> {
    let next = read(BEFORE_THE_FIRST)
    try {
      while (true) {
        const chunk = await next
        if (chunk === undefined) return
        next = read(chunk.number)
        // Whoever fails first is told of; what was read ahead then is of no use.
        next.catch(() => {})
        await store(chunk)
      }
    } finally {
      // Nothing goes on when the import does not, least of all in its transaction.
      await next.catch(() => {})
    }
  }

  /** The first chunk after a number, its rows read by themselves. */
  async #readChunk (db: Kysely<Tables>, after: number): Promise<ReadChunk | undefined> {
    const { registry: { vault }, signal } = this.#options
    const { id } = this.#import
    const chunk = await nextChunk(db, id, after)
    if (chunk === undefined) return undefined
    signal.throwIfAborted()
    return { number: chunk.number, ...await this.#readRows(JSON.parse(vault.open(sealedFor(id), chunk.sealed)) as WaitingRow[]) }
  }

  async #readRows (rows: WaitingRow[]): Promise<Omit<ReadChunk, 'number'>> {
    const { registry, by, now } = this.#options
    const { school, facts: { mapped } } = this.#import
    const office = officeOf(registry, by, now())
    return { rows, today: office.today, read: await readRows(this.#kind, office, { of: school ?? undefined }, rows.map(row => () => readRow(row, mapped, this.#columns))) }
  }

  async #storeChunk (transaction: Transaction<Tables>, desk: Desk, { rows, read, today }: ReadChunk): Promise<Outcome> {
    const { registry: { audit }, by, signal } = this.#options
    const { id, dry_run: dryRun, school } = this.#import
    signal.throwIfAborted()
    const fates: Fate[] = []
    let applies: Apply[]
    try {
      // What was read yesterday may be otherwise today.
      const current = today === desk.today ? read : (await this.#readRows(rows)).read
      applies = await storeRows(this.#kind, desk, { of: school ?? undefined }, current, fates)
    } finally {
      for (const fate of fates) if ('did' in fate && fate.did === 'created') this.#created.push(fate.subject)
    }
    const counts: Counts = { done: rows.length, created: 0, changed: 0, unchanged: 0, rejected: 0 }
    const bad: BadRow[] = []
    const entries: AuditEntry[] = []
    fates.forEach((fate, at) => {
      if ('faults' in fate) {
        counts.rejected++
        bad.push({ line: rows[at].line, cells: rows[at].cells, faults: fate.faults })
        return
      }
      counts[fate.did]++
      if (fate.did !== 'unchanged') entries.push({ actor: by, action: this.#kind.action, subject: fate.subject, detail: { import: id } })
    })
    if (!dryRun) await audit.record(transaction, ...entries)
    return { counts, bad, applies }
  }

  async #settle (transaction: Transaction<Tables>, number: number, { counts, bad }: Omit<Outcome, 'applies'>): Promise<void> {
    const { id } = this.#import
    await insertBadRows(transaction, this.#options.registry.vault, id, number, bad)
    await addCounts(transaction, id, counts)
    await deleteChunk(transaction, id, number)
    this.#done += counts.done
    this.#options.onProgress(this.#done, this.#import.rows)
  }

  async #write (work: (transaction: Transaction<Tables>, desk: Desk) => Promise<Apply[]>): Promise<void> {
    const { registry, by, now, signal } = this.#options
    await registry.write(async transaction => {
      // A cancelled import is over in the database before its signal is given; nothing may follow.
      signal.throwIfAborted()
      this.#created = []
      try {
        const applies = await work(transaction, deskOf(registry, transaction, by, now()))
        return { answer: undefined, apply: () => { for (const apply of applies) apply() } }
      } catch (error) {
        // The keys of people who will not have been there go before the transaction that made them is rolled back.
        for (const subject of this.#created) registry.vault.forgetUnsaved(subject)
        throw error
      }
    })
  }

  /** A database that is away for a while loses nobody a file. */
  async #insist<T> (work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await work()
      } catch (error) {
        this.#options.signal.throwIfAborted()
        const isAway = error instanceof DatabaseTroubleError || (error instanceof Problem && error.code === 'not-ready')
        if (!isAway || tries >= MOST_TRIES) throw error
        await new Promise(resolve => { setTimeout(resolve, RETRY_MS).unref() })
      }
    }
  }
}

interface Outcome {
  counts: Counts
  bad: BadRow[]
  applies: Apply[]
}
