import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { CardRequestKind, CardRequestState, CardState } from '../people/tables.ts'

export interface Card {
  id: string
  personId: string
  number: string
  token: string
  issuedOn: string
  expiresOn: string
  state: CardState
  reason: string | null
}

const day = (column: string) => sql<string>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`

function cards (db: Kysely<Tables>) {
  return db.selectFrom('cards').select(['id', 'person_id as personId', 'number', 'token', 'state', 'state_reason as reason', day('issued_on').as('issuedOn'), day('expires_on').as('expiresOn')])
}

export async function readCard (db: Kysely<Tables>, id: string): Promise<Card | undefined> {
  return await cards(db).where('id', '=', id).executeTakeFirst()
}

/** The card that a person has, else had last. */
export async function latestCard (db: Kysely<Tables>, personId: string): Promise<Card | undefined> {
  return await cards(db).where('person_id', '=', personId).orderBy(sql`state = 'valid'`, 'desc').orderBy('created_at', 'desc').orderBy('id').limit(1).executeTakeFirst()
}

export interface Report {
  number: number
  dueOn: string
  /** Null when it was missed. */
  reportedOn: string | null
}

export async function reportsOf (db: Kysely<Tables>, cardId: string): Promise<Report[]> {
  return await db.selectFrom('card_reports').select(['number', day('due_on').as('dueOn'), sql<string | null>`to_char(reported_on, 'YYYY-MM-DD')`.as('reportedOn')])
    .where('card_id', '=', cardId).orderBy('number').execute()
}

export interface CardRequest {
  id: string
  personId: string
  kind: CardRequestKind
  state: CardRequestState
  askedAt: Date
  reasons: string[]
  noteSealed: string | null
  revision: number
}

function requests (db: Kysely<Tables>) {
  return db.selectFrom('card_requests').select(['id', 'person_id as personId', 'kind', 'state', 'asked_at as askedAt', 'reasons', 'note_sealed as noteSealed', 'revision'])
}

export async function readRequest (db: Kysely<Tables>, id: string): Promise<CardRequest | undefined> {
  return await requests(db).where('id', '=', id).executeTakeFirst() as CardRequest | undefined
}

/** Requests that wait, the oldest first. O(limit). */
export async function waitingRequests (db: Kysely<Tables>, limit: number): Promise<CardRequest[]> {
  return await requests(db).where('state', '=', 'waiting').orderBy('asked_at').orderBy('id').limit(limit).execute() as CardRequest[]
}

/** The last thing a person asked for. */
export async function latestRequest (db: Kysely<Tables>, personId: string): Promise<CardRequest | undefined> {
  return await requests(db).where('person_id', '=', personId).orderBy('asked_at', 'desc').orderBy('id').limit(1).executeTakeFirst() as CardRequest | undefined
}
