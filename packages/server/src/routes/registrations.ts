import { Type } from 'typebox'
import { insertAccount } from '../access/account-rows.ts'
import { countedAddress } from '../access/address.ts'
import { readLogin } from '../access/logins.ts'
import { readPassword } from '../access/read-password.ts'
import { refuseHaste } from '../access/sign-in.ts'
import { Problem } from '../errors/problem.ts'
import { answers } from '../http/answers.ts'
import type { App } from '../http/app-type.ts'
import { newId } from '../people/desk.ts'
import { registerPerson, type Registration } from '../people/register-person.ts'
import { RegisteredSchema, SelfRegistrationSchema } from '../schemas/people.ts'
import type { RouteContext } from './context.ts'
import { atDesk } from './desk-writes.ts'

/** People register themselves: an account, who they are, and what they agree to, all or nothing. */
export function addRegistrationRoutes (app: App, context: RouteContext): void {
  const { access, registry } = context

  app.post('/v1/registrations', {
    schema: {
      summary: 'Register yourself as looking for work',
      operationId: 'registerSelf',
      tags: ['people'],
      description: 'Afterwards sign in (POST /v1/sessions), complete your data, and ask for the card. Free of charge.',
      headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })) }),
      body: SelfRegistrationSchema,
      response: answers({ 201: RegisteredSchema }, {
        body: true,
        problems: ['bad-request-field', 'key-reused', 'request-in-flight', 'bad-record', 'too-young', 'guardian-needed', 'nik-registered', 'login-taken', 'too-many-tries'],
      }),
    },
  }, async (request, reply) => {
    const { login: typed, password: typedPassword, ...registration } = request.body
    const login = readLogin(typed)
    const address = `registration ${countedAddress(request.ip)}`
    refuseHaste(access.byAddress.wait(address))
    const password = await access.hasher.hash(readPassword(typedPassword, login))
    try {
      await atDesk(context, request, reply, 'person-registered', async desk => {
        const id = newId('s')
        const account = await insertAccount(desk.transaction, registry.vault, desk.now, { role: 'seeker', of: id, login, state: 'active', password })
        await registerPerson({ ...desk, by: account.id }, registration as Registration, 'online', { id, account: account.id })
        return { answer: { status: 201, body: { id } }, subject: id }
      })
    } catch (error) {
      // Who tries NIKs or names one after another has to wait longer and longer.
      if (error instanceof Problem && (error.code === 'nik-registered' || error.code === 'login-taken')) access.byAddress.failed(address)
      throw error
    }
    return await reply
  })
}
