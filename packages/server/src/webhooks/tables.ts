import type { ColumnType, Generated, JSONColumnType } from 'kysely'

export interface SealedSecret {
  sealed: string
  /** ISO time from which it no longer signs; null for the one in use. */
  until: string | null
}

export interface WebhookTable {
  id: string
  url: string
  kinds: string[]
  secrets: JSONColumnType<SealedSecret[], string, string>
  is_active: Generated<boolean>
  created_by: string
  created_at: Generated<Date>
}

export type DeliveryState = 'waiting' | 'delivered' | 'dead'

export interface DeliveryTable {
  webhook_id: string
  revision: ColumnType<string, string, never>
  state: DeliveryState
  attempts: Generated<number>
  next_at: Date
  last_status: number | null
  last_error: string | null
  delivered_at: Date | null
}
