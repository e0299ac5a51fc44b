import { cpSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { onBothPlaces } from './both-places.ts'
import { run, serve } from './child.ts'
import type { Place } from './databases.ts'
import { firstAdmin, signIn } from './first-admin.ts'
import { OFFICE_FILE } from './office.ts'
import { registration, somebody } from './people.ts'

await onBothPlaces(t, 'backups by command and over HTTP come back in another place', backUpAndRestore)

interface Answer { status: number, body: any }

async function backUpAndRestore (t: Test, place: Place): Promise<void> {
  const folder = t.testdir()
  const office = join(folder, 'office.json')
  writeFileSync(office, JSON.stringify(OFFICE_FILE))
  const keys = join(folder, 'keys')
  const backups = join(folder, 'backups')
  const settings = { PADAN_ACCESS: 'closed', PADAN_OFFICE: office, PADAN_BACKUPS: backups, PASSWORD_COST: '14' }
  const environment = { ...place.environment, ...settings, PADAN_KEYS: keys }

  const empty = await run(['backup', join(folder, 'none.backup')], environment)
  t.equal(empty.code, 3, 'there is nothing to back up before the first start')
  t.notOk(existsSync(join(folder, 'none.backup')))

  const first = await serve(environment)
  const authorization = await firstAdmin(first.url, first.child.stderr)
  const people = []
  for (const number of [1, 2]) people.push((await call(first.url, authorization, 'POST', '/v1/counter-registrations', registration(number, { approve: true }))).body.id)
  t.notMatch(people, [undefined])
  const asked = await call(first.url, authorization, 'POST', '/v1/backups')
  t.equal(asked.status, 201)
  t.same(readdirSync(backups), [asked.body.file])
  t.equal(statSync(join(backups, asked.body.file)).size, asked.body.bytes)
  const late = (await call(first.url, authorization, 'POST', '/v1/counter-registrations', registration(3, { approve: true }))).body.id
  const file = join(folder, 'by-command.backup')
  if (place.name === 'embedded') {
    const refused = await run(['backup', file], environment)
    t.equal(refused.code, 1)
    t.match(refused.stderr, `in use by process ${first.child.process.pid}`)
    t.notOk(existsSync(file))
  } else {
    t.equal((await run(['backup', join(folder, 'while-serving.backup')], environment)).code, 0, 'PostgreSQL is backed up while the service serves')
  }
  first.child.kill('SIGTERM')
  t.equal((await first.child.end()).code, 0)

  const made = await run(['backup', file], environment)
  t.equal(made.code, 0, made.stderr)
  t.match(JSON.parse(made.stdout), { file, bytes: statSync(file).size })
  t.match(made.stderr, keys, 'it says which keys must be copied')
  const twice = await run(['backup', file], environment)
  t.equal(twice.code, 1)
  t.match(twice.stderr, 'is there already')
  t.equal((await run(['backup'], environment)).code, 2)
  const onto = await run(['restore', file], environment)
  t.equal(onto.code, 1)
  t.match(onto.stderr, 'is not empty')

  for (const [what, path, expected] of [['the command', file, [...people, late]], ['the route', join(backups, asked.body.file), people]] as const) {
    // Another machine has the file and a copy of the keys; whatever was served before, the embedded database is always to be had.
    const other = join(folder, what.replaceAll(' ', '-'))
    cpSync(keys, `${other}-keys`, { recursive: true })
    const there = { ...settings, PADAN_DATA: other, PADAN_KEYS: `${other}-keys` }
    const restored = await run(['restore', path], there)
    t.equal(restored.code, 0, restored.stderr)
    t.match(JSON.parse(restored.stdout), { file: path, erased: 0 }, what)
    t.equal((await run(['audit', 'verify'], there)).code, 0, 'the trail is whole')
    const { child, url } = await serve(there)
    t.equal((await call(url, authorization, 'GET', `/v1/people/${people[0]}`)).status, 401, 'sessions do not come back')
    const again = await signIn(url)
    for (const [index, id] of expected.entries()) t.match(await call(url, again, 'GET', `/v1/people/${id}`), { status: 200, body: { name: somebody(index + 1).name } })
    if (!(expected as string[]).includes(late)) t.equal((await call(url, again, 'GET', `/v1/people/${late}`)).status, 404)
    t.equal((await (await fetch(`${url}/health/ready`)).json() as { seekers: number }).seekers, expected.length)
    child.kill('SIGTERM')
    t.equal((await child.end()).code, 0)
  }
}

async function call (url: string, authorization: string, method: string, path: string, json?: object): Promise<Answer> {
  const response = await fetch(url + path, { method, headers: { authorization, ...(json === undefined ? {} : { 'content-type': 'application/json' }) }, ...(json === undefined ? {} : { body: JSON.stringify(json) }) })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
