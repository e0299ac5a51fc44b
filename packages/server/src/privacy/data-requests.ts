import { sql, type Kysely, type Selectable } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { newId, type Apply, type Desk } from '../people/desk.ts'
import { syncRankable } from '../people/rankable.ts'
import { forgetInResults } from '../store/job-people.ts'
import type { Vault } from '../vault/vault.ts'
import { erasePeople } from './erase-person.ts'
import { syncShared } from './sharing.ts'
import { showsPerson } from './ranking-receipts.ts'
import type { DataRequestTable, RequestKind, RequestState, ReviewOutcome } from './tables.ts'

/** States in which something is to be done. */
const WAITING: readonly RequestState[] = ['open', 'under-review']
/** The law gives three times twenty-four hours, days off among them (UU PDP Art. 30, 32, 40, 41). */
const CLOCK_MS = 3 * 24 * 3_600_000

export interface NewRequest {
  kind: RequestKind
  /** What the person says, in the person's own words. */
  words?: string
  /** Ids: of an objection, the vacancy and the receipt of the ranking. */
  about?: Readonly<Record<string, string>>
}

export interface ToldRequest {
  id: string
  personId: string
  kind: RequestKind
  state: string
  askedAt: string
  dueAt: string
  /** True when the office has to act on it and its time is over. */
  overdue: boolean
  hoursLeft: number
  about: Record<string, unknown>
  words: string | null
  decidedAt: string | null
  decidedBy: string | null
  answer: string | null
  /** Of an objection that was granted: who decided anew, and how. */
  reviewedAt: string | null
  reviewedBy: string | null
  outcome: ReviewOutcome | null
  review: string | null
}

/** Writes down what a person asks. The clock starts now. Throws Problem `record-not-found` for an objection to a ranking that did not show the person. */
export async function askRequest ({ transaction, registry, by, now }: Desk, personId: string, { kind, words, about = {} }: NewRequest): Promise<{ id: string, dueAt: Date }> {
  if (about.rankingId !== undefined && !await showsPerson(transaction, about.rankingId, personId)) throw new Problem('record-not-found', { detail: 'No ranking of this number showed the person.', detailId: 'Tidak ada peringkat bernomor ini yang memuat orang ini.' })
  const id = newId('d')
  const dueAt = new Date(now.getTime() + CLOCK_MS)
  await transaction.insertInto('data_requests').values({
    id,
    person_id: personId,
    kind,
    state: 'open',
    asked_at: now,
    due_at: dueAt,
    asked_by: by,
    about: JSON.stringify(about),
    words_sealed: words === undefined ? null : registry.vault.seal(personId, words),
  }).execute()
  return { id, dueAt }
}

/**
 * Decides a request, by a person and with reasons. What is granted is done in the same transaction: a restriction, its lifting, an erasure; with
 * an objection the person is in no ranking until it is reviewed. Throws Problem `record-not-found`, `request-decided` or `erasure-refused`.
 */
export async function decideDataRequest (desk: Desk, id: string, granted: boolean, answer: string, onAccountGone: (account: string) => void): Promise<{ personId: string, kind: RequestKind, apply: () => void | Promise<void> }> {
  const { transaction, registry, by, now } = desk
  const request = await transaction.selectFrom('data_requests').selectAll().where('id', '=', id).executeTakeFirst()
  if (request === undefined) throw new Problem('record-not-found')
  if (request.state !== 'open') throw new Problem('request-decided')
  const { person_id: personId, kind } = request
  await transaction.updateTable('data_requests')
    .set({
      state: !granted ? 'refused' : kind === 'objection' ? 'under-review' : 'granted',
      decided_at: now,
      decided_by: by,
      answer_sealed: registry.vault.seal(personId, answer),
      // The office has as long again for deciding itself.
      ...(granted && kind === 'objection' ? { due_at: new Date(now.getTime() + CLOCK_MS) } : {}),
    })
    .where('id', '=', id).execute()
  return { personId, kind, apply: granted ? await carryOut(desk, personId, kind, onAccountGone) : () => {} }
}

async function carryOut (desk: Desk, personId: string, kind: RequestKind, onAccountGone: (account: string) => void): Promise<() => void | Promise<void>> {
  const { transaction, registry, by, now } = desk
  if (kind === 'erasure') return await erasePeople(desk, [personId], onAccountGone)
  if (kind === 'restriction') {
    await transaction.insertInto('restrictions').values({ person_id: personId, at: now, by, reason: 'own-request' }).onConflict(conflict => conflict.doNothing()).execute()
    await forgetInResults(transaction, personId)
  } else if (kind === 'lifting') {
    await transaction.deleteFrom('restrictions').where('person_id', '=', personId).execute()
  } else if (kind !== 'objection') {
    return () => {}
  }
  if (kind !== 'objection') await syncShared(transaction, by, personId)
  return await syncRankable(transaction, registry, personId)
}

/**
 * Somebody of the office decides anew what an objection was about: from the commit on the person is ranked again. Throws Problem `record-not-found` or
 * `wrong-state`.
 */
export async function reviewObjection ({ transaction, registry, by, now }: Desk, id: string, outcome: ReviewOutcome, words: string): Promise<{ personId: string, apply: Apply }> {
  const request = await transaction.selectFrom('data_requests').select(['person_id', 'state']).where('id', '=', id).executeTakeFirst()
  if (request === undefined) throw new Problem('record-not-found')
  if (request.state !== 'under-review') throw new Problem('wrong-state', { detail: `The request is ${request.state}; only an objection that was granted is reviewed, once.`, detailId: `Status permintaan ${request.state}; hanya keberatan yang diterima yang ditinjau, satu kali.` })
  const { person_id: personId } = request
  await transaction.updateTable('data_requests')
    .set({ state: 'granted', reviewed_at: now, reviewed_by: by, outcome, review_sealed: registry.vault.seal(personId, words) })
    .where('id', '=', id).execute()
  return { personId, apply: await syncRankable(transaction, registry, personId) }
}

/** All that a person asked, the most urgent first. */
export async function requestsOf (db: Kysely<Tables>, vault: Vault, now: Date, personId: string): Promise<ToldRequest[]> {
  const rows = await db.selectFrom('data_requests').selectAll().where('person_id', '=', personId).orderBy('due_at').orderBy('id').execute()
  return rows.map(row => told(row, vault, now))
}

/** Up to `limit` requests that the office has to act on, the most urgent first, each with its `place` in that order; the first after such a place. */
export async function openRequests (db: Kysely<Tables>, vault: Vault, now: Date, limit: number, after?: string): Promise<Array<{ place: string, request: ToldRequest }>> {
  const [due, id] = after?.split(' ') ?? []
  const query = db.selectFrom('data_requests').selectAll().where('state', 'in', WAITING).orderBy('due_at').orderBy('id').limit(limit)
  const rows = await (due === undefined ? query : query.where(sql<boolean>`(due_at, id) > (${due}::timestamptz, ${id ?? ''})`)).execute()
  return rows.map(row => ({ place: `${row.due_at.toISOString()} ${row.id}`, request: told(row, vault, now) }))
}

function told (row: Selectable<DataRequestTable>, vault: Vault, now: Date): ToldRequest {
  const left = row.due_at.getTime() - now.getTime()
  const words = (sealed: string | null): string | null => sealed === null ? null : vault.open(row.person_id, sealed)
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    state: row.state,
    askedAt: row.asked_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    overdue: WAITING.includes(row.state) && left < 0,
    hoursLeft: WAITING.includes(row.state) ? Math.floor(left / 3_600_000) : 0,
    about: row.about,
    words: words(row.words_sealed),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decided_by,
    answer: words(row.answer_sealed),
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    reviewedBy: row.reviewed_by,
    outcome: row.outcome,
    review: words(row.review_sealed),
  }
}
