import type { IndexedMatcher } from '@padan/matcher'
import { askThread } from '@padan/matcher/threads'
import type { Kysely } from 'kysely'
import type { Database } from '../database/open.ts'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { latestRevision } from './revisions.ts'
import { writeMark, type SnapshotMark } from './snapshot-mark.ts'
import { snapshotPlace, type SnapshotPlace } from './snapshot-place.ts'
import { digestOf } from './warm-start.ts'
import { WriteQueue } from './write-queue.ts'

/** So many changes are worth a new snapshot at once; fewer wait for the hour. */
const MANY_CHANGES = 2000
/** An import is followed by another more often than not. */
const PAUSE_MS = 2000
const THREAD = new URL('compact-snapshot.js', import.meta.url)

export interface KeeperOptions {
  database: Database
  matcher: IndexedMatcher
  /** Runs work between two writes. */
  between: <T>(work: () => Promise<T>) => Promise<T>
  /** Throws Problem when the memory is not as the database, or when another process is the writer. */
  requireTurn: (db: Kysely<Tables>) => Promise<void>
  unusable: () => SnapshotMark['unusable']
  onTrouble: (error: unknown) => void
}

/**
 * Keeps a snapshot of the index beside the data. Between two writes the index is copied and the revision read, which takes a tenth of a
 * second with sixty thousand records; all else happens while requests go on. The snapshot is good from the commit that names it.
 */
export class SnapshotKeeper {
  readonly place: SnapshotPlace
  readonly #options: KeeperOptions
  readonly #saves = new WriteQueue()
  #changes = 0
  #holdsGone = false
  #timer: NodeJS.Timeout | undefined

  constructor (options: KeeperOptions) {
    this.#options = options
    this.place = snapshotPlace(options.database)
  }

  /** Told of records that the last snapshot does not have, and whether the index still holds earlier ones in their place. */
  changed (records: number, holdsGone: boolean): void {
    this.#changes += records
    this.#holdsGone ||= holdsGone
    if (this.#changes < MANY_CHANGES || this.#timer !== undefined) return
    this.#timer = setTimeout(() => { this.saveChanges().catch(this.#options.onTrouble) }, PAUSE_MS)
    this.#timer.unref()
  }

  /** Saves the index if anything has changed. */
  async saveChanges (): Promise<void> {
    this.#stopTimer()
    await this.#saves.run(() => this.#save(false))
  }

  /** The same, when nobody waits for answers any more and no thread is to be started. */
  async close (): Promise<void> {
    this.#stopTimer()
    await this.#saves.run(() => this.#save(true))
  }

  /** Waits for a save under way, and saves nothing more. */
  async stop (): Promise<void> {
    this.#stopTimer()
    await this.#saves.idle()
  }

  async #save (isLast: boolean): Promise<void> {
    const changes = this.#changes
    if (changes === 0) return
    try {
      const taken = await this.#options.between(() => this.#take(isLast))
      const bytes = this.#holdsGone && !isLast ? await askThread<Uint8Array>(THREAD, taken.bytes) : taken.bytes
      await this.#keep(bytes, taken)
    } catch (error) {
      this.#changes += changes
      // Not the writer any more, or about to read the database anew: then there is nothing to save.
      if (!(error instanceof Problem)) throw error
    }
  }

  async #take (isLast: boolean): Promise<{ bytes: Uint8Array, revision: string, unusable: SnapshotMark['unusable'] }> {
    const { database, matcher, requireTurn, unusable } = this.#options
    const revision = await database.db.transaction().execute(async transaction => {
      // Nobody else can have written since: the memory has exactly what is up to this revision.
      await requireTurn(transaction)
      return String(await latestRevision(transaction))
    })
    this.#changes = 0
    return { bytes: matcher.save({ compact: isLast }), revision, unusable: unusable() }
  }

  async #keep (bytes: Uint8Array, { revision, unusable }: Pick<SnapshotMark, 'revision' | 'unusable'>): Promise<void> {
    const { database: { db }, requireTurn } = this.#options
    const digest = digestOf(bytes)
    await this.place.keep(db, digest, bytes)
    await db.transaction().execute(async transaction => {
      await requireTurn(transaction)
      await writeMark(transaction, { digest, revision, unusable })
    })
    await this.place.keepOnly(db, digest)
  }

  #stopTimer (): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
