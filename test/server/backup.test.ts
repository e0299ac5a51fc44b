import { existsSync, readFileSync, symlinkSync, writeFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { DATA_MAP, KeyFolder, migrate, openDatabase, Registry, restoreBackup, TECHNICAL, verifyChain, writeBackup, type Database } from '@padan/server'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { Api, MASTER_KEY, taxonomy } from './api.ts'
import { postgresPlace } from './databases.ts'
import { registered, somebody } from './people.ts'
import { at, demoRecords, SEEKER, VACANCY } from './records.ts'

t.setTimeout(1_800_000)

const NOW = new Date('2026-11-20T05:00:00.000Z')
const SETTINGS = { PADAN_DATA: 'unused', PADAN_MASTER_KEY: MASTER_KEY.toString('base64') }

/** An office with people, cards, openings, requests and a trail. */
async function office (database: Database, folder: KeyFolder): Promise<{ api: Api, ids: string[], officer: { login: string, authorization: string } }> {
  const api = await Api.overEmpty(database)
  api.registry.vault.folder = folder
  const verifier = { ...await api.as('verifier') }
  const officer = { ...await api.as('officer') }
  const ids = []
  for (const number of [1, 2, 3]) ids.push((await registered(api, verifier, number)).id)
  await api.call('PUT', at('seekers', 'only-matched'), { json: { ...SEEKER, id: 'only-matched' } })
  await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY })
  await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1' }, headers: officer })
  await api.call('POST', `/v1/people/${ids[0]}/requests`, { json: { kind: 'objection', words: 'Saya keberatan, nama saya Rahasia', vacancyId: 'v-1' }, headers: officer })
  return { api, ids, officer }
}

/** Every row of every table that a backup holds, as texts in one order. */
async function dump ({ db }: Database): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {}
  for (const [table, { inBackup }] of Object.entries(DATA_MAP)) {
    const { rows: there } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(db)
    if (!inBackup || !there[0].there) continue
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t order by 1`.execute(db)
    tables[table] = rows.map(({ row }) => row)
  }
  return tables
}

function withoutTheRestore ({ audit, ...rest }: Record<string, string[]>): Record<string, string[]> {
  return { ...rest, audit: audit.filter(row => !row.includes('"restored"')) }
}

const pg = await postgresPlace()
if (typeof pg === 'string' && process.env.CI === 'true') t.fail(pg)
const memory = await openDatabase({})
const server = typeof pg === 'string' ? undefined : await pg.open()

let restored = 0

/** A new database of each kind, made by the restore itself. */
async function emptyDatabases (t: Test): Promise<Array<[string, Database]>> {
  const made: Array<[string, Database]> = [['embedded', await openDatabase({ asIs: true })]]
  if (server !== undefined && typeof pg !== 'string') {
    const name = `restored_${++restored}`
    await sql`create database ${sql.id(name)}`.execute(server.db)
    made.push(['postgres', await openDatabase({ url: pg.environment.DATABASE_URL.replace(/postgres$/, name), asIs: true })])
  }
  t.teardown(() => Promise.all(made.map(([, database]) => database.close())))
  return made
}

for (const [name, database] of [['embedded', memory], ['postgres', server]] as const) {
  if (database === undefined) continue

  await t.test(`a backup of ${name} gives back every row, in either database`, async t => {
    const folder = new KeyFolder(join(t.testdir(), 'keys'))
    const { api, ids, officer } = await office(database, folder)
    const file = join(t.testdirName, 'a.backup')
    const report = await writeBackup(database.db, api.registry.vault, folder, file, NOW)
    t.ok(report.rows > 30)
    const clear = gunzipSync(readFileSync(file)).toString('utf8')
    for (const secret of [somebody(1).name, somebody(1).nik, String(somebody(2).address), String(somebody(1).phone), 'Rahasia', MASTER_KEY.toString('base64url')]) t.notOk(clear.includes(secret), 'no word of a person is in the clear')
    t.notMatch(clear, /"table":"people","row"/, 'the match profile of a person is sealed too')
    const before = await dump(database)
    for (const [kind, target] of await emptyDatabases(t)) {
      const restored = await restoreBackup(target.db, folder, SETTINGS, file, NOW)
      t.match(restored, { at: NOW.toISOString(), rows: report.rows, erased: 0 }, kind)
      t.same(withoutTheRestore(await dump(target)), before, `${kind}: the same rows`)
      t.match(await verifyChain(target.db), { valid: true })
      await t.rejects(restoreBackup(target.db, folder, SETTINGS, file, NOW), { name: 'BackupError', message: /is not empty/ })
      const again = await Api.over(target)
      t.same([...ids].sort(), [...ids].sort().filter(id => again.registry.matcher.seekers.has(id)))
      t.match((await again.call('GET', `/v1/people/${ids[0]}`, { headers: { ...await again.signIn(officer.login) } })).body, { name: somebody(1).name })
      t.equal((await again.call('PUT', at('seekers', 'next'), { json: { ...SEEKER, id: 'next' } })).status, 201, 'numbers go on where they were')
      await again.close()
    }
    await api.close()
  })

  await t.test(`nobody who was erased comes back from a backup of ${name} made before`, async t => {
    const folder = new KeyFolder(join(t.testdir(), 'keys'))
    const { api, ids: [gone, ...others], officer } = await office(database, folder)
    const file = join(t.testdirName, 'before.backup')
    await writeBackup(database.db, api.registry.vault, folder, file, NOW)
    const counted = (await api.call('GET', '/v1/statistics/iii-1?month=2026-11', { headers: officer })).body
    const { body: { id } } = await api.call('POST', `/v1/people/${gone}/requests`, { json: { kind: 'erasure' }, headers: officer })
    t.equal((await api.call('POST', `/v1/data-requests/${id}/decision`, { json: { granted: true, answer: 'Data Anda dihapus.' }, headers: officer })).status, 200)
    const [[, target]] = await emptyDatabases(t)
    t.match(await restoreBackup(target.db, folder, SETTINGS, file, NOW), { erased: 1 })
    const rows = await dump(target)
    for (const [table, texts] of Object.entries(rows)) {
      if (table !== 'audit') t.same(texts.filter(text => text.includes(gone) && table !== 'ranking_receipts' && table !== 'replies'), [], table)
    }
    const again = await Api.over(target)
    t.same(others.filter(id => again.registry.matcher.seekers.has(id)).length, 2)
    t.notOk(again.registry.matcher.seekers.has(gone))
    t.same((await again.call('GET', '/v1/statistics/iii-1?month=2026-11', { headers: { ...await again.signIn(officer.login) } })).body, counted, 'what was counted stays counted')
    const text = gunzipSync(readFileSync(file)).toString('utf8')
    const line = text.split('\n').find(line => line.includes(`"person":"${gone}"`)) as string
    t.throws(() => again.registry.vault.openBytes(gone, Buffer.from(JSON.parse(line).sealed, 'base64')), { name: 'SealError' })
    await again.close()
    await api.close()
  })
}

t.test('a damaged or cut file is refused before anything is touched', async t => {
  const folder = new KeyFolder(join(t.testdir(), 'keys'))
  const { api } = await office(memory, folder)
  const file = join(t.testdirName, 'whole.backup')
  await writeBackup(memory.db, api.registry.vault, folder, file, NOW)
  const bytes = readFileSync(file)
  const text = gunzipSync(bytes).toString('utf8')
  const lines = text.split('\n')
  const turned = Buffer.from(bytes)
  turned[turned.length >> 1] ^= 4
  const bad: Array<[string, Buffer, RegExp]> = [
    ['a turned bit', turned, /damaged|cut off|no backup/],
    ...[1, 20, bytes.length >> 1, bytes.length - 9, bytes.length - 1].map((end): [string, Buffer, RegExp] => [`cut after ${end}`, bytes.subarray(0, end), /damaged|cut off|no backup/]),
    ['nothing', Buffer.alloc(0), /cut off|no backup/],
    ['something else', Buffer.from('PK\x03\x04'), /no backup/],
    ['another JSON', gzipSync('{"a":1}\n{"b":2}\n'), /no backup of this program/],
    ['a line taken out', gzipSync([...lines.slice(0, 4), ...lines.slice(5)].join('\n')), /checksum/],
    ['the end taken off', gzipSync(lines.slice(0, -2).join('\n')), /its end is missing/],
    ['a word changed', gzipSync(text.replace('only-matched', 'only-watched')), /checksum/],
  ]
  const target = await openDatabase({ asIs: true })
  t.teardown(() => target.close())
  for (const [name, content, message] of bad) {
    const path = join(t.testdirName, 'bad.backup')
    writeFileSync(path, content)
    await t.rejects(restoreBackup(target.db, folder, SETTINGS, path, NOW), { name: 'BackupError', message }, name)
  }
  const { rows } = await sql`select 1 from pg_tables where schemaname = 'public'`.execute(target.db)
  t.same(rows, [], 'not even tables were made')
  await t.rejects(restoreBackup(target.db, new KeyFolder(join(t.testdirName, 'no-keys')), SETTINGS, file, NOW), { name: 'KeyError', message: /wrapped\.keys/ })
  await api.close()
})

t.test('a full disk leaves no file, and says so', { skip: existsSync('/dev/full') ? false : 'there is no /dev/full here' }, async t => {
  const folder = new KeyFolder(join(t.testdir(), 'keys'))
  const { api } = await office(memory, folder)
  const file = join(t.testdirName, 'full.backup')
  symlinkSync('/dev/full', `${file}.draft`)
  await t.rejects(writeBackup(memory.db, api.registry.vault, folder, file, NOW), { code: 'ENOSPC' })
  t.same(readdirSync(t.testdirName).filter(name => name.includes('backup')), [])
  t.ok((await writeBackup(memory.db, api.registry.vault, folder, file, NOW)).rows > 0, 'the next one goes')
  await api.close()
})

t.test('every table is in the map of what is held', async t => {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(memory.db)
  t.same(rows.map(({ name }) => name).filter(name => !Object.hasOwn(DATA_MAP, name) && !TECHNICAL.has(name)), [])
})

t.test('tables of an earlier version are brought up to date with every record', async t => {
  const old = await openDatabase({ asIs: true })
  t.teardown(() => old.close())
  await migrate(old.db, '0003-snapshots')
  const { seekers, vacancies } = demoRecords(200, 30)
  for (const [table, records] of [['seekers', seekers], ['vacancies', vacancies]] as const) {
    await sql`insert into ${sql.table(table)} (id, record, revision) select item->>'id', item, nextval('revisions') from jsonb_array_elements(${JSON.stringify(records)}::jsonb) item`.execute(old.db)
  }
  await sql`insert into replies (key, method, path, fingerprint, status, headers, body) values ('k', 'PUT', '/v1/seekers/s', 'f', 201, '{}', '')`.execute(old.db)
  await sql`insert into jobs (id, kind, state) values ('j', 'placement', 'done')`.execute(old.db)
  const rows = async () => (await sql`select id, record, revision, updated_at from seekers union all select id, record, revision, updated_at from vacancies order by 1`.execute(old.db)).rows
  const before = await rows()
  const done = await migrate(old.db)
  t.ok(done.includes('0005-audit') && done.includes('0008-privacy'))
  t.same(await rows(), before)
  t.match((await sql`select caller, key from replies union all select caller, id from jobs`.execute(old.db)).rows, [{ caller: 'local' }, { caller: 'local' }])
  const registry = new Registry({ database: old, taxonomy })
  await registry.load()
  t.equal(registry.matcher.seekers.size, 200)
  t.equal(registry.matcher.vacancies.size, 30)
  t.same(await migrate(old.db), [], 'and then nothing is left to do')
  await t.rejects(migrate(old.db, '9999-later'), { name: 'LayoutError' })
})

t.test('close', async () => {
  await memory.close()
  await server?.close()
  if (typeof pg !== 'string') await pg.close()
})
