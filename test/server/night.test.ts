import { join } from 'node:path'
import t from 'tap'
import { openDatabase } from '@padan/server'
import { sql } from 'kysely'
import { run, serve } from './child.ts'
import { startedOnce } from './databases.ts'

t.setTimeout(1_800_000)

const LOGIN = { login: 'kepala@dinas.test', password: 'kopi susu di pasar lama' }
const folder = await startedOnce(join(t.testdir(), 'data'))
const environment = { PADAN_DATA: folder, PADAN_ACCESS: 'closed', PASSWORD_COST: '14' }

async function send (url: string, path: string, body: object, token?: string): Promise<{ status: number, body: { token: string, account: string } }> {
  const response = await fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() as { token: string, account: string } }
}

await t.test('the only admin, whose password is forgotten, is let in again by whoever has the machine', async t => {
  const none = await run(['accounts', 'reset', LOGIN.login], environment)
  t.equal(none.code, 3)
  t.match(none.stderr, 'There is no admin yet')
  const first = await serve(environment)
  const setup = /\n {2}((?:[0-9A-Z]{4}-){4}[0-9A-Z]{4})\n/.exec(first.child.stderr)?.[1]
  t.equal((await send(first.url, '/v1/setup', { code: setup, ...LOGIN })).status, 201)
  const { body: { token } } = await send(first.url, '/v1/sessions', LOGIN)
  const running = await run(['accounts', 'reset', LOGIN.login], environment)
  t.equal(running.code, 1)
  t.match(running.stderr, 'in use by process', 'not beside the running service')
  first.child.kill('SIGTERM')
  await first.child.end()
  const wrong = await run(['accounts', 'reset', 'somebody@else.test'], environment)
  t.equal(wrong.code, 3)
  t.match(wrong.stderr, 'The admins are: kepala@dinas.test.')
  t.equal((await run(['accounts', 'reset'], environment)).code, 2)
  const reset = await run(['accounts', 'reset', ' Kepala@Dinas.test'], environment)
  t.equal(reset.code, 0, reset.stderr)
  const second = await serve(environment)
  t.equal((await fetch(`${second.url}/v1/account`, { headers: { authorization: `Bearer ${token}` } })).status, 401, 'the sessions have ended')
  const fresh = { login: LOGIN.login, password: 'teh manis di warung baru' }
  t.equal((await send(second.url, '/v1/passwords', { code: reset.stdout.trim(), password: fresh.password })).status, 200)
  t.equal((await send(second.url, '/v1/sessions', LOGIN)).status, 401)
  t.equal((await send(second.url, '/v1/sessions', fresh)).status, 201)
  t.equal((await send(second.url, '/v1/passwords', { code: reset.stdout.trim(), password: LOGIN.password })).status, 422, 'the code is good once')
  second.child.kill('SIGTERM')
  await second.child.end()
  const verified = await run(['audit', 'verify'], environment)
  t.equal(verified.code, 0, verified.stderr)
})

await t.test('an older program says that the data is of a later one, and changes nothing', async t => {
  const database = await openDatabase({ folder })
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2031-01-01T00:00:00.000Z')`.execute(database.db)
  await database.close()
  const { code, stderr } = await run(['serve'], environment)
  t.equal(code, 1)
  t.match(stderr, 'by a later version of the program')
})
