import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import type { Clock } from './clock.ts'
import type { CodePurpose } from './tables.ts'
import { hashOfSecret, makeCode, readCode } from './tokens.ts'

const HOUR_MS = 3_600_000
/** How long a code is good. The first admin's is made anew at each start until it is used. */
const HOURS: Readonly<Record<CodePurpose, number>> = { setup: 24, invitation: 168, reset: 24 }

export interface MadeCode {
  code: string
  expires: Date
}

/** Makes a one-time code; the ones before for the same account, or for the first admin, are good no more. */
export async function replaceCode (transaction: Kysely<Tables>, clock: Clock, purpose: CodePurpose, account: string | null): Promise<MadeCode> {
  const code = makeCode()
  const created = clock.now()
  const expires = new Date(created.getTime() + HOURS[purpose] * HOUR_MS)
  await transaction.deleteFrom('access_codes').where(eb => account === null ? eb('purpose', '=', purpose) : eb('account', '=', account)).execute()
  await transaction.insertInto('access_codes').values({ hash: hashOfSecret(code), purpose, account, created_at: created, expires_at: expires }).execute()
  return { code, expires }
}

/** The account of a code that is good; null for the first admin's. Throws Problem `code-unusable`, whatever is the matter with it. */
export async function accountOfCode (db: Kysely<Tables>, clock: Clock, typed: string, purposes: readonly CodePurpose[]): Promise<string | null> {
  const code = readCode(typed)
  if (code === undefined) throw new Problem('code-unusable')
  const row = await db.selectFrom('access_codes').select(['account', 'expires_at'])
    .where('hash', '=', hashOfSecret(code)).where('purpose', 'in', [...purposes]).executeTakeFirst()
  if (row === undefined || row.expires_at.getTime() <= clock.now().getTime()) throw new Problem('code-unusable')
  return row.account
}

/** Uses a code up: the same, and afterwards it is gone. */
export async function useCode (transaction: Kysely<Tables>, clock: Clock, typed: string, purposes: readonly CodePurpose[]): Promise<string | null> {
  const account = await accountOfCode(transaction, clock, typed, purposes)
  await transaction.deleteFrom('access_codes').where('hash', '=', hashOfSecret(readCode(typed) as string)).execute()
  return account
}
