import { findByLogin, readAccounts, updateAccount } from '../access/account-rows.ts'
import { SYSTEM_CLOCK } from '../access/clock.ts'
import type { MadeCode } from '../access/codes.ts'
import { hashOfLogin, normalLogin } from '../access/logins.ts'
import { resetAccount } from '../access/reset-account.ts'
import { readConfig } from '../config.ts'
import { openDatabase, type Database } from '../database/open.ts'
import { openVault } from '../vault/open-vault.ts'
import type { Vault } from '../vault/vault.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { writeAudited } from './write-audited.ts'

export const ACCOUNTS_HELP = `padan accounts reset LOGIN

Gives an admin who can no longer sign in a one-time code for a new password (POST /v1/passwords), good for a day; one who was locked is unlocked, and all
sessions of the account end. For when no other admin can do so; the service must be stopped. It is in the audit trail. The code is on standard output.
`

const MOST_ADMINS = 100

/** The accounts of admins. Throws CommandError. */
export async function accountsCommand ([what, ...args]: readonly string[]): Promise<void> {
  if (what === '--help' || what === '-h' || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(ACCOUNTS_HELP)
    return
  }
  if (what !== 'reset' || args.length !== 1) throw usageError(`padan accounts takes reset and a login.\n\n${ACCOUNTS_HELP}`)
  const config = readConfig(process.env)
  const database = await openDatabase({ url: config.DATABASE_URL, poolSize: config.DATABASE_POOL, folder: config.PADAN_DATA })
  try {
    const { code, expires } = await resetAdmin(database, config, args[0])
    process.stdout.write(`${code}\n`)
    process.stderr.write(`Good once, until ${expires.toISOString()}. Start the service and send the code with a new password to POST /v1/passwords.\n`)
  } finally {
    await database.close()
  }
}

async function resetAdmin ({ db }: Database, config: ReturnType<typeof readConfig>, typed: string): Promise<MadeCode> {
  const { vault, folder } = await openVault(db, config)
  const login = normalLogin(typed)
  const account = login === undefined ? undefined : await findByLogin(db, hashOfLogin(vault, login))
  if (account?.role !== 'admin' || account.state === 'closed') throw new CommandError(EXIT.data, `There is no admin with this login. ${await adminsOf({ db }, vault)}`)
  return await writeAudited(db, folder, async (transaction, audit) => {
    if (account.state === 'locked') await updateAccount(transaction, account.id, SYSTEM_CLOCK.now(), { state: 'active' })
    return await resetAccount(transaction, audit, SYSTEM_CLOCK, account, 'local')
  })
}

/** Whoever has the keys may know the logins, and an admin may have forgotten which it was. */
async function adminsOf ({ db }: Pick<Database, 'db'>, vault: Vault): Promise<string> {
  const admins = (await readAccounts(db, MOST_ADMINS, undefined, 'admin')).filter(({ state }) => state !== 'closed')
  if (admins.length === 0) return 'There is no admin yet: padan serve prints a code for the first one.'
  return `The admins are: ${admins.map(({ id, login_sealed: sealed }) => sealed === null ? id : vault.open(id, sealed)).join(', ')}.`
}
