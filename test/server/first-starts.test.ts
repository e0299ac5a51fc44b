import { cp, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { openDatabase } from '@padan/server'
import { sql } from 'kysely'
import { Client } from 'pg'
import { until } from './bad-days.ts'
import { Child, type Ended } from './child.ts'
import { onPostgres } from './databases.ts'
import { at, SEEKER } from './records.ts'

t.setTimeout(1_800_000)

const TOGETHER = 3
const ROUNDS = 2
const WRITES = 40

await onPostgres(t, async place => {
  const admin = new Client({ connectionString: place.url })
  await admin.connect()
  const fresh = async (name: string): Promise<string> => {
    await admin.query(`create database ${name}`)
    return place.url.replace(/\/postgres$/, `/${name}`)
  }

  await t.test('several first starts at once on one empty database: one serves, the others say why not, and the database has one of everything', async t => {
    const base = t.testdir()
    const office = join(base, 'office.json')
    await cp(new URL('../../../docs/office.example.json', import.meta.url), office)
    for (let round = 0; round < ROUNDS; round++) {
      const url = await fresh(`first_${round}`)
      const folder = join(base, `round-${round}`)
      // First they share a keys folder, as starts on one machine; then each has its own, as on several.
      const keysOf = (number: number): string => join(folder, round % 2 === 0 ? 'keys' : `keys-${number}`)
      const children = Array.from({ length: TOGETHER }, (_, number) =>
        new Child(['serve'], { PORT: '0', LOG_LEVEL: 'warn', PADAN_ACCESS: 'closed', PASSWORD_COST: '14', DATABASE_URL: url, PADAN_KEYS: keysOf(number), PADAN_OFFICE: office }))
      const outcomes = await Promise.all(children.map(child => Promise.race([child.url(), child.end()]).catch(() => child.end())))
      const serving = outcomes.filter((outcome): outcome is string => typeof outcome === 'string')
      const refused = outcomes.filter((outcome): outcome is Ended => typeof outcome !== 'string')
      t.equal(serving.length, 1, 'one serves')
      for (const { code, stderr } of refused) {
        t.equal(code, 1)
        t.match(stderr, 'Another Padan process already serves this database')
        t.notMatch(stderr, /no admin yet/, 'and prints no code')
      }
      const winner = outcomes.findIndex(outcome => typeof outcome === 'string')
      const code = /\n {2}((?:[0-9A-Z]{4}-){4}[0-9A-Z]{4})\n/.exec(children[winner].stderr)?.[1]
      const admins = await Promise.all(['satu', 'dua', 'tiga'].map(async name => (await fetch(`${serving[0]}/v1/setup`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, login: `${name}@dinas.test`, password: 'kopi susu di pasar lama' }),
      })).status))
      t.same(admins.filter(status => status === 201).length, 1, 'one first admin, of several who send the code at once')
      children[winner].kill('SIGTERM')
      t.equal((await children[winner].end()).code, 0)
      const database = await openDatabase({ url })
      const count = async (table: string): Promise<number> => Number((await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(database.db)).rows[0].count)
      t.same({ accounts: await count('accounts'), signing: await count('signing_keys'), checks: (await sql`select 1 from markers where name = 'key-check'`.execute(database.db)).rows.length }, { accounts: 1, signing: 1, checks: 1 })
      await database.close()
      t.match((await readFile(join(keysOf(winner), 'master.key'), 'utf8')).trim(), /^[\w-]{43}$/)
      // With its key the database opens again: nobody wrote another one over it.
      const again = new Child(['serve'], { PORT: '0', LOG_LEVEL: 'warn', PADAN_ACCESS: 'closed', DATABASE_URL: url, PADAN_KEYS: keysOf(winner) })
      t.notMatch(await again.url().then(() => again.stderr), /no admin yet/)
      again.kill('SIGTERM')
      await again.end()
    }
  })

  await t.test('two servers, of which the first lost the lock: the second has every write, and the first answers nothing of old within seconds', async t => {
    const url = await fresh('two')
    const folder = t.testdir()
    await mkdir(join(folder, 'a'))
    const environment = { PORT: '0', LOG_LEVEL: 'error', PADAN_ACCESS: 'open', DATABASE_URL: url, PADAN_KEYS: join(folder, 'a', 'keys'), DATABASE_TIMEOUT_MS: '5000' }
    const first = new Child(['serve'], environment)
    t.teardown(() => first.kill('SIGKILL'))
    const one = await first.url()
    const put = async (base: string, id: string): Promise<number> => (await fetch(base + at('seekers', id), { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...SEEKER, id }) })).status
    const rank = async (base: string): Promise<{ status: number, ids: string[] }> => {
      const response = await fetch(`${base}/v1/rank/seekers`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ vacancy: { id: 'v', seats: 1 }, limit: 100 }) })
      return { status: response.status, ids: response.ok ? (await response.json() as { results: Array<{ id: string }> }).results.map(({ id }) => id).sort() : [] }
    }
    t.equal(await put(one, 'before'), 201)
    // As a machine that is stopped for a while, or cut off, in the middle of writes: the server gives its lock up meanwhile, and another takes over.
    const underWay = Array.from({ length: WRITES }, async (_, number) => await put(one, `under-way-${number}`))
    await underWay[0]
    first.kill('SIGSTOP')
    await until(async () => {
      await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'padan writer lock' and datname = 'two'")
      return (await admin.query("select 1 from pg_stat_activity where application_name = 'padan writer lock' and datname = 'two'")).rowCount === 0
    })
    const second = new Child(['serve'], environment)
    t.teardown(() => second.kill('SIGKILL'))
    const two = await second.url()
    first.kill('SIGCONT')
    const stored = (await Promise.all(underWay)).flatMap((status, number) => status === 201 ? [`under-way-${number}`] : [])
    t.equal(await put(two, 'after'), 201)
    t.equal(await put(one, 'lost'), 503, 'the first writes no more, from that moment')
    await until(async () => (await rank(one)).status === 503)
    const { status, ids } = await rank(two)
    t.equal(status, 200)
    t.same(['after', 'before', ...stored].filter(id => !ids.includes(id)), [], 'what was acknowledged is there, whoever acknowledged it')
    t.notOk(ids.includes('lost'))
    t.equal((await fetch(`${one}/health/ready`)).status, 503, 'nor does it take requests')
    first.kill('SIGTERM')
    second.kill('SIGTERM')
    t.same((await Promise.all([first.end(), second.end()])).map(({ code }) => code), [0, 0])
  })
  await admin.end()
})
