import { readConfig, SYSTEM_CLOCK, type Database } from '@padan/server'
import { Api } from '../api.ts'
import { BelievedDay, DailySweep, DEFAULT_KEEPING, retentionOf } from '../inner-cards.ts'
import { OFFICE } from '../office.ts'
import { registered, registration, who } from '../people.ts'
import { at, SEEKER, VACANCY } from '../records.ts'
import type { Suite } from './suite.ts'

const DAY_MS = 86_400_000
const START = Date.UTC(2026, 10, 20, 3)

/** An office on 20 November 2026 with a card and a ranking that was shown, and its clock. */
async function begin (database: Database): Promise<{ api: Api, person: string, calendar: { day: number, now: () => Date } }> {
  const calendar = { day: 0, now: () => new Date(START + calendar.day * DAY_MS) }
  const api = await Api.overEmpty(database, readConfig({ PADAN_ACCESS: 'closed', PASSWORD_COST: '14' }), { ...SYSTEM_CLOCK, now: calendar.now })
  const { authorization } = await api.as('verifier')
  const person = (await registered(api, { authorization }, 1)).id
  const officer = { authorization: (await api.as('officer')).authorization }
  await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY, headers: officer })
  await api.call('PUT', at('seekers', 's-1'), { json: SEEKER, headers: officer })
  await api.call('POST', '/v1/rank/seekers', { json: { vacancyId: 'v-1' }, headers: officer })
  return { api, person, calendar }
}

/** What the service does at night, as it would be done by an application that started on that day. */
function night (api: Api, now: () => Date, onAccountGone: (account: string) => void = () => {}, keepDays = DEFAULT_KEEPING): { sweep: InstanceType<typeof DailySweep>, day: InstanceType<typeof BelievedDay>, troubles: string[] } {
  const troubles: string[] = []
  const onTrouble = (error: unknown): void => { troubles.push(`${(error as Error).name}: ${(error as Error).message}`) }
  const day = new BelievedDay({ registry: api.registry, now, onTrouble })
  return { sweep: new DailySweep({ registry: api.registry, day, graceDays: 30, retention: retentionOf(keepDays), onAccountGone, now, onTrouble }), day, troubles }
}

const countOf = async (api: Api, table: 'ranking_receipts' | 'audit'): Promise<number> => Number((await api.registry.db.selectFrom(table).select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()).count)
const stateOf = async (api: Api, person: string): Promise<string> => (await api.registry.db.selectFrom('people').select('state').where('id', '=', person).executeTakeFirstOrThrow()).state

/** What ends by its day ends by itself, and a clock that leaps ends nothing. */
export const nightlySuite: Suite = async (t, database) => {
  await t.test('day by day cards end and receipts go, each in its time, with a trace', async t => {
    const { api, person, calendar } = await begin(database)
    const { sweep, troubles } = night(api, calendar.now)
    await sweep.look()
    t.equal(await stateOf(api, person), 'active')
    t.equal(await countOf(api, 'ranking_receipts'), 1)
    const ended: Record<string, number> = {}
    for (; calendar.day <= 740; calendar.day += 5) {
      await sweep.look()
      if (await stateOf(api, person) !== 'active') ended.person ??= calendar.day
      if (await countOf(api, 'ranking_receipts') === 0) ended.receipt ??= calendar.day
    }
    // The first report is due half a year after 20 November, on 20 May, and thirty days are given; 211 days are 19 June. Receipts stay 731 days.
    t.same(ended, { person: 215, receipt: 735 })
    const entries = await api.registry.db.selectFrom('audit').select(['actor', 'detail']).where('action', '=', 'retention-swept').execute()
    t.same(entries, [{ actor: 'service', detail: '{"rows":1}' }])
    t.same(troubles, [])
    await api.close()
  })

  await t.test('a clock that leaps years ahead ends nothing, says so once, and is believed again when it is set right', async t => {
    const { api, person, calendar } = await begin(database)
    const { sweep, day, troubles } = night(api, calendar.now)
    calendar.day = 1
    await sweep.look()
    calendar.day = 1500
    for (let look = 0; look < 3; look++) await sweep.look()
    t.equal(await stateOf(api, person), 'active')
    t.equal(await countOf(api, 'ranking_receipts'), 1)
    t.equal(await day.today(), undefined)
    t.equal(troubles.length, 1)
    t.match(troubles[0], /^ClockLeapError: The clock says 2030-12-29T.* 2026-11-21T.* restart/)
    t.equal(await night(api, calendar.now).day.today(), undefined, 'neither by a process that starts then: the newest entry of the trail is years old')
    calendar.day = -400
    t.equal(await day.today(), '2025-10-16', 'back is harmless')
    calendar.day = 2
    t.equal(await day.today(), '2026-11-22')
    calendar.day = 1500
    const sweeps = async (dryRun: boolean) => (await api.call('POST', '/v1/retention-sweeps', { json: { dryRun }, headers: await who(api, 'admin') })).body
    t.match(await sweeps(false), { type: '/problems/clock-leapt', status: 409 }, 'nor is it when somebody asks for it')
    t.match(await sweeps(true), { dryRun: true })
    t.equal(await countOf(api, 'ranking_receipts'), 1)
    await api.close()
  })

  await t.test('registrations that are over are erased, each in its time; what is open and what was counted stays', async t => {
    const { api, person, calendar } = await begin(database)
    const officer = await who(api, 'officer')
    const [applicant, asking] = [3, 4].map(async number => (await api.call('POST', '/v1/counter-registrations', { json: registration(number), headers: officer })).body.id)
    await api.call('POST', `/v1/people/${await asking}/requests`, { json: { kind: 'access' }, headers: officer })
    t.equal((await api.call('POST', `/v1/people/${person}/removal`, { json: { reason: 'moved' }, headers: officer })).status, 200)
    const sealed = (await api.registry.db.selectFrom('people').select('sealed').where('id', '=', person).executeTakeFirstOrThrow()).sealed
    const gone: string[] = []
    const { sweep, troubles } = night(api, calendar.now, account => gone.push(account))
    const seeker = await api.as('seeker', person)
    const ended: Record<string, number> = {}
    for (; calendar.day <= 1850; calendar.day += 25) {
      await sweep.look()
      const left = new Set((await api.registry.db.selectFrom('people').select('id').execute()).map(({ id }) => id))
      for (const [name, id] of [['removed', person], ['applicant', await applicant], ['asking', await asking]] as const) if (!left.has(id)) ended[name] ??= calendar.day
    }
    t.same(ended, { removed: 1850, applicant: 375 })
    t.same(gone, [seeker.id], 'the account goes too')
    t.throws(() => api.registry.vault.open(person, sealed), { name: 'SealError' })
    t.match(await api.registry.db.selectFrom('audit').select(['actor', 'subject', 'reason']).where('action', '=', 'erasure-granted').orderBy('number').execute(),
      [{ actor: 'service', subject: await applicant, reason: 'retention' }, { actor: 'service', subject: person, reason: 'retention' }])
    t.equal((await api.registry.db.selectFrom('person_events').select('kind').where('person_id', 'like', 'erased-%').where('flow', '<>', 0).execute()).length, 2, 'registered and removed are counted as before')
    t.same(troubles, [])
    await api.close()
  })

  await t.test('an office says how long it keeps people; unless it does, five years and one', async t => {
    const { api, person, calendar } = await begin(database)
    t.equal((await api.call('POST', `/v1/people/${person}/removal`, { json: { reason: 'moved' }, headers: await who(api, 'officer') })).status, 200)
    t.same(OFFICE.keepDays, { people: 1825, applicants: 365 })
    const { sweep, troubles } = night(api, calendar.now, undefined, { people: 400, applicants: 30 })
    const isThere = async (): Promise<boolean> => await api.registry.db.selectFrom('people').select('id').where('id', '=', person).executeTakeFirst() !== undefined
    // Looked at every 25 days, since a clock that leaps further in one step is not believed.
    for (; calendar.day < 1000 && await isThere(); calendar.day += 25) await sweep.look()
    t.equal(calendar.day, 450, 'gone at the look of day 425, the first after the 400th')
    t.same(troubles, [])
    await api.close()
  })

  await t.test('a new office believes the day it begins', async t => {
    const api = await Api.overEmpty(database)
    const { day } = night(api, () => new Date('2031-01-01T00:00:00Z'))
    t.equal(await countOf(api, 'audit'), 0)
    t.equal(await day.today(), '2031-01-01')
    await api.close()
  })
}
