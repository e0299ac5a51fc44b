import type { Kysely } from 'kysely'
import { emit } from '../changes/events.ts'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { checkEmployer } from './check-employer.ts'
import { readEmployer, writeEmployer, type StoredEmployer } from './employer-rows.ts'
import type { Employer } from './employer-schema.ts'
import { newId, type Desk } from '../people/desk.ts'
import { requireRevision, requireState } from './require-state.ts'

export interface Receipt {
  id: string
  revision: string
}

/** Throws Problem `record-not-found`. */
export async function requireEmployer (db: Kysely<Tables>, id: string): Promise<StoredEmployer> {
  const employer = await readEmployer(db, id)
  if (employer === undefined) throw new Problem('record-not-found', { detail: `There is no employer '${id.slice(0, 80)}'.`, detailId: `Tidak ada pemberi kerja '${id.slice(0, 80)}'.` })
  return employer
}

/** Registers a firm. It can write postings at once; none is published before an officer verified the firm. */
export async function registerEmployer (desk: Desk, record: Employer, id: string = newId('e')): Promise<Receipt> {
  requireUsable(desk, record)
  await requireFreeExternalId(desk, id, record)
  const revision = await writeEmployer(desk.transaction, { id, state: 'registered', reason: null, record })
  await emit(desk.transaction, { kind: 'employer.registered', subject: id, by: desk.by })
  return { id, revision }
}

/** Corrects an entry. A firm with another name or NIB than was verified is to be verified again; one that was returned waits once more. */
export async function changeEmployer (desk: Desk, id: string, record: Employer, ifMatch?: string): Promise<Receipt> {
  requireUsable(desk, record)
  const stored = await requireEmployer(desk.transaction, id)
  requireRevision(ifMatch, stored.revision)
  await requireFreeExternalId(desk, id, record)
  const isSame = stored.record.name === record.name && stored.record.nib === record.nib
  const state = stored.state === 'verified' && isSame ? 'verified' : 'registered'
  return { id, revision: await writeEmployer(desk.transaction, { id, state, reason: null, record }) }
}

/** An officer vouches for the firm. */
export async function verifyEmployer (desk: Desk, id: string, ifMatch?: string): Promise<Receipt> {
  return await decide(desk, id, 'verified', null, ifMatch)
}

/** An officer sends the entry back with what is to be mended. */
export async function returnEmployer (desk: Desk, id: string, reason: string, ifMatch?: string): Promise<Receipt> {
  return await decide(desk, id, 'returned', reason, ifMatch)
}

async function decide (desk: Desk, id: string, state: 'verified' | 'returned', reason: string | null, ifMatch?: string): Promise<Receipt> {
  const { revision: stored, ...employer } = await requireEmployer(desk.transaction, id)
  requireRevision(ifMatch, stored)
  requireState(employer.state, 'registered')
  const revision = await writeEmployer(desk.transaction, { ...employer, state, reason })
  await emit(desk.transaction, { kind: `employer.${state}`, subject: id, by: desk.by })
  return { id, revision }
}

function requireUsable ({ registry }: Desk, record: Employer): void {
  const errors = checkEmployer(record, registry.taxonomy)
  if (errors.length > 0) throw new Problem('bad-request-field', { errors })
}

async function requireFreeExternalId ({ transaction }: Desk, id: string, { externalId }: Employer): Promise<void> {
  if (externalId === undefined) return
  const other = await transaction.selectFrom('employers').select('id').where('external_id', '=', externalId).where('id', '<>', id).executeTakeFirst()
  if (other === undefined) return
  throw new Problem('bad-request-field', {
    errors: [{ pointer: '/externalId', code: 'duplicate-id', expected: 'a number that no other employer has', message: 'At /externalId: another employer has this number.', messageId: 'Pada /externalId: nomor ini sudah dipakai pemberi kerja lain.' }],
  })
}
