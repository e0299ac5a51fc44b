import { sql } from 'kysely'
import { Problem } from '../errors/problem.ts'
import { erasePersonRecords } from '../people/erase-person.ts'
import { newId, type Apply, type Desk } from '../people/desk.ts'
import { forgetInResults } from '../store/job-people.ts'
import { writeKeyFile } from '../vault/key-file.ts'
import { tellReferralsGone } from './sharing.ts'

/**
 * Erases people: registry, photo, consents, match record, referrals and the events that tell of them, the account, results of jobs, kept answers;
 * what is counted stays under a name that leads nowhere. The persons' keys go with them, which closes every backup. After the commit the key file and
 * the saved index are written anew, once, without them, and `onAccountGone` ends the sessions of each account that was deleted. Throws Problem
 * `erasure-refused` while a referral is under way: the office owes its answer to two others then.
 */
export async function erasePeople (desk: Desk, personIds: readonly string[], onAccountGone: (account: string) => void): Promise<() => Promise<void>> {
  const { registry } = desk
  const forget: Apply[] = []
  for (const id of personIds) forget.push(...await eraseOne(desk, id, onAccountGone))
  return async () => {
    for (const apply of forget) apply()
    if (registry.vault.folder !== undefined) await writeKeyFile(registry.db, registry.vault.folder)
    // Not awaited: it runs between two writes, and this is one. Until it is done, a start finds the deletion told beside the old index.
    registry.saveSnapshot().catch(() => {})
  }
}

async function eraseOne (desk: Desk, personId: string, onAccountGone: (account: string) => void): Promise<Apply[]> {
  const { transaction, registry } = desk
  await requireNoCase(desk, personId)
  const account = (await transaction.selectFrom('people').select('account').where('id', '=', personId).executeTakeFirst())?.account ?? null
  const forget: Apply[] = [await erasePersonRecords(desk, personId)]
  const pseudonym = newId('erased')
  await transaction.deleteFrom('consents').where('person_id', '=', personId).execute()
  await transaction.deleteFrom('restrictions').where('person_id', '=', personId).execute()
  await transaction.updateTable('data_requests').set({ person_id: pseudonym, state: sql`case when state = 'under-review' then 'granted' else state end`, words_sealed: null, answer_sealed: null, review_sealed: null, about: '{}' }).where('person_id', '=', personId).execute()
  await sql`update ranking_receipts set seekers = array_replace(seekers, ${personId}, 'erased') where seekers @> array[${personId}]::text[]`.execute(transaction)
  await tellReferralsGone(transaction, [personId])
  // Before the referrals, whose ids lead from an event to the person. Deliveries go with their events.
  await sql`delete from events where subject = ${personId} or position(${personId} in related::text) > 0
    or subject in (select id from referrals where person_id = ${personId})`.execute(transaction)
  await sql`delete from referrals where person_id = ${personId}`.execute(transaction)
  const accounts = await transaction.deleteFrom('accounts').where(eb => eb.or([eb('bound', '=', personId), ...(account === null ? [] : [eb('id', '=', account)])])).returning('id').execute()
  await sweepTraces(desk, personId)
  forget.push(await registry.vault.forget(transaction, personId))
  for (const { id } of accounts) {
    forget.push(await registry.vault.forget(transaction, id))
    forget.push(() => onAccountGone(id))
  }
  return forget
}

/** Short-lived rows with ids in them: answers kept for repeats, results of jobs. A request that waits is gone with its end. */
async function sweepTraces ({ transaction }: Desk, personId: string): Promise<void> {
  await sql`delete from replies where position(${personId} in path) > 0 or position(${personId} in body) > 0 or position(${personId} in headers::text) > 0`.execute(transaction)
  await forgetInResults(transaction, personId)
}

async function requireNoCase (desk: Desk, personId: string): Promise<void> {
  const { rows } = await sql`select 1 from referrals where person_id = ${personId} and state in ('called', 'referred', 'accepted') limit 1`.execute(desk.transaction)
  if (rows.length > 0) throw new Problem('erasure-refused')
}
