import type { Registry } from '../store/registry.ts'
import { addDays } from '../people/days.ts'
import { deskOf, type Apply } from '../people/desk.ts'
import { removePerson } from '../people/leave-register.ts'
import { dueReports, putReport } from './report.ts'

/** Cards that one transaction takes: other writes wait for it. */
const AT_ONCE = 100
const SERVICE = 'service'

export interface Swept { expired: number, missed: number }

/**
 * Takes off the register whose card has run out before today, and who has not reported within the days of grace. What is done once is found no more:
 * a day may be swept any number of times, and a day that was left out is made up for.
 */
export async function sweepCards (registry: Registry, now: Date, graceDays: number): Promise<Swept> {
  const swept = { expired: 0, missed: 0 }
  while (true) {
    const expired = await registry.write(transaction => expire(deskOf(registry, transaction, SERVICE, now)))
    swept.expired += expired
    if (expired < AT_ONCE) break
  }
  while (true) {
    const missed = await registry.write(transaction => miss(deskOf(registry, transaction, SERVICE, now), graceDays))
    swept.missed += missed
    if (missed < AT_ONCE) break
  }
  return swept
}

async function expire (desk: ReturnType<typeof deskOf>): Promise<{ answer: number, apply: Apply }> {
  const { transaction, today } = desk
  const cards = await transaction.selectFrom('cards').select(['id', 'person_id']).where('state', '=', 'valid').where('expires_on', '<', today as never).orderBy('expires_on').limit(AT_ONCE).execute()
  const applies: Apply[] = []
  for (const { id, person_id: personId } of cards) {
    // Leaving the register deactivates the card; one that ran out is told as what it is.
    if (await isActive(desk, personId)) applies.push(await removePerson(desk, personId, 'card-expired'))
    await transaction.updateTable('cards').set({ state: 'expired', state_reason: null }).where('id', '=', id).execute()
  }
  return { answer: cards.length, apply: all(applies) }
}

async function miss (desk: ReturnType<typeof deskOf>, graceDays: number): Promise<{ answer: number, apply: Apply }> {
  // The grace includes its last day.
  const due = await dueReports(desk.transaction, addDays(desk.today, -graceDays - 1), AT_ONCE)
  const applies: Apply[] = []
  for (const { card, person, number, dueOn } of due) {
    await putReport(desk, card, number, dueOn, null, SERVICE)
    if (await isActive(desk, person)) applies.push(await removePerson(desk, person, 'missed-report'))
  }
  return { answer: due.length, apply: all(applies) }
}

async function isActive ({ transaction }: ReturnType<typeof deskOf>, personId: string): Promise<boolean> {
  return (await transaction.selectFrom('people').select('state').where('id', '=', personId).executeTakeFirst())?.state === 'active'
}

function all (applies: readonly Apply[]): Apply {
  return () => { for (const apply of applies) apply() }
}
