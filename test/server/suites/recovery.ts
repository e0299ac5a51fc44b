import { sql } from 'kysely'
import { Api } from '../api.ts'
import { at, ndjson, SEEKER, VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

const PATIENCE_MS = 300_000

export const recoverySuite: Suite = async (t, database) => {
  await t.test('asks the database again when it is not known whether a commit went through', async t => {
    const api = await Api.overEmpty(database)
    await api.call('PUT', at('seekers', 's-1'), { json: SEEKER })
    await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY })
    // The trigger waits for the commit and fails it, after everything before went well.
    await sql`create function fail_commit() returns trigger language plpgsql as $$ begin raise exception 'no commit'; end $$`.execute(database.db)
    await sql`create constraint trigger fail_commit after insert on seekers deferrable initially deferred for each row when (new.id = 'poison') execute function fail_commit()`.execute(database.db)
    const failed = await api.call('PUT', at('seekers', 'poison'), { json: { ...SEEKER, id: 'poison' } })
    t.equal(failed.status, 500)
    t.notMatch(api.log, 'poison')
    await ready(api)
    t.equal((await api.call('GET', at('seekers', 'poison'))).status, 404)
    const { body } = await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1' } })
    t.same(body.results.map((result: { id: string }) => result.id), ['s-1'])
    t.equal((await api.call('PUT', at('seekers', 's-2'), { json: { ...SEEKER, id: 's-2' } })).status, 201, 'the next write goes on')
    const file = ndjson([{ ...SEEKER, id: 's-3' }, { ...SEEKER, id: 'poison' }])
    t.equal((await api.call('POST', '/v1/seekers/import', { raw: file, headers: { 'content-type': 'application/x-ndjson' } })).status, 500)
    await ready(api)
    t.equal((await api.call('GET', at('seekers', 's-3'))).status, 404, 'an import is stored whole or not at all')
    await sql`drop trigger fail_commit on seekers`.execute(database.db)
    await sql`drop function fail_commit`.execute(database.db)
    await api.close()
  })

  await t.test('starts with records that the reference data no longer knows, and leaves them out of rankings', async t => {
    let api = await Api.overEmpty(database)
    for (const id of ['s-1', 's-2']) await api.call('PUT', at('seekers', id), { json: { ...SEEKER, id } })
    await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY })
    await api.close()
    await sql`update seekers set record = jsonb_set(record, '{units,0,unit}', '"GONE.1"') where id = 's-1'`.execute(database.db)
    api = await Api.over(database)
    t.match((await api.call('GET', '/health/ready')).body, { seekers: 1, unusable: 1 })
    t.equal((await api.call('GET', at('seekers', 's-1'))).status, 200)
    t.match((await api.call('GET', `${'/v1/pairs/s-1/v-1'}`)).body, { status: 422, detail: /no longer knows/ })
    const { body } = await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1' } })
    t.same(body.results.map((result: { id: string }) => result.id), ['s-2'])
    t.equal((await api.call('PUT', at('seekers', 's-1'), { json: SEEKER })).status, 200, 'it is replaced, not new')
    t.match((await api.call('GET', '/health/ready')).body, { seekers: 2, unusable: 0 })
    await api.close()
  })
}

async function ready (api: Api): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  while ((await api.call('GET', '/health/ready')).status !== 200) {
    if (performance.now() > end) throw new Error('The service did not become ready again.')
    await new Promise(resolve => { setTimeout(resolve, 20) })
  }
}
