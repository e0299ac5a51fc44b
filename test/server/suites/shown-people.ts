import { sql } from 'kysely'
import { Api } from '../api.ts'
import { jobOver, jobRuns, runJob, whileWritesWait } from '../markets.ts'
import { registered, somebody } from '../people.ts'
import { at, SEEKER, VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

const LEDGERS = { method: 'best', from: 'ledgers', ledgers: { perSeeker: 5 } }
/** Longer than a small market takes in its thread. Where it is not, the job is tested a little less. */
const THREAD_MS = 1500

/** Who is shown, and that those who left are shown no more. */
export const shownPeopleSuite: Suite = async (t, database) => {
  await t.test('whoever is shown to somebody is in the trail, by whatever address', async t => {
    const { api, officer, ids: [id] } = await office()
    await api.call('PUT', at('seekers', 's-1'), { json: SEEKER })
    const organiser = await api.as('organiser')
    const key = await api.key(['seekers:read', 'rank', 'placements:read', 'changes:read'])
    const { address } = await runJob(api, '/v1/placements', LEDGERS, { headers: { authorization: officer.authorization } })
    const own = await api.as('seeker', id)
    for (const format of ['json', 'csv']) {
      const before = await tracesOf(officer.id, id)
      t.equal((await api.call('GET', `/v1/card-reports?until=2027-12-31&format=${format}`, { headers: { authorization: officer.authorization } })).status, 200)
      t.equal(await tracesOf(officer.id, id), before + 1, `due reports as ${format}`)
    }
    const shows = [
      ['GET', at('seekers', id)],
      ['GET', '/v1/seekers'],
      ['GET', '/v1/seekers?format=csv'],
      ['GET', '/v1/seekers?format=xlsx'],
      ['GET', `/v1/pairs/${id}/v-1`],
      ['POST', '/v1/pairs', { seekerId: id, vacancyId: 'v-1' }],
      ['POST', '/v1/gaps', { seekerId: id, vacancyId: 'v-1' }],
      ['POST', '/v1/rank/vacancies', { seekerId: id }],
      ['POST', '/v1/rank/seekers', { vacancyId: 'v-1' }],
      ['GET', `${address}/result/seekers`],
      ['GET', `${address}/result/seekers?id=${id}`],
      ['GET', `${address}/result/vacancies?format=csv`],
      ['GET', '/v1/changes'],
    ] as const
    for (const [method, path, json] of shows) {
      for (const [name, { authorization, id: caller }] of Object.entries({ officer, key })) {
        const before = await tracesOf(caller, id)
        t.equal((await api.call(method, path, { json, headers: { authorization } })).status, 200, `${name} ${method} ${path}`)
        t.equal(await tracesOf(caller, id), before + 1, `${name} ${method} ${path} is in the trail`)
      }
    }
    for (const [method, path, json] of shows.filter(([, path]) => path.includes(id) || path.endsWith('/vacancies') || path === '/v1/pairs' || path === '/v1/gaps').filter(([, path]) => !path.includes('/jobs/'))) {
      t.equal((await api.call(method, path, { json, headers: { authorization: own.authorization } })).status, 200, `seeker ${method} ${path}`)
    }
    t.equal(await tracesOf(own.id, id), 0, 'what people see of themselves is no read by somebody else')
    const day = { from: 'preferences', preferences: { seekers: [{ id, prefers: ['v-1'] }], vacancies: [{ id: 'v-1', seats: 1 }] }, fair: { slots: ['09:00'], booths: [{ id: 'A', vacancies: ['v-1'], tables: 1 }], interviewsEach: 1 } }
    const plan = await runJob(api, '/v1/fair-plans', day, { headers: { authorization: organiser.authorization } })
    for (const part of ['seekers', 'booths']) {
      const before = await tracesOf(organiser.id, id)
      t.equal((await api.call('GET', `${plan.address}/result/${part}`, { headers: { authorization: organiser.authorization } })).status, 200)
      t.equal(await tracesOf(organiser.id, id), before + 1, `an organiser who reads ${part}`)
    }
    const alone = await tracesOf(key.id, 's-1')
    t.equal((await api.call('GET', at('seekers', 's-1'), { headers: { authorization: key.authorization } })).status, 200)
    t.equal(await tracesOf(key.id, 's-1'), alone, 'a system that uses Padan as a matcher alone writes no trail')
    t.equal((await api.call('POST', '/v1/people/find', { json: { nik: somebody(1).nik }, headers: { authorization: officer.authorization } })).status, 200)
    t.match(await lastOf('person-searched'), { subject: id, actor: officer.id }, 'who was found is in it')
    t.equal((await api.call('POST', '/v1/people/find', { json: { nik: somebody(9).nik }, headers: { authorization: officer.authorization } })).status, 404)
    t.match(await lastOf('person-searched'), { subject: null })
    await api.close()
  })

  await t.test('a ranking made before a withdrawal is not answered after it', async t => {
    const { api, officer, ids: [id] } = await office()
    const own = await api.as('seeker', id)
    const [withdrawn, ranked] = await whileWritesWait(api, 600, async () => await Promise.all([
      api.call('POST', `/v1/people/${id}/withdrawals`, { json: { purpose: 'matching' }, headers: { authorization: own.authorization } }),
      new Promise(resolve => { setTimeout(resolve, 200) }).then(() => api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1' }, headers: { authorization: officer.authorization } })),
    ]))
    t.equal(withdrawn.status, 200)
    t.equal(ranked.status, 200)
    t.notMatch(ranked.text, id)
    await api.close()
  })

  await t.test('a job in whose middle somebody withdraws begins again without; results that are there lose them', async t => {
    const { api, officer, ids: [id, other] } = await office()
    const headers = { authorization: officer.authorization }
    const first = await runJob(api, '/v1/placements', LEDGERS, { headers })
    t.match((await api.call('GET', `${first.address}/result/vacancies`, { headers })).body.items, [{ id: 'v-1', placed: [id, other].sort() }])
    const own = await api.as('seeker', id)
    const address = String((await api.call('POST', '/v1/placements', { json: LEDGERS, headers })).headers.location)
    const withdrawn = await whileWritesWait(api, THREAD_MS, () => api.call('POST', `/v1/people/${id}/withdrawals`, { json: { purpose: 'matching' }, headers: { authorization: own.authorization } }), jobRuns(address))
    t.equal(withdrawn.status, 200)
    t.match(await jobOver(api, address), { state: 'done', problem: null })
    t.same((await api.call('GET', `${address}/result/seekers`, { headers })).body.items.map((item: { id: string }) => item.id), [other])
    t.same((await api.call('GET', `${first.address}/result/seekers`, { headers })).body.items.map((item: { id: string }) => item.id), [other], 'the line is gone')
    t.match((await api.call('GET', `${first.address}/result/vacancies`, { headers })).body.items, [{ id: 'v-1', placed: /gone/ }], 'others keep theirs')
    const { rows } = await sql<{ text: string }>`select item::text || job_id as text from job_rows union all select concat(request, result, problem) from jobs`.execute(database.db)
    t.notMatch(rows.map(({ text }) => text).join('\n'), id)
    // How often it began again is in its row, where a restart does not forget it.
    const once = address.slice(address.lastIndexOf('/') + 1)
    t.same((await sql<{ beginnings: number }>`select beginnings from jobs where id = ${once}`.execute(database.db)).rows, [{ beginnings: 1 }])
    const otherOwn = await api.as('seeker', other)
    await sql`alter table jobs alter column beginnings set default 4`.execute(database.db)
    const last = String((await api.call('POST', '/v1/placements', { json: LEDGERS, headers })).headers.location)
    await whileWritesWait(api, THREAD_MS, () => api.call('POST', `/v1/people/${other}/withdrawals`, { json: { purpose: 'matching' }, headers: { authorization: otherOwn.authorization } }), jobRuns(last))
    t.match(await jobOver(api, last), { state: 'failed', problem: { type: '/problems/people-left' } }, 'it does not begin again for ever')
    await sql`alter table jobs alter column beginnings set default 0`.execute(database.db)
    await api.close()
  })

  await t.test('a market that was sent along and names somebody who is erased meanwhile comes to nothing', async t => {
    const { api, officer, ids: [id, other] } = await office()
    const headers = { authorization: officer.authorization }
    const { body: { id: asked } } = await api.call('POST', `/v1/people/${id}/requests`, { json: { kind: 'erasure' }, headers })
    const market = { method: 'stable', from: 'preferences', preferences: { seekers: [{ id, prefers: ['v-1'] }, { id: other, prefers: ['v-1'] }], vacancies: [{ id: 'v-1', seats: 2, prefers: [[id, other]] }] } }
    const address = String((await api.call('POST', '/v1/placements', { json: market, headers })).headers.location)
    const erased = await whileWritesWait(api, THREAD_MS, () => api.call('POST', `/v1/data-requests/${asked}/decision`, { json: { granted: true, answer: 'Data Anda dihapus.' }, headers }), jobRuns(address))
    t.equal(erased.status, 200)
    t.match(await jobOver(api, address), { state: 'failed', problem: { type: '/problems/people-left', status: 409 } })
    const { rows } = await sql<{ text: string }>`select item::text as text from job_rows union all select concat(request, result, problem) from jobs`.execute(database.db)
    t.notMatch(rows.map(({ text }) => text).join('\n'), id)
    t.match((await runJob(api, '/v1/placements', { ...market, preferences: { seekers: [{ id: other, prefers: ['v-1'] }], vacancies: [{ id: 'v-1', seats: 2, prefers: [other] }] } }, { headers })).job, { state: 'done' })
    await api.close()
  })

  await t.test('why somebody\'s NIK was shown is told to that person, and to nobody once the person is erased', async t => {
    const { api, officer, ids: [id] } = await office()
    const reason = `mencocokkan KTP ${somebody(1).name}`
    t.equal((await api.call('POST', `/v1/people/${id}/nik`, { json: { reason }, headers: { authorization: officer.authorization } })).status, 200)
    const admin = await api.admin()
    const listed = async (): Promise<any> => (await api.call('GET', '/v1/audit?action=nik-revealed', { headers: { authorization: admin.authorization } })).body.items
    t.match(await listed(), [{ subject: id, words: reason, reason: /^sealed:/ }])
    const own = await api.as('seeker', id)
    t.match((await api.call('GET', `/v1/people/${id}/export`, { headers: { authorization: own.authorization } })).body.audit.find(({ action }: { action: string }) => action === 'nik-revealed'), { reason })
    const { rows } = await sql<{ text: string }>`select concat(reason, detail) as text from audit`.execute(database.db)
    t.notMatch(rows.map(({ text }) => text).join('\n'), /Siti|KTP/, 'it is sealed')
    const { body } = await api.call('POST', `/v1/people/${id}/requests`, { json: { kind: 'erasure' }, headers: { authorization: own.authorization } })
    t.equal((await api.call('POST', `/v1/data-requests/${body.id}/decision`, { json: { granted: true, answer: 'Dihapus.' }, headers: { authorization: officer.authorization } })).status, 200)
    t.match(await listed(), [{ subject: id, words: null, reason: /^sealed:/ }])
    t.match(await api.registry.audit.verify(database.db), { valid: true })
    t.equal((await api.call('POST', '/v1/people/s-nobody/nik', { json: { reason }, headers: { authorization: officer.authorization } })).status, 404)
    t.equal(api.registry.vault.hasKey('s-nobody'), false, 'nobody gets a key by being asked for')
    await api.close()
  })

  async function office (): Promise<{ api: Api, officer: { id: string, authorization: string }, ids: string[] }> {
    const api = await Api.overEmpty(database)
    const { authorization } = await api.as('verifier')
    const ids = [(await registered(api, { authorization }, 1)).id, (await registered(api, { authorization }, 2)).id]
    await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY })
    return { api, officer: await api.as('officer'), ids }
  }

  /** How many entries tell that the caller saw the person, receipts of rankings among them. */
  async function tracesOf (actor: string, person: string): Promise<number> {
    const { rows: [{ count }] } = await sql<{ count: number }>`
      select ((select count(*) from audit where actor = ${actor} and action like any(array['%-read', '%-explained', '%-found', '%-ranked']) and (subject = ${person} or position(${person} in coalesce(detail, '')) > 0))
        + (select count(*) from ranking_receipts where caller = ${actor} and seekers @> array[${person}]::text[]))::int as count`.execute(database.db)
    return count
  }

  async function lastOf (action: string): Promise<unknown> {
    return await database.db.selectFrom('audit').selectAll().where('action', '=', action).orderBy('number', 'desc').limit(1).executeTakeFirst()
  }
}
