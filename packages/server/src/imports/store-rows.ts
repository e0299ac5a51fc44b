import { setImmediate } from 'node:timers/promises'
import { Problem } from '../errors/problem.ts'
import type { Apply, Desk, Office } from '../people/desk.ts'
import type { Kind, RowSender, Stored } from './kinds/kind.ts'
import { RowRefused, type CellFault, type RowReader } from './row-reader.ts'

interface Refused {
  faults: CellFault[]
}

/** What a row tells, or why it tells nothing. */
export type ReadRow = { told: unknown } | Refused

/** What became of a row. */
export type Fate = Stored | Refused

interface WaitingTold {
  at: number
  told: unknown
}

/** Rows that are read at a time, about two milliseconds: between them the answers of the database are heard, and whoever else waits. */
const SLICE_ROWS = 25

/** Reads rows by themselves, without the database, letting others in between. */
export async function readRows (kind: Kind, office: Office, sender: RowSender, rows: ReadonlyArray<() => RowReader>): Promise<ReadRow[]> {
  const read: ReadRow[] = []
  for (const [at, row] of rows.entries()) {
    if (at % SLICE_ROWS === 0) await setImmediate()
    read.push(orRefused(kind, () => ({ told: kind.read(row(), office, sender) })))
  }
  return read
}

/**
 * Stores rows by the set: what they tell of is looked up together, each is decided by itself, and what was decided is written together. A row that shares
 * a name with one before it waits for the next set, so that the outcome is that of one row after another; a file in which nobody stands twice is one set.
 * A row that is refused leaves nothing. Puts what became of each into `fates`, before it is written.
 */
export async function storeRows (kind: Kind, desk: Desk, sender: RowSender, rows: readonly ReadRow[], fates: Fate[]): Promise<Apply[]> {
  const applies: Apply[] = []
  let waiting: WaitingTold[] = []
  rows.forEach((row, at) => {
    if ('told' in row) waiting.push({ at, told: row.told })
    else fates[at] = row
  })
  while (waiting.length > 0) {
    const set = await kind.lookUp(desk, waiting.map(({ told }) => told), sender)
    const names = new Set<string>()
    const later: WaitingTold[] = []
    for (const row of waiting) {
      const { at, told } = row
      const own = set.namesOf(told)
      // Whoever waits holds its names too: nobody passes it.
      if (own.some(name => names.has(name))) later.push(row)
      else fates[at] = orRefused(kind, () => set.decide(told))
      for (const name of own) names.add(name)
    }
    applies.push(await set.write())
    waiting = later
  }
  return applies
}

function orRefused<T> (kind: Kind, work: () => T): T | Refused {
  try {
    return work()
  } catch (error) {
    return { faults: faultsOf(error, kind) }
  }
}

/** Why a row was refused. Throws what is no refusal. */
function faultsOf (error: unknown, { columnAt = () => undefined }: Kind): CellFault[] {
  if (error instanceof RowRefused) return [...error.faults]
  // The service's own troubles are nobody's row's.
  if (!(error instanceof Problem) || error.status >= 500) throw error
  const { errors } = error.options
  if (errors === undefined || errors.length === 0) return [{ code: error.code, message: error.document('', 'en').detail, messageId: error.document('', 'id').detail }]
  // The place is told by the column, as the file calls it.
  return errors.map(({ pointer, code, message, messageId }) => ({ column: columnAt(pointer), code, message: message.replace(/^At \S+: /, ''), messageId: messageId.replace(/^Pada \S+: /, '') }))
}
