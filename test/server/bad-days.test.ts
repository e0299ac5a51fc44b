import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import t, { type Test } from 'tap'
import { PersistentWriter, storedReaches, until, Wire, type Refusal } from './bad-days.ts'
import { serve, type Child } from './child.ts'
import { onPostgres, type ServerPlace } from './databases.ts'
import { at, SEEKER, VACANCY } from './records.ts'
import { fill, NO_DISK, removeDisk, smallDisk } from './small-disk.ts'

t.setTimeout(1_800_000)

const WRITERS = 4
/** Left on the small disk for records. */
const ROOM = 65_536

await onPostgres(t, async place => {
  await t.test('stopped, started, and its connections cut while clients write: 503, ready again by itself, nothing lost', t => goesAway(t, place))
  await t.test('slow: a statement that takes too long is ended, those behind it are told, rankings go on', t => isSlow(t, place))
  await t.test('silent: connections stay open and nothing comes back', t => isSilent(t, place))
  await t.test('without a free connection: 503, and then it goes on', t => hasNoConnection(t, place))
  await t.test('refuses the service, as when its password or a certificate is good no more: 503, and then it goes on', t => refusesUs(t, place))
  await t.test('full: 503 database-full, nothing half stored, and it goes on when there is room', t => isFull(t, place))
})

async function goesAway (t: Test, place: ServerPlace): Promise<void> {
  const { child, url } = await fresh(place)
  const writers = Array.from({ length: WRITERS }, (_, number) => new PersistentWriter(url, `w${number}`))
  const ready = async (): Promise<number> => (await fetch(`${url}/health/ready`)).status
  const acknowledged = (): number => writers.reduce((sum, writer) => sum + [...writer.acknowledged.values()].reduce((a, b) => a + b, 0), 0)
  await until(async () => acknowledged() > 20)
  for (let round = 0; round < 3; round++) {
    await place.stop()
    await until(async () => await ready() === 503)
    t.equal((await fetch(`${url}/health/live`)).status, 200, 'alive')
    const refused = await fetch(url + at('seekers', 'nobody'), { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...SEEKER, id: 'nobody' }) })
    t.equal(refused.status, 503)
    t.ok(refused.headers.get('retry-after'), 'says when to come back')
    await place.start()
    await until(async () => await ready() === 200)
    const before = acknowledged()
    await until(async () => acknowledged() > before + 10)
    // Connections cut in the middle of whatever they are at, commits among it.
    for (let cut = 0; cut < 5; cut++) {
      await asOwner(place, client => client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'padan'"))
      await wait(30 * cut)
    }
  }
  await Promise.all(writers.map(writer => writer.stop()))
  const refusals = writers.flatMap(writer => writer.refusals)
  t.ok(refusals.length > 0)
  t.same(refusals.filter(({ status, type, retryAfter }) => (status !== 503 || retryAfter === null) && !type.endsWith('request-in-flight')), [], 'each refusal says when to come back')
  await until(async () => await ready() === 200)
  await same(t, url, writers, `${acknowledged()} acknowledged writes are there, ${refusals.length} were refused first`)
  await stop(t, child)
  const again = await serve(place.environment)
  await same(t, again.url, writers, 'and after a restart')
  await stop(t, again.child)
}

async function isSlow (t: Test, place: ServerPlace): Promise<void> {
  const { child, url } = await fresh(place, { DATABASE_TIMEOUT_MS: '3000', WRITE_WAIT_MS: '4000' })
  t.equal(await put(url, 'vacancies', 'v-1', VACANCY), 201)
  t.equal(await put(url, 'seekers', 'first', SEEKER), 201)
  const owner = await connected(place)
  await owner.query('begin; lock table seekers in access exclusive mode')
  const answers = await Promise.all(Array.from({ length: 5 }, (_, number) => answerOf(url, `slow-${number}`)))
  t.same([...new Set(answers.map(({ status }) => status))], [503])
  const types = new Set(answers.map(({ type }) => type))
  t.ok(types.has('/problems/database-away'), 'the first is ended')
  t.ok(types.has('/problems/busy'), 'those behind it do not wait for ever')
  t.same(answers.filter(({ retryAfter }) => retryAfter === null), [])
  t.equal((await rank(url)).length, 1, 'rankings are of the memory')
  // A locked table is not a database that is away.
  await until(async () => (await fetch(`${url}/health/ready`)).status === 200)
  await owner.query('rollback')
  await owner.end()
  await until(async () => (await answerOf(url, 'slow-0')).status === 201)
  t.same([...(await storedReaches(url)).keys()].sort(), ['first', 'slow-0'], 'what was refused was not done')
  await stop(t, child)
}

async function isSilent (t: Test, place: ServerPlace): Promise<void> {
  const wire = await Wire.to(Number(new URL(place.url).port))
  await empty(place)
  const { child, url } = await serve({ ...place.environment, DATABASE_URL: place.url.replace(/:\d+\/postgres$/, `:${wire.port}/postgres`), DATABASE_TIMEOUT_MS: '3000', WRITE_WAIT_MS: '4000' })
  t.equal(await put(url, 'seekers', 'before', SEEKER), 201)
  wire.silence(true)
  t.equal((await fetch(`${url}/health/ready`)).status, 503, 'not ready')
  t.equal((await fetch(`${url}/health/live`)).status, 200)
  const answers = await Promise.all(['a', 'b', 'c'].map(id => answerOf(url, id)))
  t.same(answers.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null), [], 'nobody waits for ever')
  wire.silence(false)
  await until(async () => (await fetch(`${url}/health/ready`)).status === 200)
  await until(async () => (await answerOf(url, 'after')).status === 201)
  const stored = await storedReaches(url)
  t.ok(stored.has('before') && stored.has('after'))
  t.equal((await rank(url)).length, stored.size, 'the memory is as the database')
  await stop(t, child)
  await wire.close()
}

async function hasNoConnection (t: Test, place: ServerPlace): Promise<void> {
  const { child, url } = await fresh(place)
  t.equal(await put(url, 'seekers', 'before', SEEKER), 201)
  // Every place there is, those of the service's own connections too: they break, and one that it finds again breaks again.
  const taken = [await connected(place)]
  const places = Number((await taken[0].query<{ max_connections: string }>('show max_connections')).rows[0].max_connections)
  await until(async () => {
    for (let client; (client = await connected(place).catch(() => undefined)) !== undefined;) taken.push(client)
    if (taken.length < places) await taken[0].query("select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('padan', 'padan writer lock')")
    return taken.length === places
  })
  t.match(await refusal(t, url), { status: 503, type: '/problems/database-away', retryAfter: '5' })
  t.equal((await fetch(`${url}/health/ready`)).status, 503)
  for (const client of taken) await client.end()
  await until(async () => (await fetch(`${url}/health/ready`)).status === 200)
  t.equal((await answerOf(url, 'meanwhile')).status, 201)
  await stop(t, child)
}

async function refusesUs (t: Test, place: ServerPlace): Promise<void> {
  const { child, url } = await fresh(place)
  t.equal(await put(url, 'seekers', 'before', SEEKER), 201)
  const owner = await connected(place)
  const password = new URL(place.url).password
  await owner.query("alter role postgres password 'another'")
  try {
    await owner.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name in ('padan', 'padan writer lock')")
    t.match(await refusal(t, url), { status: 503, type: '/problems/database-away', retryAfter: '5' })
    t.equal((await fetch(`${url}/health/ready`)).status, 503)
  } finally {
    await owner.query(`alter role postgres password '${password}'`)
    await owner.end()
  }
  await until(async () => (await fetch(`${url}/health/ready`)).status === 200)
  t.equal((await answerOf(url, 'meanwhile')).status, 201)
  await stop(t, child)
}

async function isFull (t: Test, place: ServerPlace): Promise<void> {
  const disk = smallDisk(8, place.folder)
  if (disk === undefined) {
    t.comment(NO_DISK)
    return
  }
  const { child, url } = await fresh(place)
  try {
    await asOwner(place, async client => {
      await client.query(`create tablespace small location '${disk}'`)
      await client.query('alter table seekers set tablespace small')
    })
    const filler = fill(disk, ROOM)
    let stored = 0
    let last = await answerOf(url, `f-${stored}`)
    while (last.status === 201 && stored < 1000) last = await answerOf(url, `f-${++stored}`)
    t.match(last, { status: 503, type: '/problems/database-full', retryAfter: '5' })
    t.ok(stored > 0)
    t.equal((await storedReaches(url)).size, stored, 'all or nothing')
    t.equal((await rank(url)).length, stored, 'the memory has the same')
    t.equal((await fetch(url + at('seekers', 'f-0'), { method: 'DELETE' })).status, 204, 'what is there can be deleted')
    rmSync(filler)
    t.equal((await answerOf(url, `f-${stored}`)).status, 201, 'with room it goes on by itself, with the same key')
    t.equal((await storedReaches(url)).size, stored)
  } finally {
    await stop(t, child)
    await asOwner(place, async client => {
      await client.query('alter table seekers set tablespace pg_default')
      await client.query('drop tablespace small')
    })
    removeDisk(disk)
  }
}

/** The service over an empty database. */
async function fresh (place: ServerPlace, more: Readonly<Record<string, string>> = {}): Promise<{ child: Child, url: string }> {
  await empty(place)
  return await serve({ ...place.environment, ...more })
}

async function empty (place: ServerPlace): Promise<void> {
  await asOwner(place, client => client.query('do $$ begin if to_regclass(\'seekers\') is not null then truncate seekers, vacancies, deletions, replies, snapshot_chunks; delete from markers where name <> \'writer-turn\'; end if; end $$'))
}

async function connected ({ url }: ServerPlace): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function asOwner (place: ServerPlace, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = await connected(place)
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

async function put (url: string, side: 'seekers' | 'vacancies', id: string, record: object): Promise<number> {
  return (await fetch(url + at(side, id), { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...record, id }) })).status
}

/**
 * How a write is refused once the service knows that its database is away. A connection may break between a commit and its answer; the
 * records are then read anew, and until the first try at that has failed, the service only knows that it is not ready.
 */
async function refusal (t: Test, url: string): Promise<Refusal> {
  let last = await answerOf(url, 'meanwhile')
  await until(async () => {
    if (last.type === '/problems/database-away') return true
    t.ok(last.status === 201 || (last.status === 503 && last.retryAfter !== null), `${last.status} ${last.type} says when to come back`)
    last = await answerOf(url, 'meanwhile')
    return false
  })
  return last
}

/** Stores a seeker, with a key of its own name. */
async function answerOf (url: string, id: string): Promise<Refusal> {
  const response = await fetch(url + at('seekers', id), { method: 'PUT', headers: { 'content-type': 'application/json', 'idempotency-key': id }, body: JSON.stringify({ ...SEEKER, id }) })
  const { type = '' } = response.ok ? {} as { type?: string } : await response.json() as { type?: string }
  return { status: response.status, type, retryAfter: response.headers.get('retry-after') }
}

async function rank (url: string): Promise<unknown[]> {
  const response = await fetch(`${url}/v1/rank/seekers`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ vacancy: { id: 'v', seats: 1 }, limit: 1000 }) })
  return (await response.json() as { results: unknown[] }).results
}

async function same (t: Test, url: string, writers: readonly PersistentWriter[], name: string): Promise<void> {
  const stored = await storedReaches(url)
  t.same([...stored].sort(), writers.flatMap(writer => [...writer.acknowledged]).sort(), name)
  t.equal((await rank(url)).length, stored.size, 'the memory is as the database')
}

async function stop (t: Test, child: Child): Promise<void> {
  child.kill('SIGTERM')
  t.equal((await child.end()).code, 0)
}
