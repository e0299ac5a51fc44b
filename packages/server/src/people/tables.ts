import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Json = JSONColumnType<Record<string, unknown>, string, string>
/** A day of the calendar; written as YYYY-MM-DD, and read so by `to_char`. */
type Day = ColumnType<Date, string, string>
type MaybeDay = ColumnType<Date | null, string | null, string | null>

/** `applying`: not yet a registered seeker; `active`: registered and looking; `placed`: found work; `removed`: taken off the register. */
export type PersonState = 'applying' | 'active' | 'placed' | 'removed'

/** Who a person is, sealed; the match profile beside it. */
export interface PersonTable {
  id: string
  nik_hash: string | null
  sealed: string
  /** The match record without its id. */
  profile: Json
  state: PersonState
  school: string | null
  account: string | null
  revision: number
  created_at: Date
  updated_at: Date
}

export interface PersonPhotoTable {
  person_id: string
  /** Base64 of the picture, sealed. */
  sealed: string
}

export type EventKind =
  | 'applied' | 'registered' | 'placed' | 'removed' | 'reactivated' | 'renewed' | 'reported' | 'profile-changed'
  | 'card-requested' | 'card-returned' | 'card-issued' | 'card-reprinted' | 'card-revoked'

export interface PersonEventTable {
  person_id: string
  number: number
  kind: EventKind
  reason: string | null
  /** The day the office counts it on. */
  booked_on: Day
  at: Date
  by: string
  /** 1 when the person came into the stock of seekers, -1 when out of it, else 0. */
  flow: number
  /** The cell of the monthly table, for events that count: out of the same one that the person came into. */
  sex: string | null
  age_group: string | null
  education: string | null
  detail: Json
}

/** Statements of months that are over: events are counted in them no more. */
export interface ClosedMonthTable {
  month: string
  closed_at: Date
  by: string
  figures: Json
}

export type CardState = 'valid' | 'expired' | 'revoked' | 'replaced' | 'deactivated'

export interface CardTable {
  id: string
  person_id: string
  number: string
  key_id: string
  token: string
  issued_on: Day
  expires_on: Day
  state: CardState
  state_reason: string | null
  /** Who answers for it: account of the verifier. */
  issued_by: string
  created_at: Date
}

export type CardRequestKind = 'new' | 'renewal' | 'lost'
export type CardRequestState = 'waiting' | 'approved' | 'returned'

export interface CardRequestTable {
  id: string
  person_id: string
  kind: CardRequestKind
  state: CardRequestState
  asked_at: Date
  decided_at: Date | null
  decided_by: string | null
  /** Codes of what is to be mended, and a sealed note. */
  reasons: JSONColumnType<string[], string, string>
  note_sealed: string | null
  revision: Generated<number>
}

export interface CardReportTable {
  card_id: string
  number: number
  due_on: Day
  /** Null when it was missed. */
  reported_on: MaybeDay
  by: string
}

/** The document of a card that was signed with a certified signature. */
export interface SignedCardTable {
  card_id: string
  person_id: string
  /** Base64 of the PDF, sealed. */
  sealed: string
  sha256: string
  signer: string
  signed_at: Date
  signed_by: string
}

export interface CardSerialTable {
  series: string
  last: number
}

export interface PeopleTables {
  people: PersonTable
  person_photos: PersonPhotoTable
  person_events: PersonEventTable
  closed_months: ClosedMonthTable
  cards: CardTable
  card_requests: CardRequestTable
  card_reports: CardReportTable
  card_serials: CardSerialTable
  signed_cards: SignedCardTable
}
