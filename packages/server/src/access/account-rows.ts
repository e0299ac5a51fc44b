import { randomUUID } from 'node:crypto'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import type { Vault } from '../vault/vault.ts'
import type { Role } from './caller.ts'
import { hashOfLogin } from './logins.ts'
import type { AccountState, AccountTable } from './tables.ts'

export type AccountRow = Selectable<AccountTable>

export interface NewAccount {
  role: Role
  /** What it is bound to: a school, an employer, a person. */
  of?: string
  /** In its one form, as `readLogin` gives it. */
  login: string
  state: AccountState
  /** Hash of a password. */
  password?: string
}

/** Stores a new account. Throws Problem `login-taken`. */
export async function insertAccount (transaction: Kysely<Tables>, vault: Vault, now: Date, { role, of, login, state, password }: NewAccount): Promise<AccountRow> {
  const id = `a-${randomUUID()}`
  const row = await transaction.insertInto('accounts')
    .values({
      id,
      role,
      bound: of ?? null,
      state,
      login_hash: hashOfLogin(vault, login),
      login_sealed: vault.seal(id, login),
      password: password ?? null,
      failed_at: null,
      created_at: now,
      updated_at: now,
    })
    .onConflict(conflict => conflict.column('login_hash').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) throw new Problem('login-taken')
  return row
}

export async function findByLogin (db: Kysely<Tables>, hash: string): Promise<AccountRow | undefined> {
  return await db.selectFrom('accounts').selectAll().where('login_hash', '=', hash).executeTakeFirst()
}

/** Throws Problem `record-not-found`. */
export async function readAccount (db: Kysely<Tables>, id: string): Promise<AccountRow> {
  // PostgreSQL has no NUL, and no account's id does.
  const row = id.includes('\0') ? undefined : await db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('record-not-found', { detail: 'There is no such account.', detailId: 'Akun ini tidak ada.' })
  return row
}

/** Up to `limit` accounts after an id. */
export async function readAccounts (db: Kysely<Tables>, limit: number, after: string | undefined, role: Role | undefined): Promise<AccountRow[]> {
  let query = db.selectFrom('accounts').selectAll().orderBy('id').limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  if (role !== undefined) query = query.where('role', '=', role)
  return await query.execute()
}

/** Changes an account and its revision. */
export async function updateAccount (transaction: Kysely<Tables>, id: string, now: Date, change: { state?: AccountState, password?: string }): Promise<AccountRow> {
  return await transaction.updateTable('accounts')
    .set({ ...change, failures: 0, failed_at: null, revision: sql<number>`revision + 1`, updated_at: now })
    .where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** How many admins could sign in, but for one. */
export async function countOtherAdmins (db: Kysely<Tables>, id: string): Promise<number> {
  const { count } = await db.selectFrom('accounts').select(db.fn.countAll<string>().as('count'))
    .where('role', '=', 'admin').where('state', '=', 'active').where('id', '<>', id).executeTakeFirstOrThrow()
  return Number(count)
}

/** Ends the sessions of an account, all or all but one. */
export async function deleteSessions (transaction: Kysely<Tables>, account: string, but?: string): Promise<void> {
  let query = transaction.deleteFrom('sessions').where('account', '=', account)
  if (but !== undefined) query = query.where('id', '<>', but)
  await query.execute()
}
