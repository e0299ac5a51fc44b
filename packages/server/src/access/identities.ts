import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import type { AccountRow } from './account-rows.ts'
import type { Identity } from './city-login.ts'

/** The account of whoever that is at the city's log-in; undefined when none was linked. */
export async function findByIdentity (db: Kysely<Tables>, { issuer, subject }: Identity): Promise<AccountRow | undefined> {
  return await db.selectFrom('identities').innerJoin('accounts', 'accounts.id', 'identities.account').selectAll('accounts')
    .where('identities.issuer', '=', issuer).where('identities.subject', '=', subject).executeTakeFirst()
}

/** Links an account with whoever that is at the city's log-in; one each way. Linking the same again does nothing. Throws Problem `identity-taken`. */
export async function linkIdentity (transaction: Kysely<Tables>, account: string, { issuer, subject }: Identity, now: Date): Promise<void> {
  const linked = await transaction.selectFrom('identities').select(['subject', 'account']).where('issuer', '=', issuer)
    .where(eb => eb.or([eb('subject', '=', subject), eb('account', '=', account)])).execute()
  if (linked.some(row => row.subject !== subject || row.account !== account)) throw new Problem('identity-taken')
  if (linked.length === 0) await transaction.insertInto('identities').values({ issuer, subject, account, created_at: now }).execute()
}

export async function readIdentities (db: Kysely<Tables>, account: string): Promise<Array<{ issuer: string, created_at: Date }>> {
  return await db.selectFrom('identities').select(['issuer', 'created_at']).where('account', '=', account).orderBy('issuer').execute()
}

/** Returns how many there were. */
export async function unlinkIdentities (transaction: Kysely<Tables>, account: string): Promise<number> {
  const { numDeletedRows } = await transaction.deleteFrom('identities').where('account', '=', account).executeTakeFirst()
  return Number(numDeletedRows)
}
