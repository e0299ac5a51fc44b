import type { Kysely } from 'kysely'
import { emit } from '../changes/events.ts'
import type { Tables } from '../database/tables.ts'
import type { Changed, Receipt } from '../employers/employers.ts'
import { requireEmployer } from '../employers/require-employer.ts'
import { newId, type Desk } from '../people/desk.ts'
import { requireRevision, requireState } from '../employers/require-state.ts'
import { Problem } from '../errors/problem.ts'
import { checkDraft, checkForPublication } from './check-posting.ts'
import { countOffered } from './count-vacancies.ts'
import type { Demand, Posting } from './posting-schema.ts'
import { askDemands, demandsOf, readPosting, writePosting, type StoredPosting } from './posting-rows.ts'
import { syncPublishable } from './publishable.ts'

export interface DemandDecision {
  kind: Demand['kind']
  approve: boolean
  /** The officer's words, which the employer reads. */
  reason: string
}

/** Throws Problem `record-not-found`. */
export async function requirePosting (db: Kysely<Tables>, id: string): Promise<StoredPosting> {
  const posting = await readPosting(db, id)
  if (posting === undefined) throw new Problem('record-not-found', { detail: `There is no posting '${id.slice(0, 80)}'.`, detailId: `Tidak ada lowongan '${id.slice(0, 80)}'.` })
  return posting
}

/** Keeps a new posting as a draft. */
export async function draftPosting (desk: Desk, employerId: string, record: Posting, id: string = newId('v')): Promise<Receipt> {
  await requireEmployer(desk.transaction, employerId)
  requireUsable(desk, record)
  await requireFreeExternalId(desk, employerId, id, record)
  const revision = await writePosting(desk.transaction, { id, employerId, state: 'draft', reason: null, record })
  await askDemands(desk.transaction, id, record.demands ?? [])
  return { id, revision }
}

/** Changes a posting. What was published or submitted becomes a draft again and leaves the rankings: an officer looked at what it was. */
export async function changePosting (desk: Desk, id: string, record: Posting, ifMatch?: string): Promise<Changed> {
  const stored = await requirePosting(desk.transaction, id)
  requireRevision(ifMatch, stored.revision)
  requireState(stored.state, 'draft', 'returned', 'submitted', 'published')
  requireUsable(desk, record)
  if (record.seats < stored.filled) throw new Problem('no-seat-left', { detail: `${stored.filled} seats are filled; there cannot be fewer.`, detailId: `${stored.filled} kursi sudah terisi; jumlahnya tidak dapat kurang dari itu.` })
  await requireFreeExternalId(desk, stored.employerId, id, record)
  const revision = await writePosting(desk.transaction, { ...stored, state: 'draft', reason: null, record })
  await askDemands(desk.transaction, id, record.demands ?? [])
  await countOffered(desk, { ...stored, state: 'draft', record })
  return { receipt: { id, revision }, apply: await syncPublishable(desk.transaction, desk.registry, id) }
}

/** Hands a posting to the office. Throws Problem `posting-not-publishable` with everything that stands in the way. */
export async function submitPosting (desk: Desk, id: string, ifMatch?: string): Promise<Changed> {
  return await step(desk, id, { from: ['draft', 'returned'], to: 'submitted', ifMatch, isChecked: true })
}

/**
 * An officer publishes a posting of a verified employer: it is in the rankings from the commit on. Each demand of age or sex must be decided; a refused
 * one stays listed and is shown to nobody. Throws Problem `posting-not-publishable` or `wrong-posting-state`.
 */
export async function publishPosting (desk: Desk, id: string, decisions: readonly DemandDecision[], ifMatch?: string): Promise<Changed> {
  const posting = await requirePosting(desk.transaction, id)
  requireRevision(ifMatch, posting.revision)
  const employer = await requireEmployer(desk.transaction, posting.employerId)
  requireState(employer.state, 'verified')
  for (const { kind, approve, reason } of decisions) {
    await desk.transaction.updateTable('posting_demands')
      .set({ state: approve ? 'approved' : 'refused', decided_by: desk.by, decided_at: new Date(), decision: reason })
      .where('posting_id', '=', id).where('kind', '=', kind).where('state', '=', 'asked').execute()
  }
  const open = (await demandsOf(desk.transaction, [id])).filter(({ state }) => state === 'asked')
  if (open.length > 0) {
    throw new Problem('posting-not-publishable', {
      errors: open.map(({ demand: { kind } }) => ({ pointer: '/decisions', code: 'demand-undecided', received: kind, expected: `a decision on the demand of ${kind}`, message: `The demand of ${kind} is not decided.`, messageId: `Syarat ${kind === 'age' ? 'usia' : 'jenis kelamin'} belum diputuskan.` })),
    })
  }
  return await step(desk, id, { from: ['submitted'], to: 'published', isChecked: true })
}

/** An officer sends a posting back with what is to be mended. */
export async function returnPosting (desk: Desk, id: string, reason: string, ifMatch?: string): Promise<Changed> {
  return await step(desk, id, { from: ['submitted', 'published'], to: 'returned', reason, ifMatch })
}

/** Ends a posting before its time. */
export async function closePosting (desk: Desk, id: string, reason: string, ifMatch?: string): Promise<Changed> {
  return await step(desk, id, { from: ['draft', 'submitted', 'returned', 'published'], to: 'closed', reason, ifMatch })
}

/** Takes what a firm offers out of the rankings when nobody vouches for it any more: to wait for an officer, or back to the firm with the reason. */
export async function withdrawPostings (desk: Desk, employerId: string, to: 'submitted' | 'returned', reason?: string): Promise<() => void> {
  const from: StoredPosting['state'][] = to === 'submitted' ? ['published'] : ['published', 'submitted']
  const rows = await desk.transaction.selectFrom('postings').select('id').where('employer_id', '=', employerId).where('state', 'in', from).orderBy('id').execute()
  const applies: Array<() => void> = []
  for (const { id } of rows) applies.push((await step(desk, id, { from, to, reason })).apply)
  return () => { for (const apply of applies) apply() }
}

/** Takes everything out of the rankings whose last day is over. Returns what went, and the change for the memory. */
export async function expirePostings (desk: Desk): Promise<{ ids: string[], apply: () => void }> {
  const rows = await desk.transaction.selectFrom('postings').select('id').where('state', '=', 'published').where('closes', '<', desk.today as never).orderBy('id').execute()
  const done: Changed[] = []
  for (const { id } of rows) done.push(await step(desk, id, { from: ['published'], to: 'expired' }))
  return { ids: rows.map(({ id }) => id), apply: () => { for (const { apply } of done) apply() } }
}

interface Step {
  from: ReadonlyArray<StoredPosting['state']>
  to: Exclude<StoredPosting['state'], 'draft'>
  reason?: string
  ifMatch?: string
  /** The posting must be fit for publication. */
  isChecked?: boolean
}

async function step (desk: Desk, id: string, { from, to, reason, ifMatch, isChecked = false }: Step): Promise<Changed> {
  const { transaction, registry, today, by } = desk
  const posting = await requirePosting(transaction, id)
  requireRevision(ifMatch, posting.revision)
  requireState(posting.state, ...from)
  if (isChecked) {
    const { workers } = (await requireEmployer(desk.transaction, posting.employerId)).record
    const errors = checkForPublication(posting.record, { taxonomy: registry.taxonomy, today, workers })
    if (errors.length > 0) throw new Problem('posting-not-publishable', { errors })
  }
  const revision = await writePosting(transaction, { ...posting, state: to, reason: reason ?? null })
  await countOffered(desk, { ...posting, state: to })
  await emit(transaction, { kind: `posting.${to}`, subject: id, related: { employer: posting.employerId }, by })
  return { receipt: { id, revision }, apply: await syncPublishable(transaction, registry, id) }
}

function requireUsable ({ registry }: Desk, record: Posting): void {
  const errors = checkDraft(record, registry.taxonomy)
  if (errors.length > 0) throw new Problem('bad-request-field', { errors })
}

async function requireFreeExternalId ({ transaction }: Desk, employerId: string, id: string, { externalId }: Posting): Promise<void> {
  if (externalId === undefined) return
  const other = await transaction.selectFrom('postings').select('id').where('employer_id', '=', employerId).where('external_id', '=', externalId).where('id', '<>', id).executeTakeFirst()
  if (other === undefined) return
  throw new Problem('bad-request-field', {
    errors: [{ pointer: '/externalId', code: 'duplicate-id', expected: 'a number that no other posting of the employer has', message: 'At /externalId: another posting has this number.', messageId: 'Pada /externalId: nomor ini sudah dipakai lowongan lain.' }],
  })
}
