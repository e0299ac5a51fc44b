import { SETTABLE } from '../access/field-rules.ts'
import { keptFor } from '../access/field-table.ts'
import type { Viewer } from '../access/viewers.ts'
import { emit } from '../changes/events.ts'
import { Problem } from '../errors/problem.ts'
import { checkEmployer } from './check-employer.ts'
import { lookUpEmployers, writeEmployers, type EmployerParts, type KnownEmployers, type StoredEmployer } from './employer-rows.ts'
import type { Employer } from './employer-schema.ts'
import type { EmployerState } from './tables.ts'
import { newId, type Apply, type Desk } from '../people/desk.ts'
import { syncVerified } from '../privacy/sharing.ts'
import { withdrawPostings } from '../postings/postings.ts'
import { requireEmployer } from './require-employer.ts'
import { requireRevision, requireState } from './require-state.ts'

export interface Receipt {
  id: string
  revision: string
}

/** What was done, and the same for the memory, after the commit. */
export interface Changed {
  receipt: Receipt
  apply: Apply
}

/** Registers a firm. It can write postings at once; none is published before an officer verified the firm. */
export async function registerEmployer (desk: Desk, record: Employer, id: string = newId('e')): Promise<Receipt> {
  return (await saveEmployer(desk, newEmployer(desk, await sharingNumber(desk, record), record, id))).receipt
}

/** A firm as it is to be stored. */
export type EmployerWrite = EmployerParts & {
  isNew: boolean
  wasVerified: boolean
}

/** Checks a firm that is to be registered; nothing is written. Throws Problem `bad-request-field`. */
export function newEmployer (desk: Desk, known: KnownEmployers, record: Employer, id: string): EmployerWrite {
  requireUsable(desk, record)
  requireFreeNumber(known, id, record)
  return { id, state: 'registered', reason: null, record, isNew: true, wasVerified: false }
}

/** Checks what a firm is to be; nothing is written. Throws Problem `bad-request-field`. */
export function changedEmployer (desk: Desk, known: KnownEmployers, stored: StoredEmployer, record: Employer): EmployerWrite {
  requireUsable(desk, record)
  requireFreeNumber(known, stored.id, record)
  const isSame = stored.record.name === record.name && stored.record.nib === record.nib
  return { id: stored.id, state: stored.state === 'verified' && isSame ? 'verified' : 'registered', reason: null, record, isNew: false, wasVerified: stored.state === 'verified' }
}

/** Writes firms that were checked, each once, by a few statements; the postings of one that is to be verified again wait. Returns the revision of each id. */
export async function saveEmployers (desk: Desk, employers: readonly EmployerWrite[]): Promise<{ revisions: ReadonlyMap<string, string>, apply: Apply }> {
  const revisions = await writeEmployers(desk.transaction, employers)
  await emit(desk.transaction, ...employers.filter(({ isNew }) => isNew).map(({ id }) => ({ kind: 'employer.registered' as const, subject: id, by: desk.by })))
  const applies: Apply[] = []
  for (const { id, isNew, state } of employers) if (!isNew && state !== 'verified') applies.push(await withdrawPostings(desk, id, 'submitted'))
  await syncVerified(desk.transaction, desk.by, ...employers.filter(({ wasVerified, state }) => wasVerified && state !== 'verified').map(({ id }) => id))
  return { revisions, apply: () => { for (const apply of applies) apply() } }
}

/**
 * Corrects an entry. A firm with another name or NIB than was verified is to be verified again, and its postings wait for an officer until then; one
 * that was returned waits once more.
 */
export async function changeEmployer (desk: Desk, id: string, told: Employer, viewer: Viewer, ifMatch?: string): Promise<Changed> {
  const stored = await requireEmployer(desk.transaction, id)
  const record = keptFor(viewer, SETTABLE, 'Employer', told, stored.record)
  requireRevision(ifMatch, stored.revision)
  return await saveEmployer(desk, changedEmployer(desk, await sharingNumber(desk, record), stored, record))
}

/** An officer vouches for the firm: it sees again whom it was referred and who agrees to it. */
export async function verifyEmployer (desk: Desk, id: string, ifMatch?: string): Promise<Changed> {
  return { receipt: await decide(desk, id, { from: ['registered'], to: 'verified', reason: null, ifMatch }), apply: () => {} }
}

/** An officer sends the entry back with what is to be mended, or vouches for the firm no more: its postings come back with it, and it sees nobody from then on. */
export async function returnEmployer (desk: Desk, id: string, reason: string, ifMatch?: string): Promise<Changed> {
  const receipt = await decide(desk, id, { from: ['registered', 'verified'], to: 'returned', reason, ifMatch })
  return { receipt, apply: await withdrawPostings(desk, id, 'returned', reason) }
}

interface Decision {
  from: ReadonlyArray<EmployerState>
  to: 'verified' | 'returned'
  reason: string | null
  ifMatch?: string
}

async function decide (desk: Desk, id: string, { from, to, reason, ifMatch }: Decision): Promise<Receipt> {
  const { revision: stored, ...employer } = await requireEmployer(desk.transaction, id)
  requireRevision(ifMatch, stored)
  requireState(employer.state, ...from)
  const revisions = await writeEmployers(desk.transaction, [{ ...employer, state: to, reason }])
  await emit(desk.transaction, { kind: `employer.${to}`, subject: id, by: desk.by })
  if (employer.state === 'verified' || to === 'verified') await syncVerified(desk.transaction, desk.by, id)
  return { id, revision: revisions.get(id) as string }
}

async function saveEmployer (desk: Desk, employer: EmployerWrite): Promise<Changed> {
  const { id } = employer
  const { revisions, apply } = await saveEmployers(desk, [employer])
  return { receipt: { id, revision: revisions.get(id) as string }, apply }
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
