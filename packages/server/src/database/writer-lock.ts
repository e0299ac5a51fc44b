import { Client } from 'pg'
import { ExpectedError } from '../errors/expected-error.ts'

/** Key of the advisory lock: the letters PADAN as a number. Whoever holds it writes to the database. */
const WRITER_KEY = 0x50_41_44_41_4e
const RETRY_MS = 1000

/** Thrown when another process already serves the database. */
export class DatabaseInUseError extends ExpectedError {
  override readonly name = 'DatabaseInUseError'

  constructor () {
    super('Another Padan process already serves this database. Stop it first: one process serves one database.')
  }
}

export interface WriterLock {
  release: () => Promise<void>
}

/**
 * Holds the writer's advisory lock on a connection of its own. When that connection breaks it is made again and the lock taken again;
 * `onBreak` is called after every such try that reached the database, since another process may have written in between. Who may write
 * is settled by the writer's turn, which every write checks; the lock is there to refuse a second process at once and clearly.
 */
export async function holdWriterLock (connectionString: string, onBreak: () => void): Promise<WriterLock> {
  let stopped = false
  let client: Client | undefined
  let timer: NodeJS.Timeout | undefined

  const acquire = async (): Promise<boolean> => {
    const candidate = new Client({ connectionString, keepAlive: true, application_name: 'padan writer lock' })
    // A broken connection tells through 'end' as well; without a listener the error would end the process.
    candidate.on('error', () => {})
    await candidate.connect()
    const { rows } = await candidate.query<{ taken: boolean }>('select pg_try_advisory_lock($1::bigint) as taken', [WRITER_KEY])
    if (!rows[0].taken) {
      await candidate.end()
      return false
    }
    client = candidate
    candidate.once('end', () => {
      client = undefined
      if (!stopped) retry()
    })
    return true
  }

  const retry = (): void => {
    timer = setTimeout(async () => {
      const taken = await acquire().catch(() => undefined)
      if (stopped) {
        await client?.end()
        return
      }
      if (taken !== undefined) onBreak()
      if (taken !== true) retry()
    }, RETRY_MS)
    timer.unref()
  }

  if (!await acquire()) throw new DatabaseInUseError()
  return {
    async release (): Promise<void> {
      stopped = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
