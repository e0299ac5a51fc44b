import { Registry, type Database } from '@padan/server'
import { parseCatalogue, loadTaxonomy, type Taxonomy } from '@padan/taxonomy'
import { sql } from 'kysely'
import type { Test } from 'tap'
import { Api, taxonomy } from '../api.ts'
import { at, demoRecords, ndjson, SEEKER, VACANCY } from '../records.ts'

const NDJSON = { 'content-type': 'application/x-ndjson' }

/** A way to the saved index itself, wherever it is kept. */
export interface SavedIndex {
  read: () => Promise<Buffer>
  /** Puts other bytes in its place; none removes it. */
  replace: (bytes?: Buffer) => Promise<void>
}

/** A start from the saved index must be as one from the rows, whatever has happened to it. */
export async function snapshotsSuite (t: Test, database: Database, saved: SavedIndex): Promise<void> {
  await t.test('starts from the saved index and what was written since, and ranks as a start from the rows', async t => {
    const api = await filled(database)
    await api.registry.saveSnapshot()
    const [first, second, third] = demoRecords(3, 0).seekers
    await api.call('PUT', at('seekers', 'new'), { json: { ...SEEKER, id: 'new' } })
    await api.call('PUT', at('seekers', first.id), { json: { ...SEEKER, id: first.id } })
    await api.call('DELETE', at('seekers', second.id))
    await api.call('DELETE', at('seekers', third.id))
    await api.call('PUT', at('seekers', third.id), { json: { ...SEEKER, id: third.id, reachKm: 3 } })
    await api.call('PUT', at('vacancies', 'v-1'), { json: VACANCY })
    await api.call('DELETE', at('vacancies', demoRecords(0, 1).vacancies[0].id))
    const live = rankingsOf(api.registry)
    const warm = await start(database)
    t.equal(warm.registry.startedFrom, 'snapshot')
    t.same(warm.reasons, [])
    t.equal(rankingsOf(warm.registry), live)
    t.match(live, '"new"')
    const cold = await startFromRows(database)
    t.equal(rankingsOf(cold), live)
    await api.close()
  })

  await t.test('does not use a saved index that is damaged, cut, gone or of something else', async t => {
    const api = await filled(database)
    await api.registry.saveSnapshot()
    const live = rankingsOf(api.registry)
    const good = await saved.read()
    const turned = Buffer.from(good)
    turned[turned.length >> 1] ^= 1
    for (const [name, bytes, reason] of [
      ['a turned bit', turned, /damaged/],
      ['a cut', good.subarray(0, good.length - 100), /damaged/],
      ['other bytes', Buffer.from('PK'), /damaged/],
      ['nothing', undefined, /not where it was kept/],
    ] as const) {
      await saved.replace(bytes)
      const { registry, reasons } = await start(database)
      t.equal(registry.startedFrom, 'rows', name)
      t.equal(reasons.length, 1, `${name} is told once`)
      t.match(reasons[0], reason, name)
      t.equal(rankingsOf(registry), live, name)
    }
    await saved.replace(good)
    t.equal((await start(database)).registry.startedFrom, 'snapshot', 'put back, it is good')
    await api.close()
  })

  await t.test('does not use a saved index of another taxonomy', async t => {
    const api = await filled(database)
    await api.registry.saveSnapshot()
    const other = await loadTaxonomy({ catalogues: [parseCatalogue('{"units":[{"code":"X.00TEST.001.1","title":"Unit for a test"}]}', 'json')] })
    const { registry, reasons } = await start(database, other)
    t.equal(registry.startedFrom, 'rows')
    t.match(reasons, [/taxonomy/])
    t.equal(rankingsOf(registry), rankingsOf(await startFromRows(database, other)))
    await api.close()
  })

  await t.test('does not use a saved index that cannot catch up, or is of another time than the database', async t => {
    const api = await filled(database)
    await api.registry.saveSnapshot()
    const [gone, removed, changed] = demoRecords(3, 0).seekers
    await sql`update seekers set record = jsonb_set(record, '{reachKm}', '7') where id = ${changed.id}`.execute(database.db)
    const byHand = await start(database)
    t.equal(byHand.registry.startedFrom, 'snapshot', 'a row changed by hand is among what was written since')
    t.equal(rankingsOf(byHand.registry), rankingsOf(await startFromRows(database)))
    await byHand.registry.saveSnapshot()

    const again = await filled(database)
    await again.registry.saveSnapshot()
    await sql`delete from seekers where id = ${removed.id}`.execute(database.db)
    await refused(t, database, /299 seekers|300 seekers/)

    const swept = await filled(database)
    await swept.registry.saveSnapshot()
    await swept.call('DELETE', at('seekers', gone.id))
    await sql`update deletions set deleted_at = now() - interval '8 days'`.execute(database.db)
    t.equal((await start(database)).registry.startedFrom, 'snapshot', 'the deletion is still told at this start, and swept after it')
    await refused(t, database, /too old/)

    const later = await filled(database)
    await later.registry.saveSnapshot()
    await sql`update markers set value = jsonb_set(value::jsonb, '{revision}', '"900000"')::text where name = 'snapshot'`.execute(database.db)
    await refused(t, database, /later time/)
    for (const one of [api, again, swept, later]) await one.close()
  })

  await t.test('keeps nothing of a deleted or replaced record in the next saved index', async t => {
    const api = await filled(database)
    for (const id of ['leaves-at-once', 'stays']) await api.call('PUT', at('seekers', id), { json: { ...SEEKER, id } })
    await api.registry.saveSnapshot()
    t.ok(holds(await saved.read(), 'leaves-at-once'))
    const [lat, lng] = [-6.23456, 106.78912]
    await api.call('PUT', at('seekers', 'stays'), { json: { ...SEEKER, id: 'stays', point: { lat, lng } } })
    await api.call('DELETE', at('seekers', 'leaves-at-once'))
    await api.registry.saveSnapshot()
    const bytes = await saved.read()
    t.notOk(holds(bytes, 'leaves-at-once'))
    t.ok(holds(bytes, 'stays'))
    const { registry } = await start(database)
    t.equal(registry.startedFrom, 'snapshot')
    t.equal(registry.matcher.seekers.has('leaves-at-once'), false)
    await api.close()
  })

  await t.test('keeps records that cannot be ranked set aside over a warm start', async t => {
    const api = await filled(database)
    await api.call('PUT', at('seekers', 'odd'), { json: { ...SEEKER, id: 'odd' } })
    await sql`update seekers set record = jsonb_set(record, '{units,0,unit}', '"GONE.1"') where id = 'odd'`.execute(database.db)
    const cold = await startFromRows(database)
    t.equal(cold.unusable, 1)
    await cold.saveSnapshot()
    const warm = await start(database)
    t.equal(warm.registry.startedFrom, 'snapshot')
    t.equal(warm.registry.unusable, 1)
    t.ok(warm.registry.has('seekers', 'odd'))
    await api.close()
  })

  await t.test('leaves the saved index of a later writer alone', async t => {
    const api = await filled(database)
    const later = await start(database)
    await later.registry.saveSnapshot()
    const kept = await saved.read()
    await api.registry.saveSnapshot()
    t.ok(kept.equals(await saved.read()))
    t.equal((await start(database)).registry.startedFrom, 'snapshot')
    await api.close()
  })
}

/** Rankings both ways, as text. */
export function rankingsOf ({ matcher }: Registry): string {
  const options = { limit: 30, asOf: '2026-11-20' }
  return JSON.stringify([
    ...[...matcher.vacancies.ids()].sort().slice(0, 60).map(id => [id, matcher.rankSeekers(id, options).results]),
    ...[...matcher.seekers.ids()].sort().slice(0, 60).map(id => [id, matcher.rankVacancies(id, options).results]),
  ])
}

export async function start (database: Database, reference: Taxonomy = taxonomy): Promise<{ registry: Registry, reasons: string[] }> {
  const reasons: string[] = []
  const registry = new Registry({ database, taxonomy: reference, onColdStart: reason => reasons.push(reason) })
  await registry.load()
  return { registry, reasons }
}

export async function startFromRows (database: Database, reference?: Taxonomy): Promise<Registry> {
  await sql`delete from markers where name = 'snapshot'`.execute(database.db)
  const { registry } = await start(database, reference)
  if (registry.startedFrom !== 'rows') throw new Error('The start was not from the rows.')
  return registry
}

async function filled (database: Database): Promise<Api> {
  const api = await Api.overEmpty(database)
  const { seekers, vacancies } = demoRecords(300, 60)
  await api.call('POST', '/v1/seekers/import', { raw: ndjson(seekers), headers: NDJSON })
  await api.call('POST', '/v1/vacancies/import', { raw: ndjson(vacancies), headers: NDJSON })
  return api
}

async function refused (t: Test, database: Database, reason: RegExp): Promise<void> {
  const { registry, reasons } = await start(database)
  t.equal(registry.startedFrom, 'rows')
  t.match(reasons, [reason])
  t.equal(rankingsOf(registry), rankingsOf(await startFromRows(database)))
}

/** Ids stand in a snapshot one after another, a byte a letter where those of a segment allow it, else in UTF-16. */
function holds (bytes: Buffer, id: string): boolean {
  return bytes.includes(Buffer.from(id, 'latin1')) || bytes.includes(Buffer.from(id, 'utf16le'))
}
