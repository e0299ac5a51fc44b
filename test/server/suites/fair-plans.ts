import { planFair, replanFair, verifyPlan, type Change, type Fair } from '@padan/matcher/fair'
import { marketFromPreferences } from '@padan/matcher/placement'
import { Api } from '../api.ts'
import { FAIR, runJob, storeCity } from '../markets.ts'
import type { Suite } from './suite.ts'

export const fairPlansSuite: Suite = async (t, database) => {
  await t.test('plans a day as the engine does, with the lists of people and booths', async t => {
    const api = await Api.overEmpty(database)
    const plan = planFair(marketFromPreferences(FAIR.preferences).market, FAIR.fair)
    const { job, address } = await runJob(api, '/v1/fair-plans', FAIR)
    t.match(job, { kind: 'fair-plan', state: 'done' })
    const { body: result } = await api.call('GET', job.result)
    t.match(result, { kind: 'fair-plan', from: 'preferences', seekers: 4, booths: 2, slots: 3, interviews: plan.interviews.length, invited: plan.invitations.length, without: { 'no-booth': 1 }, verdict: { ok: true, proven: { people: true } } })
    t.same(result.proof, plan.proof)
    const seekers = (await api.call('GET', `${address}/result/seekers`)).body.items
    t.same(seekers.map(({ id }: { id: string }) => id), ['s-1', 's-2', '=s+3', 's-4'])
    const told = seekers.flatMap((seeker: any) => seeker.interviews.map(({ slot, booth, vacancyId }: any) => [seeker.id, slot, booth, vacancyId]))
    t.same(told, plan.interviews.map(({ seeker, slot, booth, vacancy }) => [seeker, slot, booth, vacancy]))
    t.same(seekers[3], { id: 's-4', wave: null, slot: null, interviews: [], why: 'no-booth', whyNot: [] })
    t.match(seekers[2], { wave: 'pagi', slot: '10:00', why: null, interviews: [{ booth: 'A', slot: '10:00' }] })
    const booths = (await api.call('GET', `${address}/result/booths`)).body.items
    t.same(booths.flatMap((booth: any) => booth.interviews.map(({ slot, seekerId, vacancyId }: any) => [seekerId, slot, booth.id, vacancyId])).sort(), told.sort())
    t.match((await api.call('GET', `${address}/result/booths?id=B`)).body.items, [{ id: 'B' }])
    t.equal((await api.call('GET', `${address}/result/vacancies`)).status, 404)
    await api.close()
  })

  await t.test('writes invitations and booth lists as tables that no spreadsheet runs', async t => {
    const api = await Api.overEmpty(database)
    const { address } = await runJob(api, '/v1/fair-plans', FAIR)
    const people = (await api.call('GET', `${address}/result/seekers?format=csv`)).text.trim().split('\n')
    t.equal(people[0], 'seekerId,wave,come,slot,booth,vacancyId,why')
    t.ok(people.includes("'=s+3,pagi,10:00,10:00,A,v-1,"))
    t.ok(people.includes('s-4,,,,,,no-booth'))
    const booths = await api.call('GET', `${address}/result/booths`, { headers: { accept: 'text/csv' } })
    t.match(booths.headers['content-disposition'], 'booths.csv')
    const lines = booths.text.trim().split('\n')
    t.equal(lines[0], 'booth,slot,seekerId,vacancyId')
    t.ok(lines.includes("A,10:00,'=s+3,v-1"))
    t.same(lines.slice(1).map(line => line.split(',').slice(0, 2).join()), lines.slice(1).map(line => line.split(',').slice(0, 2).join()).sort(), 'by booth, in the order of the day')
    await api.close()
  })

  await t.test('plans a fair of stored records', async t => {
    const api = await Api.overEmpty(database)
    await storeCity(api, 60, 8)
    const { body: { items } } = await api.call('GET', '/v1/vacancies')
    const booths = items.map(({ id }: { id: string }, number: number) => ({ id: `booth ${number}`, vacancies: [id], tables: 2 }))
    const { job } = await runJob(api, '/v1/fair-plans', { from: 'ledgers', ledgers: { perSeeker: 5 }, fair: { slots: ['1', '2', '3', '4'], booths } })
    const { body } = await api.call('GET', job.result)
    t.match(body, { verdict: { ok: true, proven: { people: true, score: true } }, profile: 'job-fair' })
    t.equal(body.proof.people, body.proof.peopleBound)
    t.ok(body.invited > 0)
    await api.close()
  })

  await t.test('refuses a fair that contradicts itself', async t => {
    const api = await Api.overEmpty(database)
    const fair = (change: object) => ({ ...FAIR, fair: { ...FAIR.fair, ...change } })
    for (const [name, json] of [
      ['an unknown property', fair({ music: true })], ['negative tables', fair({ booths: [{ id: 'A', vacancies: [], tables: -1 }] })], ['no fair', { ...FAIR, fair: undefined }],
      ['half a place', fair({ booths: [{ id: 'A', vacancies: [], tables: 1, at: { x: 1 } }] })], ['a share over the whole', fair({ residents: { seekers: [], perMille: 1001 } })],
    ] as const) t.equal((await api.call('POST', '/v1/fair-plans', { json })).status, 422, name)
    for (const [name, json, words] of [
      ['a vacancy at two booths', fair({ booths: [{ id: 'A', vacancies: ['v-1'], tables: 1 }, { id: 'B', vacancies: ['v-1'], tables: 1 }] }), /v-1/],
      ['a booth with an unknown vacancy', fair({ booths: [{ id: 'A', vacancies: ['v-9'], tables: 1 }] }), /v-9/],
      ['a slot that is not there', fair({ late: [{ seeker: 's-1', from: '25:00' }] }), /25:00/],
      ['a slot in two waves', fair({ waves: [{ id: 'a', slots: ['09:00'], size: 1 }, { id: 'b', slots: ['09:00'], size: 1 }] }), /09:00/],
    ] as const) {
      const { job } = await runJob(api, '/v1/fair-plans', json)
      t.match(job, { state: 'failed', problem: { type: '/problems/bad-market' } }, name)
      t.match(job.problem.detail, words, name)
    }
    const everybodyFull = await runJob(api, '/v1/fair-plans', fair({ booths: [{ id: 'A', vacancies: ['v-1', 'v-2'], tables: 0 }] }))
    t.match(everybodyFull.job, { state: 'done' }, 'a fair without a table is sad, not wrong')
    await api.close()
  })

  await t.test('says booth by booth why somebody has no interview, and what would change it', async t => {
    const api = await Api.overEmpty(database)
    const small = { ...FAIR, fair: { ...FAIR.fair, booths: [{ id: 'A', vacancies: ['v-1'], tables: 1, open: ['10:00'] }], waves: [] } }
    const { address } = await runJob(api, '/v1/fair-plans', { ...small, whyNot: { first: 1, seekers: ['s-4'] } })
    const { body: { items } } = await api.call('GET', `${address}/result/seekers`)
    const told = items.filter(({ whyNot }: { whyNot?: unknown }) => whyNot !== undefined).map(({ id }: { id: string }) => id)
    t.equal(told.length, 2, 'the first without an interview, and who was named')
    t.ok(told.includes('s-4'))
    const needsAccess = (await api.call('GET', `${(await runJob(api, '/v1/fair-plans', small)).address}/result/seekers?id=s-2`)).body.items[0]
    t.match(needsAccess, { why: 'no-accessible-booth', whyNot: [{ booth: 'A', reason: 'not-accessible', slot: '10:00', changes: [{ change: 'make-accessible', by: 1 }, { change: 'more-tables', by: 1 }] }, { booth: null, reason: 'no-booth', facts: { vacancy: 'v-2' } }] })
    const { job } = await runJob(api, '/v1/fair-plans', { ...small, whyNot: { seekers: ['s-9'] } })
    t.match(job.problem.detail, /whyNot names the seeker 's-9'/)
    await api.close()
  })

  await t.test('changes a plan as the engine does, again and again, and says how little it disturbs', async t => {
    const api = await Api.overEmpty(database)
    const { market } = marketFromPreferences(FAIR.preferences)
    const changes: Change[] = [{ leave: ['B'] }, { now: '10:00', absent: ['=s+3'], walkIns: ['s-4'] }]
    let [fair, plan]: [Fair, ReturnType<typeof planFair>] = [FAIR.fair, planFair(market, FAIR.fair)]
    let { address } = await runJob(api, '/v1/fair-plans', FAIR)
    for (const [number, change] of changes.entries()) {
      const again = replanFair(market, fair, plan, change)
      const id = address.split('/').at(-1)
      const next = await runJob(api, `/v1/fair-plans/${id}/replans`, { ...FAIR, change }, { headers: { 'idempotency-key': `k-${number}` } })
      t.match(next.job, { kind: 'fair-plan', state: 'done' })
      const { body: result } = await api.call('GET', next.job.result)
      t.match(result, { verdict: { ok: true }, interviews: again.plan.interviews.length })
      t.same(result.replan, { of: id, changes: changes.slice(0, number + 1), kept: again.numKept, moved: again.moved.length, cancelled: again.cancelled.length, added: again.added.length, bystanders: again.bystanders.length, dropped: 0 })
      t.same(result.proof, again.plan.proof)
      t.ok(verifyPlan(market, again.fair, again.plan).ok)
      const days = (await api.call('GET', `${next.address}/result/changes`)).body.items
      t.same(days.flatMap(({ id, cancelled }: any) => cancelled.map(({ booth, slot }: any) => [id, booth, slot])).sort(), again.cancelled.map(({ seeker, booth, slot }) => [seeker, booth, slot]).sort())
      t.equal(days.filter(({ bystander }: any) => bystander).length, again.bystanders.length)
      ;[fair, plan, address] = [again.fair, again.plan, next.address]
    }
    const csv = (await api.call('GET', `${address}/result/changes?format=csv`)).text.trim().split('\n')
    t.equal(csv[0], 'seekerId,change,booth,was,is,vacancyId,bystander')
    t.ok(csv.includes("'=s+3,cancelled,A,10:00,,v-1,no"))
    await api.close()
  })

  await t.test('changes a plan of stored records although they went on changing', async t => {
    const api = await Api.overEmpty(database)
    await storeCity(api, 60, 8)
    const { body: { items } } = await api.call('GET', '/v1/vacancies')
    const booths = items.map(({ id }: { id: string }, number: number) => ({ id: `booth ${number}`, vacancies: [id], tables: 2 }))
    const ask = { from: 'ledgers', ledgers: { perSeeker: 5 }, fair: { slots: ['1', '2', '3', '4'], booths } }
    const { address } = await runJob(api, '/v1/fair-plans', ask)
    const invited = (await api.call('GET', `${address}/result/seekers?limit=2000`)).body.items.filter(({ slot }: any) => slot !== null)
    const gone = invited[0].id
    t.equal((await api.call('DELETE', `/v1/seekers/${gone}`)).status, 204)
    // Only the best pair of each is in the market now: appointments stand all the same.
    const { job } = await runJob(api, `${address.replace('/v1/jobs', '/v1/fair-plans')}/replans`, { ...ask, ledgers: { perSeeker: 1 }, change: { absent: [invited[1].id] } })
    const { body } = await api.call('GET', job.result)
    t.match(body, { verdict: { ok: true }, replan: { dropped: invited[0].interviews.length, cancelled: invited[1].interviews.length, moved: 0, added: 0, bystanders: 0 } })
    const total = invited.reduce((sum: number, { interviews }: any) => sum + interviews.length, 0)
    t.equal(body.replan.kept, total - invited[0].interviews.length - invited[1].interviews.length)
    await api.close()
  })

  await t.test('refuses a change of what is no plan, and one that cannot be', async t => {
    const api = await Api.overEmpty(database)
    const { address } = await runJob(api, '/v1/fair-plans', FAIR)
    const url = `${address.replace('/v1/jobs', '/v1/fair-plans')}/replans`
    t.match((await api.call('POST', '/v1/fair-plans/none/replans', { json: { ...FAIR, change: {} } })).body, { type: '/problems/job-not-found' })
    const placed = await runJob(api, '/v1/placements', { method: 'stable', from: 'preferences', preferences: FAIR.preferences })
    t.match((await api.call('POST', `${placed.address.replace('/v1/jobs', '/v1/fair-plans')}/replans`, { json: { ...FAIR, change: {} } })).body, { type: '/problems/not-found' })
    const failed = await runJob(api, '/v1/fair-plans', { ...FAIR, fair: { ...FAIR.fair, access: ['s-9'] } })
    t.match((await api.call('POST', `${failed.address.replace('/v1/jobs', '/v1/fair-plans')}/replans`, { json: { ...FAIR, change: {} } })).body, { type: '/problems/job-without-result' })
    for (const json of [{ ...FAIR }, { ...FAIR, change: { leaves: [] } }, { ...FAIR, change: { now: 9 } }, { ...FAIR, change: {}, before: {} }]) t.equal((await api.call('POST', url, { json })).status, 422, JSON.stringify(json))
    for (const [change, words] of [[{ leave: ['Z'] }, /'Z', which is not there/], [{ now: '08:00' }, /'08:00'/], [{ absent: ['s-9'] }, /'s-9'/]] as const) {
      const { job } = await runJob(api, url, { ...FAIR, change })
      t.match(job, { state: 'failed', problem: { type: '/problems/bad-market' } })
      t.match(job.problem.detail, words)
    }
    t.equal((await api.call('GET', `${address}/result/changes`)).status, 404, 'a first plan changes nothing')
    await api.close()
  })
}
