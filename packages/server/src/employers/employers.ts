import type { Kysely } from 'kysely'
import { emit } from '../changes/events.ts'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { checkEmployer } from './check-employer.ts'
import { lookUpEmployers, readEmployer, writeEmployers, type EmployerParts, type KnownEmployers, type StoredEmployer } from './employer-rows.ts'
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
  return await receipt(desk, newEmployer(desk, await sharingNumber(desk, record), record, id))
}

/** A firm that is not on the register yet. */
export type EmployerWrite = EmployerParts & { isNew: boolean }

/** Checks a firm that is to be registered; nothing is written. Throws Problem `bad-request-field`. */
export function newEmployer (desk: Desk, known: KnownEmployers, record: Employer, id: string): EmployerWrite {
  requireUsable(desk, record)
  requireFreeNumber(known, id, record)
  return { id, state: 'registered', reason: null, record, isNew: true }
}

/** Checks what a firm is to be; nothing is written. Throws Problem `bad-request-field`. */
export function changedEmployer (desk: Desk, known: KnownEmployers, stored: StoredEmployer, record: Employer): EmployerWrite {
  requireUsable(desk, record)
  requireFreeNumber(known, stored.id, record)
  const isSame = stored.record.name === record.name && stored.record.nib === record.nib
  return { id: stored.id, state: stored.state === 'verified' && isSame ? 'verified' : 'registered', reason: null, record, isNew: false }
}

/** Writes firms that were checked, each once, by a few statements. Returns the revision of each id. */
export async function saveEmployers ({ transaction, by }: Desk, employers: readonly EmployerWrite[]): Promise<ReadonlyMap<string, string>> {
  const revisions = await writeEmployers(transaction, employers)
  await emit(transaction, ...employers.filter(({ isNew }) => isNew).map(({ id }) => ({ kind: 'employer.registered' as const, subject: id, by })))
  return revisions
}

/** Corrects an entry. A firm with another name or NIB than was verified is to be verified again; one that was returned waits once more. */
export async function changeEmployer (desk: Desk, id: string, record: Employer, ifMatch?: string): Promise<Receipt> {
  const stored = await requireEmployer(desk.transaction, id)
  requireRevision(ifMatch, stored.revision)
  return await receipt(desk, changedEmployer(desk, await sharingNumber(desk, record), stored, record))
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
  const revisions = await writeEmployers(desk.transaction, [{ ...employer, state, reason }])
  await emit(desk.transaction, { kind: `employer.${state}`, subject: id, by: desk.by })
  return { id, revision: revisions.get(id) as string }
}

async function receipt (desk: Desk, employer: EmployerWrite): Promise<Receipt> {
  return { id: employer.id, revision: (await saveEmployers(desk, [employer])).get(employer.id) as string }
}

function requireUsable ({ registry }: Desk, record: Employer): void {
  const errors = checkEmployer(record, registry.taxonomy)
  if (errors.length > 0) throw new Problem('bad-request-field', { errors })
}

/** Who has the number that a firm gives itself. */
async function sharingNumber ({ transaction }: Desk, { externalId }: Employer): Promise<KnownEmployers> {
  return await lookUpEmployers(transaction, externalId === undefined ? [] : [externalId])
}

function requireFreeNumber ({ byNumber }: KnownEmployers, id: string, { externalId }: Employer): void {
  const holder = externalId === undefined ? undefined : byNumber.get(externalId)
  if (holder === undefined || holder === id) return
  throw new Problem('bad-request-field', {
    errors: [{ pointer: '/externalId', code: 'duplicate-id', expected: 'a number that no other employer has', message: 'At /externalId: another employer has this number.', messageId: 'Pada /externalId: nomor ini sudah dipakai pemberi kerja lain.' }],
  })
}
