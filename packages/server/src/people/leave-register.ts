import { Problem } from '../errors/problem.ts'
import type { Apply, Desk } from './desk.ts'
import { requirePerson, updatePerson, type StoredPerson } from './people-rows.ts'
import { addEvent } from './person-events.ts'
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

/**
 * Marks a person as hired: placed in the statistics, off the rankings, the card deactivated (its holder's employer returns it to the office).
 * Throws Problem `wrong-state` for somebody who is not registered and looking.
 */
export async function markHired (desk: Desk, personId: string, hire: Hire): Promise<Apply> {
  const person = await requirePerson(desk, personId)
  return await leave(desk, person, 'placed', undefined, { happenedOn: hire.on, ...hire })
}

/** Takes a person off the register. Throws Problem `wrong-state`. */
export async function removePerson (desk: Desk, personId: string, reason: RemovalReason): Promise<Apply> {
  return await leave(desk, await requirePerson(desk, personId), 'removed', reason, {})
}

/**
 * Puts somebody who was placed or removed back on the register, while the card still runs; a card that has run out is renewed instead, which does
 * the same. Throws Problem `wrong-state`.
 */
export async function reactivatePerson (desk: Desk, personId: string, reason: string): Promise<Apply> {
  const person = await requirePerson(desk, personId)
  if (person.state !== 'placed' && person.state !== 'removed') throw wrongState(person.state, 'placed or removed', 'ditempatkan atau dihapuskan')
  const card = await desk.transaction.selectFrom('cards').select('id')
    .where('person_id', '=', personId).where('state', '=', 'deactivated').where('expires_on', '>=', desk.today as never)
    .orderBy('created_at', 'desc').limit(1).executeTakeFirst()
  if (card === undefined) throw new Problem('wrong-state', { detail: 'No card of this person still runs. Ask for a renewal: its approval registers the person again.', detailId: 'Tidak ada kartu yang masih berlaku. Ajukan perpanjangan: persetujuannya mengaktifkan kembali.' })
  await desk.transaction.updateTable('cards').set({ state: 'valid', state_reason: null }).where('id', '=', card.id).execute()
  return await enter(desk, person, 'reactivated', reason)
}

/** Puts a person on the register, in a cell of the statistics. */
export async function enter (desk: Desk, person: StoredPerson, kind: 'registered' | 'reactivated', reason?: string): Promise<Apply> {
  await updatePerson(desk, person, { state: 'active' })
  await addEvent(desk, { personId: person.id, kind, reason, flow: 1 }, person.details)
  return await syncRankable(desk.transaction, desk.registry, person.id)
}

async function leave (desk: Desk, person: StoredPerson, state: 'placed' | 'removed', reason: string | undefined, detail: Readonly<Record<string, unknown>>): Promise<Apply> {
  if (person.state !== 'active') throw wrongState(person.state, 'active', 'aktif')
  await updatePerson(desk, person, { state })
  await addEvent(desk, { personId: person.id, kind: state, reason, flow: -1, detail })
  await desk.transaction.updateTable('cards').set({ state: 'deactivated', state_reason: reason ?? state }).where('person_id', '=', person.id).where('state', '=', 'valid').execute()
  return await syncRankable(desk.transaction, desk.registry, person.id)
}

export function wrongState (state: string, wanted: string, wantedId: string): Problem {
  return new Problem('wrong-state', { detail: `The registration is ${state}; this needs one that is ${wanted}.`, detailId: `Status pendaftaran ${state}; diperlukan ${wantedId}.` })
}
