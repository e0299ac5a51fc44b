import { ROLES, RULES } from '@padan/server'
import { Api } from '../api.ts'
import { BODIES, fillOffice } from '../filled-office.ts'
import { readOperations } from '../operations.ts'
import type { Suite } from './suite.ts'

/** Whose accounts an officer resets is not an object of its own: a test of accounts looks at it. */
const ELSEWHERE = new Set(['resetAccount'])

/** Every operation on something that is somebody's own, by each role whose right reaches no further: others of that role find nothing there. */
export const accessObjectsSuite: Suite = async (t, database) => {
  const api = await Api.overEmpty(database, { READS_PER_MINUTE: 1_000_000 })
  const { accounts, addressFor, rows } = await fillOffice(api, database)

  const operations = (await readOperations(api)).operations.filter(({ path, operationId }) => path.includes('{') && !ELSEWHERE.has(operationId))
  const before = await rows()

  for (const role of ROLES) {
    const own = operations.filter(({ operationId }) => RULES[operationId].roles?.[role] === 'own')
    if (own.length === 0) continue
    const [owner, another] = accounts[role]
    await t.test(`of another ${role} there is nothing: ${own.length} operations`, async t => {
      for (const { method, path, operationId } of own) {
        const url = addressFor(path, role, owner)
        const { headers, ...body } = BODIES[operationId] ?? {}
        const refused = await api.call(method, url, { ...body, headers: { ...headers, authorization: another.authorization } })
        t.equal(refused.status, 404, `${operationId} by somebody else: ${refused.text.slice(0, 200)}`)
        if (method !== 'GET') continue
        const { status } = await api.call(method, url, { headers: { authorization: owner.authorization } })
        // What is in another state than asked for is there all the same.
        t.ok([200, 409].includes(status), `${operationId} by the owner: ${status}`)
      }
    })
  }
  t.strictSame(await rows(), before, 'and nothing was changed by asking')
  await api.close()
}
