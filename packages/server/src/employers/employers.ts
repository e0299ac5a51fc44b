import { emit } from '../changes/events.ts'
import { Problem } from '../errors/problem.ts'
import { checkEmployer } from './check-employer.ts'
import { writeEmployer } from './employer-rows.ts'
import type { Employer } from './employer-schema.ts'
import type { EmployerState } from './tables.ts'
import { newId, type Apply, type Desk } from '../people/desk.ts'
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
  requireUsable(desk, record)
  await requireFreeExternalId(desk, id, record)
  const revision = await writeEmployer(desk.transaction, { id, state: 'registered', reason: null, record })
  await emit(desk.transaction, { kind: 'employer.registered', subject: id, by: desk.by })
  return { id, revision }
}

/**
 * Corrects an entry. A firm with another name or NIB than was verified is to be verified again, and its postings wait for an officer until then; one
 * that was returned waits once more.
 */
export async function changeEmployer (desk: Desk, id: string, record: Employer, ifMatch?: string): Promise<Changed> {
  requireUsable(desk, record)
  const stored = await requireEmployer(desk.transaction, id)
  requireRevision(ifMatch, stored.revision)
  await requireFreeExternalId(desk, id, record)
  const isSame = stored.record.name === record.name && stored.record.nib === record.nib
  const state = stored.state === 'verified' && isSame ? 'verified' : 'registered'
  const revision = await writeEmployer(desk.transaction, { id, state, reason: null, record })
  return { receipt: { id, revision }, apply: state === 'verified' ? () => {} : await withdrawPostings(desk, id, 'submitted') }
}

/** An officer vouches for the firm. */
export async function verifyEmployer (desk: Desk, id: string, ifMatch?: string): Promise<Changed> {
  return { receipt: await decide(desk, id, { from: ['registered'], to: 'verified', reason: null, ifMatch }), apply: () => {} }
}

/** An officer sends the entry back with what is to be mended, or vouches for the firm no more: its postings come back with it. */
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
  const revision = await writeEmployer(desk.transaction, { ...employer, state: to, reason })
  await emit(desk.transaction, { kind: `employer.${to}`, subject: id, by: desk.by })
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
