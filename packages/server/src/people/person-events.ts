import { sql, type Kysely } from 'kysely'
import { emit, type EventKind as ToldKind } from '../changes/events.ts'
import { rowSet } from '../database/row-set.ts'
import type { Tables } from '../database/tables.ts'
import { ageOn } from './days.ts'
import type { Desk } from './desk.ts'
import type { SealedPerson } from './person.ts'
import type { EventKind } from './tables.ts'

/** What other systems are told of, and as what. */
const TOLD: Readonly<Partial<Record<EventKind, ToldKind>>> = {
  registered: 'person.registered',
  reactivated: 'person.reactivated',
  'profile-changed': 'person.changed',
  removed: 'person.removed',
  placed: 'person.hired',
  'card-issued': 'card.issued',
  'card-reprinted': 'card.reprinted',
  'card-revoked': 'card.revoked',
}
/** Ids that belong to it, of what `detail` has. */
const RELATED = ['card', 'referral', 'employer'] as const

/** Age groups of the monthly table III/1. */
export const AGE_GROUPS = ['15-19', '20-29', '30-44', '45-54', '55+'] as const
export type AgeGroup = typeof AGE_GROUPS[number]
const UPPER = [20, 30, 45, 55]

export interface NewEvent {
  personId: string
  kind: EventKind
  reason?: string
  /** Into the stock of seekers (1) or out of it (-1). */
  flow?: 1 | -1
  /** Of somebody who comes into the stock. */
  who?: Pick<SealedPerson, 'sex' | 'birthDate' | 'education'>
  /** Ids, days and codes alone. */
  detail?: Readonly<Record<string, unknown>>
}

interface Cell { sex: string | null, age_group: string | null, education: string | null }

const NO_CELL: Cell = { sex: null, age_group: null, education: null }

/**
 * Adds what happened to people, in its order, by a few statements. It is counted on the day it is told, or on the first day of the first month that is
 * still open; a day on which it happened in fact belongs in `detail`. Who enters the stock needs `who`, for the cell of the table; who leaves it leaves
 * the cell that was entered before, whatever birthday has been since, so that every cell adds up.
 */
export async function addEvent (desk: Desk, ...events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  const { transaction, by, now, today } = desk
  const bookedOn = await bookingDay(transaction, today)
  const entered = await enteredCells(transaction, events.filter(({ flow }) => flow === -1).map(({ personId }) => personId))
  const counts = new Map<string, number>()
  const rows = events.map(({ personId, kind, reason = null, flow = 0, who, detail = {} }) => {
    const number = (counts.get(personId) ?? 0) + 1
    counts.set(personId, number)
    const cell = flow === 1 && who !== undefined ? cellOf(who, bookedOn) : flow === -1 ? entered.get(personId) : NO_CELL
    return { person_id: personId, number, kind, reason, booked_on: bookedOn, at: now, by, flow, ...cell, detail }
  })
  await sql`
    insert into person_events (person_id, number, kind, reason, booked_on, at, by, flow, sex, age_group, education, detail)
    select person_id, number + coalesce((select max(known.number) from person_events known where known.person_id = given.person_id), 0),
      kind, reason, booked_on, at, by, flow, sex, age_group, education, detail from ${rowSet('person_events', rows)} as given`.execute(transaction)
  await emit(transaction, ...events.flatMap(({ personId, kind, detail = {} }) => {
    const told = TOLD[kind]
    if (told === undefined) return []
    const related = Object.fromEntries(RELATED.flatMap(name => typeof detail[name] === 'string' ? [[name, detail[name]]] : [])) as Record<string, string>
    return [{ kind: told, subject: personId, related, by }]
  }))
}

export interface PersonEvent {
  number: number
  kind: EventKind
  reason: string | null
  on: string
  at: string
  by: string
  detail: Record<string, unknown>
}

/** Everything that happened to a person, in order. */
export async function eventsOf (db: Kysely<Tables>, personId: string): Promise<PersonEvent[]> {
  const rows = await db.selectFrom('person_events').select(['number', 'kind', 'reason', 'at', 'by', 'detail', sql<string>`to_char(booked_on, 'YYYY-MM-DD')`.as('on')])
    .where('person_id', '=', personId).orderBy('number').execute()
  return rows.map(row => ({ ...row, at: row.at.toISOString() }))
}

export type LastMove = Pick<PersonEvent, 'kind' | 'detail'>

/** What brought people onto the register or off it last, by person: one statement. */
export async function lastMoves (db: Kysely<Tables>, personIds: readonly string[]): Promise<ReadonlyMap<string, LastMove>> {
  const { rows } = await sql<LastMove & { person: string }>`
    select distinct on (person_id) person_id as person, kind, detail from person_events
    where person_id = any(${personIds}::text[]) and kind in ('placed', 'reactivated', 'removed', 'registered') order by person_id, number desc`.execute(db)
  return new Map(rows.map(({ person, ...move }) => [person, move]))
}

/** Takes a person's name off what happened; what is counted stays. Returns the name that stands there now. */
export async function pseudonymiseEvents (db: Kysely<Tables>, personId: string, pseudonym: string): Promise<void> {
  await sql`update person_events set person_id = ${pseudonym}, detail = '{}'::jsonb where person_id = ${personId}`.execute(db)
}

export function ageGroupOf (birthDate: string, day: string): AgeGroup {
  const index = UPPER.findIndex(limit => ageOn(birthDate, day) < limit)
  return AGE_GROUPS[index < 0 ? AGE_GROUPS.length - 1 : index]
}

function cellOf ({ sex, birthDate, education }: Pick<SealedPerson, 'sex' | 'birthDate' | 'education'>, day: string): Cell {
  return { sex, age_group: ageGroupOf(birthDate, day), education: education.at(-1)?.level ?? null }
}

async function enteredCells (db: Kysely<Tables>, personIds: readonly string[]): Promise<ReadonlyMap<string, Cell>> {
  if (personIds.length === 0) return new Map()
  const rows = await db.selectFrom('person_events').distinctOn('person_id').select(['person_id', 'sex', 'age_group', 'education'])
    .where('person_id', 'in', personIds).where('flow', '=', 1).orderBy('person_id').orderBy('number', 'desc').execute()
  return new Map(rows.map(({ person_id: id, ...cell }) => [id, cell]))
}

/** Booking days by transaction: an import adds hundreds of events in one, and no month is closed meanwhile. */
const bookingDays = new WeakMap<Kysely<Tables>, string>()

/** Today, unless its month is closed already. */
export async function bookingDay (transaction: Kysely<Tables>, today: string): Promise<string> {
  const known = bookingDays.get(transaction)
  if (known !== undefined) return known
  const day = await firstOpenDay(transaction, today)
  bookingDays.set(transaction, day)
  return day
}

async function firstOpenDay (db: Kysely<Tables>, today: string): Promise<string> {
  const last = await db.selectFrom('closed_months').select('month').orderBy('month', 'desc').limit(1).executeTakeFirst()
  if (last === undefined || last.month < today.slice(0, 7)) return today
  const [year, month] = last.month.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}
