import { openDatabase, Registry, type Database } from '@padan/server'
import { sql } from 'kysely'
import type { Test } from 'tap'
import { Api, taxonomy } from '../api.ts'
import { until } from '../bad-days.ts'
import type { Place } from '../databases.ts'
import { at, SEEKER } from '../records.ts'

const PATIENCE_MS = 300_000

/** One process writes to one server; for PostgreSQL. */
export async function writerSuite (t: Test, place: Place, database: Database): Promise<void> {
  await t.test('refuses a second process while the first has the lock', async t => {
    await t.rejects(place.open(), { name: 'DatabaseInUseError', message: /one process serves one database/ })
  })

  await t.test('takes its lock again when the connection breaks, and goes on', async t => {
    const api = await Api.overEmpty(database)
    await breakLock(database)
    await until(async () => await lockHolders(database) === 1)
    t.equal((await api.call('PUT', at('seekers', 's-1'), { json: SEEKER })).status, 201)
    await t.rejects(place.open(), { name: 'DatabaseInUseError' })
    await api.close()
  })

  await t.test('writes nothing more once another process has taken over', async t => {
    const api = await Api.overEmpty(database)
    t.equal((await api.call('PUT', at('seekers', 's-1'), { json: SEEKER })).status, 201)
    const other = await openInstead(place, database)
    const registry = new Registry({ database: other, taxonomy })
    await registry.load()
    t.equal(registry.matcher.seekers.size, 1)
    t.match(await api.call('PUT', at('seekers', 's-2'), { json: { ...SEEKER, id: 's-2' } }), { status: 503, body: { type: '/problems/superseded' } })
    t.equal((await api.call('GET', at('seekers', 's-1'))).status, 503, 'it does not answer from an old memory either')
    t.equal((await api.call('GET', '/health/ready')).status, 503)
    t.equal((await api.call('GET', '/health/live')).status, 200)
    t.equal(registry.matcher.seekers.size, 1)
    await registry.close()
    await api.close()
  })

  await t.test('tells a wrong address apart', async t => {
    await t.rejects(openDatabase({ url: 'postgres://postgres:padan@127.0.0.1:1/postgres' }), { code: 'ECONNREFUSED' })
  })
}

/** Ends the connection with the lock, and waits until it is gone. */
async function breakLock ({ db }: Database): Promise<void> {
  await sql`select pg_terminate_backend(pid, ${PATIENCE_MS}) from pg_stat_activity where application_name = 'padan writer lock'`.execute(db)
}

async function lockHolders ({ db }: Database): Promise<number> {
  const { rows } = await sql<{ held: string }>`select count(*) as held from pg_locks where locktype = 'advisory' and granted`.execute(db)
  return Number(rows[0].held)
}

/** Opens the database in place of its writer, whose lock is broken as often as it is quicker and takes it again. */
async function openInstead (place: Place, writer: Database): Promise<Database> {
  let database: Database | undefined
  await until(async () => {
    await breakLock(writer)
    database = await place.open().catch(() => undefined)
    return database !== undefined
  })
  return database as Database
}
