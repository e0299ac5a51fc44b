import { Problem } from '../errors/problem.ts'
import type { Vault } from '../vault/vault.ts'

const FORBIDDEN = /[\p{C}\s]/u
const LEAST = 3
const MOST = 254

/** What somebody signs in with, in its one form: an e-mail address or a name. Undefined when it cannot be one. */
export function normalLogin (typed: string): string | undefined {
  const login = typed.normalize('NFKC').trim().toLowerCase()
  return login.length < LEAST || login.length > MOST || FORBIDDEN.test(login) ? undefined : login
}

/** Throws Problem `bad-request-field`. What came is not repeated: it may be somebody's address. */
export function readLogin (typed: string): string {
  const login = normalLogin(typed)
  if (login !== undefined) return login
  const expected = `an e-mail address or a name of ${LEAST} to ${MOST} characters without spaces`
  const expectedId = `alamat surel atau nama ${LEAST} sampai ${MOST} karakter tanpa spasi`
  throw new Problem('bad-request-field', { errors: [{ pointer: '/login', code: 'bad-value', expected, message: `At /login: expected ${expected}.`, messageId: `Pada /login: seharusnya ${expectedId}.` }] })
}

/** By which an account is found. */
export function hashOfLogin (vault: Vault, login: string): string {
  return vault.blindIndex('email', login)
}
