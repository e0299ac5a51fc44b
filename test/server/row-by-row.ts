import type { Database } from '@padan/server'
import { sql } from 'kysely'
import type { Answer, Api } from './api.ts'
import { imported } from './imports.ts'

/** Two sides of a comparison in one database: what one brings in bears its two digits, and no other difference. */
export type Side = '01' | '02'

export interface Told {
  counts: Record<'created' | 'changed' | 'unchanged' | 'rejected', number>
  /** Row, counted from 0, column, code and sentence of each refusal. */
  refused: Array<[row: number, column: string | null, code: string, message: string]>
}

type Headers = Record<string, string>

/** Imports rows in one file. */
export async function atOnce (api: Api, kind: string, header: string, rows: readonly string[], headers: Headers): Promise<Told> {
  const { created, changed, unchanged, rejected, errors } = await imported(api, kind, [header, ...rows].join('\n'), headers, '?mode=valid')
  return { counts: { created, changed, unchanged, rejected }, refused: errors.map(({ row, column, code, message }: Answer['body']) => [row - 2, column, code, message.replace(/\('[a-z]-[a-z2-7]{26}'\)/, '')]) }
}

/** Imports each row as a file of its own. */
export async function rowByRow (api: Api, kind: string, header: string, rows: readonly string[], headers: Headers): Promise<Told> {
  const told: Told = { counts: { created: 0, changed: 0, unchanged: 0, rejected: 0 }, refused: [] }
  for (const [at, row] of rows.entries()) {
    const { counts, refused } = await atOnce(api, kind, header, [row], headers)
    for (const name of ['created', 'changed', 'unchanged', 'rejected'] as const) told.counts[name] += counts[name]
    told.refused.push(...refused.map(([, column, code, message]): Told['refused'][number] => [at, column, code, message]))
  }
  return told
}

/** Everything that the database has of one side, without ids, times, keys, and who did it; in the order of the names. */
export async function contentOf ({ db }: Database, { registry }: Api, side: Side): Promise<unknown> {
  const { vault } = registry
  const [people, events, consents, certificates, cards, keys, ranked, told, audit, deliveries, deletions] = await Promise.all([
    db.selectFrom('people').selectAll().execute(),
    db.selectFrom('person_events').select(['person_id', 'number', 'kind', 'reason', 'flow', 'sex', 'age_group', 'education', 'detail', sql<string>`booked_on::text`.as('on')]).orderBy('number').execute(),
    db.selectFrom('consents').select(['person_id', 'purpose', 'evidence', 'withdrawn_at']).orderBy('purpose').execute(),
    db.selectFrom('certificates').select(['person_id', 'number_hash', 'sealed', 'units', 'revision', sql<string>`issued_on::text`.as('issued'), sql<string>`expires_on::text`.as('expires')]).orderBy('number_hash').execute(),
    db.selectFrom('cards').select(['person_id', 'state', 'state_reason']).orderBy('created_at').execute(),
    db.selectFrom('person_keys').select('person_id').execute(),
    db.selectFrom('seekers').select(['id', 'record']).execute(),
    db.selectFrom('events').select(['revision', 'subject', 'kind']).orderBy('revision').execute(),
    db.selectFrom('audit').select(['subject', 'action']).orderBy('number').execute(),
    db.selectFrom('webhook_deliveries').select('revision').execute(),
    db.selectFrom('deletions').select(['side', 'id']).orderBy('revision').execute(),
  ])
  const sent = new Set(deliveries.map(({ revision }) => revision))
  const aroundOf = (id: string): object => ({
    told: told.filter(({ subject }) => subject === id).map(({ kind, revision }) => [kind, sent.has(revision)]),
    // Whoever goes by the routes has to look people up.
    acts: audit.filter(({ subject, action }) => subject === id && action !== 'person-searched').map(({ action }) => action),
  })
  const own = <Row extends { person_id: string }>(rows: readonly Row[], id: string): object[] => rows.filter(row => row.person_id === id).map(({ person_id: _id, ...row }) => row)
  const whoIs = people.map(({ id, sealed, nik_hash: hash, profile, state, school, account, revision }) => {
    const details = JSON.parse(vault.open(id, sealed)) as { nik?: string, address: string }
    const { id: _id, ...record } = (ranked.find(row => row.id === id)?.record ?? {}) as unknown as Record<string, unknown>
    return {
      details,
      isFoundByNik: hash === (details.nik === undefined ? null : vault.blindIndex('nik', details.nik)),
      profile,
      state,
      school,
      account,
      revision,
      hasKey: keys.some(row => row.person_id === id),
      record,
      isInMemory: registry.has('seekers', id),
      leftRankings: deletions.filter(gone => gone.side === 'seekers' && gone.id === id).length,
      events: own(events, id).map(event => JSON.stringify(event).replace(/"(card|request)":"[^"]*"|"number":"[^"]*"/g, '')),
      consents: own(consents, id),
      cards: own(cards, id),
      certificates: certificates.filter(row => row.person_id === id).map(({ person_id: _id, number_hash: _hash, sealed, ...row }) => ({ ...row, opened: JSON.parse(vault.open(id, sealed)) })),
      ...aroundOf(id),
    }
  }).filter(({ details: { address } }) => address.endsWith(` ${side}`))

  const firms = await db.selectFrom('employers').select(['id', 'state', 'record', 'reason', 'external_id', 'name_key', 'name_words', 'nib', 'phone_key']).where('external_id', 'like', `F${side}-%`).execute()
  const postings = await db.selectFrom('postings').select(['id', 'employer_id', 'state', 'record', 'reason', 'external_id', 'seats', 'filled', sql<string>`closes::text`.as('closes')]).orderBy('external_id').execute()
  const whatIs = firms.map(({ id, ...firm }) => ({
    ...firm,
    ...aroundOf(id),
    postings: postings.filter(({ employer_id: employer }) => employer === id).map(({ id, employer_id: _employer, ...posting }) => ({ ...posting, ...aroundOf(id) })),
  }))
  const plain = (rows: readonly object[]): string[] => rows.map(row => JSON.stringify(row).replaceAll(`3671${side}`, '3671xx').replaceAll(`F${side}-`, 'Fxx-').replaceAll(` ${side}"`, ' xx"')).sort()
  return { people: plain(whoIs).map(text => JSON.parse(text) as unknown), firms: plain(whatIs).map(text => JSON.parse(text) as unknown) }
}
