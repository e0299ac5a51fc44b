import type { FastifyRequest } from 'fastify'
import { Problem } from '../errors/problem.ts'
import type { Access } from './access.ts'
import { countedAddress } from './address.ts'
import { findByLogin, type AccountRow } from './account-rows.ts'
import { hashOfLogin, normalLogin } from './logins.ts'
import { normalPassword } from './read-password.ts'

export interface SignedIn {
  account: AccountRow
  id: string
  token: string
  expires: Date
}

/**
 * Signs somebody in. Known and unknown names, right and wrong passwords, open and closed accounts go the same way and take the same time: a look-up,
 * a hash, a transaction with an entry in the trail. Throws Problem `wrong-credentials` or `too-many-tries`.
 */
export async function signIn (access: Access, request: FastifyRequest, typed: { login: string, password: string }): Promise<SignedIn> {
  const { registry, hasher, clock } = access
  const login = hashOfLogin(registry.vault, normalLogin(typed.login) ?? '')
  const address = countedAddress(request.ip)
  const found = await findByLogin(registry.db, login)
  if (found?.failed_at !== null && found?.failed_at !== undefined) access.byLogin.remember(login, found.failures, clock.now().getTime() - found.failed_at.getTime())
  refuseHaste(Math.max(access.byLogin.wait(login), access.byAddress.wait(address)))
  const failures = access.byLogin.failed(login)
  access.byAddress.failed(address)
  const password = normalPassword(typed.password)
  const isRight = await hasher.verify(found?.password, password ?? '') && password !== undefined
  const rehashed = isRight && hasher.isOutdated(found?.password as string) ? await hasher.hash(password) : undefined

  const signedIn = await registry.write(async transaction => {
    // What was found may have changed while the password was hashed.
    const account = await findByLogin(transaction, login)
    const isGood = isRight && account !== undefined && account.state === 'active' && account.password === found?.password
    const session = isGood ? await access.sessions.open(transaction, account) : undefined
    await transaction.updateTable('accounts')
      .set(session === undefined ? { failures, failed_at: clock.now() } : { failures: 0, failed_at: null, ...(rehashed === undefined ? {} : { password: rehashed }) })
      .where('id', '=', account?.id ?? '').execute()
    await registry.audit.record(transaction, session === undefined
      ? { actor: 'nobody', action: 'sign-in-failed', ...(account === undefined ? {} : { subject: account.id }), detail: { failures } }
      : { actor: account?.id as string, action: 'signed-in', subject: session.id })
    return { answer: session === undefined ? undefined : { account: account as AccountRow, ...session }, apply: () => session?.keep() }
  })
  if (signedIn === undefined) {
    request.log.warn({ event: 'sign-in-failed', failures, known: found !== undefined }, 'a sign-in failed')
    throw new Problem('wrong-credentials', { headers: { 'www-authenticate': 'Bearer realm="padan"' } })
  }
  access.byLogin.succeeded(login)
  access.byAddress.succeeded(address)
  return signedIn
}

/** Asks somebody who is signed in for the password once more. Throws Problem `wrong-credentials` or `too-many-tries`. */
export async function requirePassword (access: Access, account: AccountRow, typed: string): Promise<void> {
  const key = account.login_hash ?? account.id
  refuseHaste(access.byLogin.wait(key))
  access.byLogin.failed(key)
  if (!await access.hasher.verify(account.password, normalPassword(typed) ?? '')) throw new Problem('wrong-credentials')
  access.byLogin.succeeded(key)
}

/** Throws Problem `too-many-tries` with how long to wait. */
export function refuseHaste (waitMs: number): void {
  if (waitMs <= 0) return
  throw new Problem('too-many-tries', { headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) } })
}
