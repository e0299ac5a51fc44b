import { sql } from 'kysely'
import type { Database } from '@padan/server'
import { Api } from '../api.ts'
import { COSTS, jobOver, jobRuns, jobUntil, PREFERENCES, runJob, slowPlacement, whileWritesWait } from '../markets.ts'
import type { Suite } from './suite.ts'

const SLOW = slowPlacement()

export const jobsSuite: Suite = async (t, database) => {
  await t.test('takes a job on with its address, and carries a key out once', async t => {
    const api = await Api.overEmpty(database)
    const headers = { 'idempotency-key': 'job-1' }
    const { accepted, address } = await runJob(api, '/v1/placements', PREFERENCES, { headers })
    t.match(accepted.body, { id: address.slice('/v1/jobs/'.length), state: 'queued', started: null, finished: null, result: null })
    t.equal(accepted.headers['retry-after'], '1')
    const again = await api.call('POST', '/v1/placements', { json: PREFERENCES, headers })
    t.equal(again.status, 202)
    t.equal(again.headers['idempotent-replayed'], 'true')
    t.equal(again.headers.location, address)
    t.equal(again.text, accepted.text)
    t.match((await api.call('POST', '/v1/placements', { json: COSTS, headers })).body, { type: '/problems/key-reused' })
    t.equal((await database.db.selectFrom('jobs').select('id').execute()).length, 1)
    t.same((await database.db.selectFrom('jobs').select('request').execute()), [{ request: null }], 'what was asked is not kept longer than needed')
    t.match((await api.call('GET', '/v1/jobs/nobody')).body, { status: 404, type: '/problems/job-not-found' })
    t.equal((await api.call('GET', '/v1/jobs/%00')).status, 404)
    t.equal((await api.call('DELETE', '/v1/jobs/nobody')).status, 404)
    t.notMatch(api.log, /s-1|v-1/)
    await api.close()
  })

  await t.test('lets jobs wait in their order, no more than may, and answers other requests meanwhile', async t => {
    const api = await Api.overEmpty(database, { JOBS_WAITING: 2 })
    const send = async (json: unknown) => await api.call('POST', '/v1/placements', { json })
    const slow = String((await send(SLOW)).headers.location)
    t.match(await jobUntil(api, slow, job => job.state === 'running'), { started: String, finished: null, before: 0 })
    const waiting = [String((await send(PREFERENCES)).headers.location), String((await send(COSTS)).headers.location)]
    const refused = await send(PREFERENCES)
    t.match(refused.body, { status: 429, type: '/problems/too-many-jobs' })
    t.ok(Number(refused.headers['retry-after']) > 0)
    t.same(await Promise.all(waiting.map(async address => (await api.call('GET', address)).body.before)), [0, 1])
    const early = await api.call('GET', `${slow}/result`)
    t.match(early.body, { status: 409, type: '/problems/job-not-done' })
    t.equal(early.headers['retry-after'], '1')
    for (let request = 0; request < 20; request++) t.equal((await api.call('GET', '/health/ready')).status, 200)
    t.match((await api.call('GET', slow)).body, { state: 'running' }, 'the work is done elsewhere')
    const cancelled = await api.call('DELETE', slow)
    t.match(cancelled.body, { state: 'cancelled', result: null, problem: null, finished: String })
    t.match((await api.call('DELETE', slow)).body, { state: 'cancelled' }, 'cancelling again changes nothing')
    t.match((await api.call('GET', `${slow}/result`)).body, { status: 409, type: '/problems/job-without-result' })
    const [first, second] = [await jobOver(api, waiting[0]!), await jobOver(api, waiting[1]!)]
    t.match([first, second], [{ state: 'done' }, { state: 'done' }])
    t.ok(first.finished <= second.started, 'first come, first served')
    t.match((await api.call('DELETE', waiting[0]!)).body, { status: 409, type: '/problems/job-over' })
    await api.close()
  })

  await t.test('cancels a job that waits, in the middle of its work, and while its result is written', async t => {
    const api = await Api.overEmpty(database)
    const running = String((await api.call('POST', '/v1/placements', { json: SLOW })).headers.location)
    const waiting = String((await api.call('POST', '/v1/placements', { json: COSTS })).headers.location)
    t.match((await api.call('DELETE', waiting)).body, { state: 'cancelled', started: null })
    await jobUntil(api, running, job => job.progress.total > 0)
    await writePiece(database, running)
    t.equal((await api.call('DELETE', running)).status, 200)
    const third = String((await api.call('POST', '/v1/placements', { json: PREFERENCES })).headers.location)
    // The line of writes stands still until the job's work is done and its result waits there, behind the cancelling.
    t.equal((await whileWritesWait(api, 1500, () => api.call('DELETE', third), jobRuns(third))).status, 200)
    t.match((await api.call('GET', third)).body, { state: 'cancelled' })
    t.same(await database.db.selectFrom('job_rows').select('id').execute(), [], 'nothing is left of any of them')
    t.match((await runJob(api, '/v1/placements', COSTS)).job, { state: 'done' }, 'the next job runs')
    await api.close()
  })

  await t.test('after a restart goes on with what waited, and tells that what was running has failed', async t => {
    let api = await Api.overEmpty(database)
    const running = String((await api.call('POST', '/v1/placements', { json: SLOW })).headers.location)
    const waiting = String((await api.call('POST', '/v1/placements', { json: PREFERENCES, headers: { 'idempotency-key': 'w' } })).headers.location)
    await jobUntil(api, running, job => job.state === 'running')
    await writePiece(database, running)
    await api.close()
    api = await Api.over(database)
    t.match(await jobOver(api, running), { state: 'failed', result: null, problem: { type: '/problems/job-interrupted', status: 503 } })
    t.same(await database.db.selectFrom('job_rows').select('id').where('id', '=', 'piece').execute(), [], 'a piece of its result is gone')
    t.match((await api.call('GET', running, { headers: { 'accept-language': 'id' } })).body.problem, { title: 'Layanan berhenti saat pekerjaan berjalan' })
    t.match(await jobOver(api, waiting), { state: 'done' })
    const replayed = await api.call('POST', '/v1/placements', { json: PREFERENCES, headers: { 'idempotency-key': 'w' } })
    t.equal(replayed.headers.location, waiting)
    await sql`update jobs set finished_at = now() - interval '8 days' where state = 'done'`.execute(database.db)
    await api.close()
    api = await Api.over(database)
    t.equal((await api.call('GET', waiting)).status, 404, 'jobs are kept for a week')
    t.same(await database.db.selectFrom('job_rows').select('id').execute(), [])
    await api.close()
  })

  await t.test('refuses a body over its limit, and fails a job that needs too much memory', async t => {
    const api = await Api.overEmpty(database, { JOB_BODY_LIMIT: 8_000_000, JOB_MEMORY: 64 })
    const raw = `{"method":"best","from":"costs","costs":{"matrix":[[${'1,'.repeat(4_000_000)}1]]}}`
    t.equal((await api.call('POST', '/v1/placements', { raw, headers: { 'content-type': 'application/json' } })).status, 413)
    const seekers = Array.from({ length: 900 }, (_, seeker) => ({ id: String(seeker) }))
    const prefers = seekers.map(({ id }) => id)
    const vacancies = Array.from({ length: 1000 }, (_, vacancy) => ({ id: String(vacancy), seats: 1, prefers }))
    const { job } = await runJob(api, '/v1/placements', { ...PREFERENCES, preferences: { seekers, vacancies } })
    t.match(job, { state: 'failed', problem: { type: '/problems/job-too-large', status: 422 } })
    t.match((await runJob(api, '/v1/placements', COSTS)).job, { state: 'done', problem: null }, 'the service goes on')
    await api.close()
  })
}

/** A piece of a result, as it stands in the database before the rest is written. */
async function writePiece ({ db }: Database, address: string): Promise<void> {
  await db.insertInto('job_rows').values({ job_id: address.slice('/v1/jobs/'.length), part: 'seekers', position: 0, id: 'piece', item: '{"id":"piece"}' }).execute()
}
