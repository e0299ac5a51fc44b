import { setImmediate, setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../database/open.ts'
import { DatabaseTroubleError } from '../database/telling-pool.ts'

/** Supervisors ask every few seconds: whoever does not answer by then is away. */
const PATIENCE_MS = 2000

/** Asks a database server whether it answers. Those who ask while a question is under way share it, so that a silent server collects none. */
export class Probe {
  readonly #database: Database
  #underWay: Promise<unknown> | undefined

  constructor (database: Database) {
    this.#database = database
  }

  /** Throws DatabaseTroubleError. */
  async run (): Promise<void> {
    // The embedded one is this process; asked while it works, it would seem away.
    if (this.#database.kind === 'embedded') return
    this.#underWay ??= sql`select 1`.execute(this.#database.db).finally(() => { this.#underWay = undefined })
    const stop = new AbortController()
    try {
      await Promise.race([this.#underWay, patience(stop.signal).then(() => { throw new DatabaseTroubleError(undefined, false) })])
    } finally {
      stop.abort()
    }
  }
}

async function patience (signal: AbortSignal): Promise<void> {
  await wait(PATIENCE_MS, undefined, { signal })
  // Where it was this process that stood still, the answer may be there and only be read after the timers.
  await setImmediate()
}
