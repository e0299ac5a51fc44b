import { sql } from 'kysely'
import { openReason } from '../audit/sealed-reason.ts'
import { Problem } from '../errors/problem.ts'
import type { Desk } from '../people/desk.ts'
import { requirePerson } from '../people/people-rows.ts'
import { DATA_MAP } from './data-map.ts'
import { requestsOf } from './data-requests.ts'
import { rankingsWith } from './ranking-receipts.ts'

export interface PersonExport {
  at: string
  person: unknown
  /** Rows by table, as they are kept; sealed columns opened. */
  held: Record<string, { what: string, whatId: string, purpose: string, purposeId: string, rows: Array<Record<string, unknown>> }>
  requests: unknown[]
  rankings: unknown[]
  audit: Array<Record<string, unknown>>
}

/** Everything that is held on a person (UU PDP Art. 32): made from the data map, so that no table is forgotten. Throws Problem `record-not-found`. */
export async function exportPerson (desk: Desk, personId: string): Promise<PersonExport> {
  const { transaction, registry: { vault }, now } = desk
  const { details, profile, state, school, createdAt, updatedAt } = await requirePerson(desk, personId)
  const held: PersonExport['held'] = {}
  for (const [table, { person, what, whatId, purpose, purposeId }] of Object.entries(DATA_MAP)) {
    if (person === null || SHOWN_ELSEWHERE.has(table)) continue
    const { rows: there } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(transaction)
    if (!there[0].there) continue
    const { rows } = await sql<{ row: Record<string, unknown> }>`select to_jsonb(t) as row from ${sql.table(table)} t where t.${sql.ref(person)} = ${personId}`.execute(transaction)
    if (rows.length > 0) held[table] = { what, whatId, purpose, purposeId, rows: rows.map(({ row }) => opened(row)) }
  }
  const { rows: audit } = await sql<{ actor: string, subject: string | null, reason: string | null, detail: string | null }>`select at, actor, action, subject, reason, detail from audit
    where subject = ${personId} or (detail like '%"people":[%' and position(${personId} in detail) > 0) order by number`.execute(transaction)
  return {
    at: now.toISOString(),
    person: { id: personId, details, profile, state, school, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() },
    held,
    requests: await requestsOf(transaction, vault, now, personId),
    rankings: await rankingsWith(transaction, personId),
    audit: audit.map(({ subject, reason, detail, ...entry }) => ({ ...entry, reason: openReason(vault, { actor: entry.actor, subject, reason }), detail: typeof detail === 'string' ? withoutOthers(detail) : null })),
  }

  function opened (row: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(row).flatMap(([column, value]) => {
      if (SECRET_COLUMNS.has(column)) return []
      const sealed = (column === 'sealed' || column.endsWith('_sealed')) && typeof value === 'string'
      return [[column.replace(/_?sealed$/, '') || 'content', sealed ? open(value) : value]]
    }))
  }

  function open (sealed: string): string {
    try {
      return vault.open(personId, sealed)
    } catch {
      throw new Problem('internal-error')
    }
  }
}

/** The person itself, the requests: unsealed above. Keys are nobody's to be told. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(['people', 'data_requests', 'person_keys', 'identities', 'accounts'])
const SECRET_COLUMNS: ReadonlySet<string> = new Set(['password', 'wrapped', 'login_hash', 'nik_hash', 'token'])

/** Who else was in a list that somebody read is not told. */
function withoutOthers (detail: string): string {
  return detail.replace(/"people":\[[^\]]*\]/, '"people":[]')
}

/** The same as a page to be read or printed, in Indonesian with English beside it. */
export function exportPage ({ at, person, held, requests, rankings, audit }: PersonExport): string {
  const sections = [
    section('Data diri', 'About you', [person as Record<string, unknown>]),
    ...Object.values(held).map(({ what, whatId, purposeId, rows }) => section(`${whatId} — untuk ${purposeId}`, what, rows)),
    section('Permintaan Anda', 'Your requests', requests as Array<Record<string, unknown>>),
    section('Peringkat yang memuat Anda', 'Rankings that showed you', rankings as Array<Record<string, unknown>>),
    section('Siapa membuka data Anda', 'Who opened your data', audit),
  ]
  return `<!doctype html><html lang="id"><meta charset="utf-8"><title>Data pribadi Anda</title>
<style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:.5rem 0}td{border:1px solid #999;padding:.2rem .5rem;vertical-align:top;overflow-wrap:anywhere}td:first-child{width:12rem}</style>
<h1>Data pribadi Anda</h1><p>Dibuat ${escaped(at)}. Salinan seluruh data yang disimpan tentang Anda (UU PDP Pasal 32).</p>${sections.join('')}</html>`
}

function section (titleId: string, title: string, rows: ReadonlyArray<Record<string, unknown>>): string {
  const tables = rows.map(row => `<table>${Object.entries(row).map(([name, value]) => `<tr><td>${escaped(name)}</td><td>${escaped(typeof value === 'string' ? value : JSON.stringify(value))}</td></tr>`).join('')}</table>`)
  return `<h2>${escaped(titleId)} <small lang="en">(${escaped(title)})</small></h2>${tables.length === 0 ? '<p>Tidak ada. (None.)</p>' : tables.join('')}`
}

function escaped (text: string | undefined): string {
  return String(text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
