import type { Kysely } from 'kysely'
import type { Database } from '../database/open.ts'
import type { Tables } from '../database/tables.ts'
import { SnapshotFiles } from './snapshot-files.ts'
import { snapshotRows } from './snapshot-rows.ts'

/** Where saved indexes are kept, each under the SHA-256 of its bytes. Several may be there; the database says which is good. */
export interface SnapshotPlace {
  /** Resolves when the bytes would survive a power cut. */
  keep: (db: Kysely<Tables>, digest: string, bytes: Uint8Array) => Promise<void>
  /** Undefined when there is none under the digest. */
  read: (db: Kysely<Tables>, digest: string) => Promise<Uint8Array | undefined>
  /** Removes all but one. */
  keepOnly: (db: Kysely<Tables>, digest: string) => Promise<void>
}

/** The embedded database's files have room beside them; a server keeps everything itself, so that any machine can start from it. */
export function snapshotPlace ({ folder }: Database): SnapshotPlace {
  return folder === undefined ? snapshotRows : new SnapshotFiles(folder)
}
