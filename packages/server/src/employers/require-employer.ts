import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { readEmployer, type StoredEmployer } from './employer-rows.ts'

/** Throws Problem `record-not-found`. */
export async function requireEmployer (db: Kysely<Tables>, id: string): Promise<StoredEmployer> {
  const employer = await readEmployer(db, id)
  if (employer === undefined) throw new Problem('record-not-found', { detail: `There is no employer '${id.slice(0, 80)}'.`, detailId: `Tidak ada pemberi kerja '${id.slice(0, 80)}'.` })
  return employer
}
