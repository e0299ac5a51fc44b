import { sql } from 'kysely'
import { rowSet } from '../database/row-set.ts'
import { Problem } from '../errors/problem.ts'
import type { Apply, Desk } from './desk.ts'
import { requirePerson, updatePeople, type StoredPerson } from './people-rows.ts'
import { addEvent, type NewEvent } from './person-events.ts'
import { syncRankable } from './rankable.ts'

/** Why somebody is taken off the register. */
export const REMOVAL_REASONS = ['card-expired', 'missed-report', 'own-request', 'own-effort', 'moved', 'died', 'duplicate', 'back-to-school', 'not-available'] as const
export type RemovalReason = typeof REMOVAL_REASONS[number]

export interface Hire {
  /** When work begins, YYYY-MM-DD. */
  on: string
  /** Local, between provinces, abroad. */
  channel?: 'AKL' | 'AKAD' | 'AKAN'
  /** Ids of the referral and of the employer, where there are such. */
  referral?: string
  employer?: string
  /** Counted by kind of employer in table III/8. */
  employerKind?: string
}

/** Where somebody goes: onto the register or off it, checked; nothing is written. */
export interface Move {
  person: StoredPerson
  to: 'active' | 'placed' | 'removed'
  event: Omit<NewEvent, 'personId' | 'flow' | 'who'>
  /** The card that is valid again with it. */
  card?: string
}

/**
 * Marks a person as hired: placed in the statistics, off the rankings, the card deactivated (its holder's employer returns it to the office).
 * Throws Problem `wrong-state` for somebody who is not registered and looking.
 */
export async function markHired (desk: Desk, personId: string, hire: Hire): Promise<Apply> {
  return await movePeople(desk, [hired(await requirePerson(desk, personId), hire)])
}

/** Takes a person off the register. Throws Problem `wrong-state`. */
export async function removePerson (desk: Desk, personId: string, reason: RemovalReason): Promise<Apply> {
  return await movePeople(desk, [removed(await requirePerson(desk, personId), reason)])
}

/**
 * Puts somebody who was placed or removed back on the register, while the card still runs; a card that has run out is renewed instead, which does
 * the same. Throws Problem `wrong-state`.
 */
export async function reactivatePerson (desk: Desk, personId: string, reason: string): Promise<Apply> {
  const person = await requirePerson(desk, personId)
  return await movePeople(desk, [returned(person, await runningCards(desk, [personId]), reason)])
}

/** Puts a person on the register, in a cell of the statistics. */
export async function enter (desk: Desk, person: StoredPerson, kind: 'registered' | 'reactivated', reason?: string): Promise<Apply> {
  return await movePeople(desk, [{ person, to: 'active', event: { kind, reason } }])
}

/** The move of somebody who was hired. Throws Problem `wrong-state`. */
export function hired (person: StoredPerson, hire: Hire): Move {
  requireActive(person)
  return { person, to: 'placed', event: { kind: 'placed', detail: { happenedOn: hire.on, ...hire } } }
}

/** The move of somebody who leaves the register. Throws Problem `wrong-state`. */
export function removed (person: StoredPerson, reason: RemovalReason): Move {
  requireActive(person)
  return { person, to: 'removed', event: { kind: 'removed', reason } }
}

/** The move of somebody who comes back, whose card still runs: `cards` are by person. Throws Problem `wrong-state`. */
export function returned (person: StoredPerson, cards: ReadonlyMap<string, string>, reason: string): Move {
  if (person.state !== 'placed' && person.state !== 'removed') throw wrongState(person.state, 'placed or removed', 'ditempatkan atau dihapuskan')
  const card = cards.get(person.id)
  if (card === undefined) throw new Problem('wrong-state', { detail: 'No card of this person still runs. Ask for a renewal: its approval registers the person again.', detailId: 'Tidak ada kartu yang masih berlaku. Ajukan perpanjangan: persetujuannya mengaktifkan kembali.' })
  return { person, to: 'active', event: { kind: 'reactivated', reason }, card }
}

/** Cards of people off the register that still run, the last of each, by person: one statement. */
export async function runningCards ({ transaction, today }: Desk, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string, person: string }>`
    select distinct on (person_id) id, person_id as person from cards
    where person_id = any(${personIds}::text[]) and state = 'deactivated' and expires_on >= ${today}::date order by person_id, created_at desc`.execute(transaction)
  return new Map(rows.map(({ id, person }) => [person, id]))
}

/** Moves people, each once, by a few statements: the registration, the event, the card, the rankings. */
export async function movePeople (desk: Desk, moves: readonly Move[]): Promise<Apply> {
  if (moves.length === 0) return () => {}
  const { transaction, registry } = desk
  await updatePeople(desk, moves.map(({ person: { id }, to }) => ({ id, state: to })))
  await addEvent(desk, ...moves.map(({ person: { id, details }, to, event }) => (
    { ...event, personId: id, ...(to === 'active' ? { flow: 1 as const, who: details } : { flow: -1 as const }) }
  )))
  const valid = moves.flatMap(({ card }) => card === undefined ? [] : [card])
  if (valid.length > 0) await sql`update cards set state = 'valid', state_reason = null where id = any(${valid}::text[])`.execute(transaction)
  const left = moves.filter(({ to }) => to !== 'active').map(({ person: { id }, event: { kind, reason = kind } }) => ({ person_id: id, state_reason: reason }))
  if (left.length > 0) {
    await sql`
      update cards set state = 'deactivated', state_reason = given.state_reason from ${rowSet('cards', left)} as given
      where cards.person_id = given.person_id and cards.state = 'valid'`.execute(transaction)
  }
  return await syncRankable(transaction, registry, ...moves.map(({ person: { id } }) => id))
}

function requireActive ({ state }: StoredPerson): void {
  if (state !== 'active') throw wrongState(state, 'active', 'aktif')
}

export function wrongState (state: string, wanted: string, wantedId: string): Problem {
  return new Problem('wrong-state', { detail: `The registration is ${state}; this needs one that is ${wanted}.`, detailId: `Status pendaftaran ${state}; diperlukan ${wantedId}.` })
}
