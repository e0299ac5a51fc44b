import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { openDatabase, type Database } from '@padan/server'
import { sql } from 'kysely'
import { serve } from './child.ts'
import { onPostgres, startedOnce } from './databases.ts'
import { at, demoRecords, ndjson, SEEKER } from './records.ts'
import { rankingsOf, snapshotsSuite, start, startFromRows, type SavedIndex } from './suites/snapshots.ts'

t.setTimeout(1_800_000)

/** From the signal to stop to the kill: before, while and after the index is saved. */
const KILLS_MS = [0, 8, 20, 35, 60, 110]

await t.test('in a folder', async t => {
  const folder = await startedOnce(t.testdir())
  const database = await openDatabase({ folder })
  const path = async (): Promise<string> => join(folder, 'snapshots', (await readdir(join(folder, 'snapshots')))[0])
  let last = ''
  await snapshotsSuite(t, database, {
    read: async () => {
      t.equal((await readdir(join(folder, 'snapshots'))).length, 1, 'there is one saved index')
      return await readFile(last = await path())
    },
    replace: async bytes => {
      if (bytes === undefined) await rm(last)
      else await writeFile(last, bytes)
    },
  })
  await database.close()
})

await t.test('on PostgreSQL', async t => {
  await onPostgres(t, async place => {
    const database = await place.open()
    await snapshotsSuite(t, database, inRows(database))
    await database.close()
  })
})

await t.test('killed at any moment of stopping, it starts with the right rankings', async t => {
  const folder = await startedOnce(t.testdir())
  const { seekers, vacancies } = demoRecords(1500, 40)
  let writes = 0
  const starts: string[] = []
  for (const wait of KILLS_MS) {
    const { child, url } = await serve({ PADAN_DATA: folder })
    if (writes === 0) for (const [side, records] of [['seekers', seekers], ['vacancies', vacancies]] as const) await send(`${url}/v1/${side}/import`, ndjson(records), 'application/x-ndjson', 'POST')
    await send(url + at('seekers', seekers[writes].id), JSON.stringify({ ...SEEKER, id: seekers[writes].id }), 'application/json', 'PUT')
    await fetch(url + at('seekers', seekers[1000 + writes++].id), { method: 'DELETE' })
    child.kill('SIGTERM')
    await new Promise(resolve => { setTimeout(resolve, wait) })
    child.kill('SIGKILL')
    await child.end()
    const database = await openDatabase({ folder })
    const { registry } = await start(database)
    starts.push(registry.startedFrom)
    t.equal(registry.matcher.seekers.size, 1500 - writes)
    const rankings = rankingsOf(registry)
    t.equal(rankings, rankingsOf(await startFromRows(database)), `killed after ${wait} ms`)
    await registry.saveSnapshot()
    await database.close()
  }
  t.equal(starts.length, KILLS_MS.length)
})

async function send (url: string, body: string, type: string, method: string): Promise<void> {
  const { ok, status } = await fetch(url, { method, headers: { 'content-type': type }, body })
  if (!ok) throw new Error(`${url} answered ${status}.`)
}

function inRows ({ db }: Database): SavedIndex {
  let digest = ''
  return {
    read: async () => {
      const rows = await db.selectFrom('snapshot_chunks').select(['digest', 'bytes']).orderBy('position').execute()
      digest = rows[0].digest
      return Buffer.concat(rows.map(({ bytes }) => bytes))
    },
    replace: async bytes => {
      await sql`delete from snapshot_chunks`.execute(db)
      if (bytes !== undefined) await db.insertInto('snapshot_chunks').values({ digest, position: 0, bytes }).execute()
    },
  }
}
