import { ROLES, RULES, SCOPES, type Role } from '@padan/server'
import { Api } from '../api.ts'
import { readOperations } from '../operations.ts'
import type { Suite } from './suite.ts'

/** One of everything an address may name; nothing of it is there. */
const NOWHERE: Readonly<Record<string, string>> = { register: 'units', file: 'seekers.csv', part: 'seekers' }

/** Everybody there is against every operation of the document: the table, and what the running service does. */
export const accessMatrixSuite: Suite = async (t, database) => {
  const api = await Api.overEmpty(database, { READS_PER_MINUTE: 1_000_000 })
  const { operations } = await readOperations(api)
  const callers: Array<{ name: string, headers: Record<string, string>, may: (id: string) => boolean }> = []
  for (const role of ROLES) {
    const { authorization } = role === 'admin' ? await api.admin() : await api.as(role)
    callers.push({ name: role, headers: { authorization }, may: id => RULES[id].public === true || RULES[id].roles?.[role as Role] !== undefined })
  }
  for (const scope of SCOPES) {
    const { authorization } = await api.key([scope])
    callers.push({ name: `a key for ${scope}`, headers: { authorization }, may: id => RULES[id].public === true || RULES[id].scope === scope })
  }
  callers.push({ name: 'this machine, open', headers: {}, may: id => RULES[id].public === true || RULES[id].local === true })
  callers.push({ name: 'nobody', headers: { host: 'padan.example' }, may: id => RULES[id].public === true })

  for (const { method, path, operationId } of operations) {
    await t.test(`${method} ${path}`, async t => {
      const url = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => NOWHERE[name] ?? 'nothing-of-that-name')
      for (const { name, headers, may } of callers) {
        // No body: what may be called goes on to miss it, or to find nothing there. Ending the session of the caller itself is not asked for.
        const { status, body } = await api.call(method, url, { headers })
        const refused = status === 401 || status === 403
        // A public route may refuse what is sent (a wrong password), never who sends it.
        const byGuard = refused && /\/(not-signed-in|not-allowed)$/.test(String(body?.type))
        t.equal(byGuard, !may(operationId), `${name}: ${status}`)
        if (byGuard) t.equal(status, name === 'nobody' || name === 'this machine, open' ? 401 : 403, name)
      }
    })
  }

  await t.test('every role and every scope is of use', async t => {
    for (const role of ROLES) t.ok(Object.values(RULES).some(({ roles }) => roles?.[role] !== undefined), role)
    for (const scope of SCOPES) t.ok(Object.values(RULES).some(rule => rule.scope === scope), scope)
  })
  await api.close()
}
