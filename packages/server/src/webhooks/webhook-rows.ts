import { sql, type Kysely } from 'kysely'
import { mayBeTold, toldRelated } from '../changes/may-be-told.ts'
import type { Tables } from '../database/tables.ts'
import type { DeliveryState, SealedSecret } from './tables.ts'

export interface StoredWebhook {
  id: string
  url: string
  kinds: string[]
  secrets: SealedSecret[]
  isActive: boolean
}

export interface Delivery {
  webhookId: string
  revision: string
  state: DeliveryState
  attempts: number
  lastStatus: number | null
  lastError: string | null
  nextAt: Date
}

/** A delivery that is due, with all it needs. */
export interface DueDelivery {
  webhookId: string
  revision: string
  attempts: number
  url: string
  secrets: SealedSecret[]
  kind: string
  subject: string
  related: Record<string, string>
  at: Date
}

const COLUMNS = ['id', 'url', 'kinds', 'secrets', 'is_active as isActive'] as const

export async function readWebhook (db: Kysely<Tables>, id: string): Promise<StoredWebhook | undefined> {
  return await db.selectFrom('webhooks').select(COLUMNS).where('id', '=', id).executeTakeFirst()
}

export async function listWebhooks (db: Kysely<Tables>): Promise<StoredWebhook[]> {
  return await db.selectFrom('webhooks').select(COLUMNS).orderBy('id').execute()
}

/** Webhooks that have something due. */
export async function dueWebhooks (db: Kysely<Tables>, now: Date): Promise<string[]> {
  const rows = await due(db, now).select('d.webhook_id as webhookId').distinct().execute()
  return rows.map(({ webhookId }) => webhookId)
}

/** Deliveries of a webhook that are due, the oldest first. */
export async function dueDeliveries (db: Kysely<Tables>, webhookId: string, now: Date, limit: number): Promise<DueDelivery[]> {
  return await due(db, now)
    .select(['d.webhook_id as webhookId', 'd.revision', 'd.attempts', 'w.url', 'w.secrets', 'e.kind', 'e.subject', toldRelated.as('related'), 'e.at'])
    .where('d.webhook_id', '=', webhookId).orderBy('d.revision').limit(limit).execute()
}

function due (db: Kysely<Tables>, now: Date) {
  return db.selectFrom('webhook_deliveries as d')
    .innerJoin('webhooks as w', 'w.id', 'd.webhook_id').innerJoin('events as e', 'e.revision', 'd.revision')
    .where('d.state', '=', 'waiting').where('d.next_at', '<=', now).where('w.is_active', '=', true).where(mayBeTold)
}

export async function listDeliveries (db: Kysely<Tables>, webhookId: string, state: DeliveryState, limit: number, after = '0'): Promise<Delivery[]> {
  return await db.selectFrom('webhook_deliveries')
    .select(['webhook_id as webhookId', 'revision', 'state', 'attempts', 'last_status as lastStatus', 'last_error as lastError', 'next_at as nextAt'])
    .where('webhook_id', '=', webhookId).where('state', '=', state).where('revision', '>', after as never).orderBy('revision').limit(limit).execute()
}

/** Puts deliveries that were given up back into the line. Returns how many. */
export async function replayDead (db: Kysely<Tables>, webhookId: string, now: Date): Promise<number> {
  const { numUpdatedRows } = await db.updateTable('webhook_deliveries').set({ state: 'waiting', attempts: 0, next_at: now })
    .where('webhook_id', '=', webhookId).where('state', '=', 'dead').executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Forgets what is past its time, and what was delivered or given up with it. */
export async function sweepEvents (db: Kysely<Tables>): Promise<void> {
  await sql`delete from events where at <= now() - interval '90 days'`.execute(db)
}
