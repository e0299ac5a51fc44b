import { Problem } from '../errors/problem.ts'
import type { Apply, Desk } from '../people/desk.ts'
import type { Kind, RowSender, Stored } from './kinds/kind.ts'
import { RowRefused, type CellFault, type RowReader } from './row-reader.ts'

/** What became of a row. */
export type Fate = Stored | { faults: CellFault[] }

interface WaitingTold {
  at: number
  told: unknown
}

/**
 * Stores rows by the set: what they tell of is looked up together, each is decided by itself, and what was decided is written together. A row that shares
 * a name with one before it waits for the next set, so that the outcome is that of one row after another; a file in which nobody stands twice is one set.
 * A row that is refused leaves nothing. Returns what became of each, in their order.
 */
export async function storeRows (kind: Kind, desk: Desk, sender: RowSender, rows: ReadonlyArray<() => RowReader>): Promise<{ fates: Fate[], applies: Apply[] }> {
  const fates: Fate[] = []
  const applies: Apply[] = []
  const attempt = (at: number, work: () => void): void => {
    try {
      work()
    } catch (error) {
      fates[at] = { faults: faultsOf(error, kind) }
    }
  }
  let waiting: WaitingTold[] = []
  rows.forEach((row, at) => attempt(at, () => { waiting.push({ at, told: kind.read(row(), desk, sender) }) }))
  while (waiting.length > 0) {
    const set = await kind.lookUp(desk, waiting.map(({ told }) => told), sender)
    const names = new Set<string>()
    const later: WaitingTold[] = []
    for (const row of waiting) {
      const { at, told } = row
      const own = set.namesOf(told)
      // Whoever waits holds its names too: nobody passes it.
      if (own.some(name => names.has(name))) later.push(row)
      else attempt(at, () => { fates[at] = set.decide(told) })
      for (const name of own) names.add(name)
    }
    applies.push(await set.write())
    waiting = later
  }
  return { fates, applies }
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
