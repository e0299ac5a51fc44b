import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import type { Access } from './access.ts'
import { readAccount, updateAccount, type AccountRow } from './account-rows.ts'
import type { Role } from './caller.ts'
import type { CityLogin, Identity } from './city-login.ts'
import { useCode } from './codes.ts'
import { findByIdentity, linkIdentity } from './identities.ts'
import type { SignedIn } from './sign-in.ts'

/**
 * Signs in whoever came back from the city's log-in. An account is found by issuer and subject alone, never by a name or an address that the city tells; one that is
 * not linked yet is linked by a one-time code, and made only where the settings say as what. Throws Problem `identity-unknown`, `identity-taken` or `code-unusable`.
 */
export async function citySignIn (access: Access, city: CityLogin, request: FastifyRequest, identity: Identity, code: string | undefined): Promise<SignedIn> {
  const { registry } = access
  const signedIn = await registry.write(async transaction => {
    const account = code === undefined ? await findOrMake(access, city, transaction, identity) : await takeUp(access, transaction, identity, code)
    const session = account?.state === 'active' ? await access.sessions.open(transaction, account) : undefined
    await registry.audit.record(transaction, session === undefined
      ? { actor: 'nobody', action: 'sign-in-failed', ...(account === undefined ? {} : { subject: account.id }), detail: { by: 'oidc' } }
      : { actor: (account as AccountRow).id, action: 'signed-in', subject: session.id, detail: { by: 'oidc' } })
    const apply = (): void => {
      if (code !== undefined && account !== undefined) access.sessions.forget(account.id)
      session?.keep()
    }
    return { answer: session === undefined ? undefined : { account: account as AccountRow, ...session }, apply }
  })
  if (signedIn !== undefined) return signedIn
  request.log.warn({ event: 'sign-in-failed', by: 'oidc' }, 'a sign-in failed')
  throw new Problem('identity-unknown')
}

async function findOrMake (access: Access, { newAccounts }: CityLogin, transaction: Transaction<Tables>, identity: Identity): Promise<AccountRow | undefined> {
  const found = await findByIdentity(transaction, identity)
  if (found !== undefined || newAccounts === undefined) return found
  const made = await insertNameless(access, transaction, newAccounts)
  await linkIdentity(transaction, made.id, identity, access.clock.now())
  await access.registry.audit.record(transaction, { actor: made.id, action: 'account-created', subject: made.id, detail: { role: newAccounts, by: 'oidc' } })
  return made
}

/** Takes up an invitation with the city's log-in in place of a password. */
async function takeUp ({ registry, clock }: Access, transaction: Transaction<Tables>, identity: Identity, code: string): Promise<AccountRow> {
  const id = await useCode(transaction, clock, code, ['invitation']) as string
  if ((await readAccount(transaction, id)).state !== 'invited') throw new Problem('code-unusable')
  await linkIdentity(transaction, id, identity, clock.now())
  await registry.audit.record(transaction, { actor: id, action: 'identity-linked', subject: id })
  return await updateAccount(transaction, id, clock.now(), { state: 'active' })
}

/** An account that signs in at the city's log-in alone. */
async function insertNameless ({ clock }: Access, transaction: Transaction<Tables>, role: Role): Promise<AccountRow> {
  const now = clock.now()
  return await transaction.insertInto('accounts').values({
    id: `a-${randomUUID()}`, role, bound: null, state: 'active', login_hash: null, login_sealed: null, password: null, failed_at: null, created_at: now, updated_at: now,
  }).returningAll().executeTakeFirstOrThrow()
}
