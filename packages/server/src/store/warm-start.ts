import { createHash } from 'node:crypto'
import { SnapshotError } from '@padan/matcher'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { readMarker } from './markers.ts'
import type { RecordMemory } from './record-memory.ts'
import { changedSince, countRows, deletedSince, DELETIONS_SWEPT, latestRevision } from './revisions.ts'
import { readMark, type SnapshotMark } from './snapshot-mark.ts'
import type { SnapshotPlace } from './snapshot-place.ts'

const PAGE_ROWS = 2000
const SIDES = ['vacancies', 'seekers'] as const

/**
 * Fills the memory from the saved index and from what was written after it. Returns undefined when there is no saved index, true when the
 * memory is now as the database, and else why the saved index cannot be used: the memory is then in any state, and to be filled from the rows.
 */
export async function warmStart (db: Kysely<Tables>, place: SnapshotPlace, memory: RecordMemory): Promise<true | string | undefined> {
  const mark = await readMark(db)
  if (mark === undefined) return undefined
  const stale = await whyStale(db, mark)
  if (stale !== undefined) return stale
  const bytes = await place.read(db, mark.digest)
  if (bytes === undefined) return 'The snapshot is not where it was kept.'
  if (digestOf(bytes) !== mark.digest) return 'The snapshot is damaged: its bytes are not those that were kept.'
  try {
    memory.load(bytes)
  } catch (error) {
    if (error instanceof SnapshotError) return error.message
    throw error
  }
  await catchUp(db, mark, memory)
  for (const side of SIDES) {
    const [stored, held] = [await countRows(db, side), memory.sizeOf(side)]
    if (stored !== held) return `The snapshot with what was written since has ${held} ${side}, the database ${stored}.`
  }
  return true
}

export function digestOf (bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function whyStale (db: Kysely<Tables>, { revision }: SnapshotMark): Promise<string | undefined> {
  if (await latestRevision(db) < BigInt(revision)) return 'The snapshot is of a later time than the database.'
  const swept = await readMarker(db, DELETIONS_SWEPT) ?? '0'
  return BigInt(swept) > BigInt(revision) ? 'The snapshot is too old: deletions after it are no longer told.' : undefined
}

async function catchUp (db: Kysely<Tables>, { revision, unusable }: SnapshotMark, memory: RecordMemory): Promise<void> {
  for (const side of SIDES) memory.setAside(side, unusable[side])
  // Deletions first: what was stored again after one is among the changed records.
  for (const { side, id } of await deletedSince(db, revision)) memory.forget(side, id)
  for (const side of SIDES) {
    let after = revision
    while (true) {
      const page = await changedSince(db, side, after, PAGE_ROWS)
      if (page.length === 0) break
      memory.takeIn(side, page.map(({ record }) => record))
      after = page[page.length - 1].revision
    }
  }
}
