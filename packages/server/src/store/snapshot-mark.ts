import type { Kysely } from 'kysely'
import type { SideTable, Tables } from '../database/tables.ts'
import { readMarker, writeMarker } from './markers.ts'

const NAME = 'snapshot'

/**
 * What the database knows of the saved index that is good for it. A saved index by itself says nothing: after a backup was put back it may
 * be one of a later time.
 */
export interface SnapshotMark {
  /** SHA-256 of its bytes, hex. */
  digest: string
  /** It holds every record as of this revision. */
  revision: string
  /** Ids that were stored but could not be ranked. */
  unusable: Readonly<Record<SideTable, readonly string[]>>
}

export async function readMark (db: Kysely<Tables>): Promise<SnapshotMark | undefined> {
  const text = await readMarker(db, NAME)
  return text === undefined ? undefined : JSON.parse(text) as SnapshotMark
}

export async function writeMark (db: Kysely<Tables>, mark: SnapshotMark): Promise<void> {
  await writeMarker(db, NAME, JSON.stringify(mark))
}
