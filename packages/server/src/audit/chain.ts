import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { EMPTY_HEAD, hashOf, type AuditHead, type AuditRow } from './entry.ts'

const PAGE_ROWS = 5000

/** What a walk over the whole chain found. */
export interface Verification {
  valid: boolean
  /** Entries that were found good, from the first on. */
  entries: number
  head: AuditHead
  /** The end as it was remembered outside the database, when there was such a memory. */
  anchor: AuditHead | null
  /** What is wrong, and at which entry. */
  problem: { number: number, what: string, whatId: string } | null
}

/** The last entry. */
export async function readHead (db: Kysely<Tables>): Promise<AuditHead> {
  const row = await db.selectFrom('audit').select(['number', 'hash']).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? EMPTY_HEAD : { number: Number(row.number), hash: row.hash }
}

export async function readEntry (db: Kysely<Tables>, number: number): Promise<AuditRow | undefined> {
  return await db.selectFrom('audit').selectAll().where('number', '=', String(number)).executeTakeFirst()
}

/** Up to `limit` entries before a number, the newest first, of those that are asked for. */
export async function entriesBefore (db: Kysely<Tables>, limit: number, before: string | undefined, wanted: Partial<Record<'subject' | 'actor' | 'action', string>>): Promise<AuditRow[]> {
  let query = db.selectFrom('audit').selectAll().orderBy('number', 'desc').limit(limit)
  if (before !== undefined) query = query.where('number', '<', before)
  for (const column of ['subject', 'actor', 'action'] as const) {
    const value = wanted[column]
    if (value !== undefined) query = query.where(column, '=', value.replaceAll('\0', ''))
  }
  return await query.execute()
}

/**
 * Walks the chain from the first entry to the last. A changed row, one taken out, put in or moved breaks it at that place; rows cut off at the end,
 * and a chain that was made anew, show in the anchor. Reads 5000 rows at a time.
 */
export async function verifyChain (db: Kysely<Tables>, anchor?: AuditHead): Promise<Verification> {
  let head = EMPTY_HEAD
  const ended = (problem: Verification['problem']): Verification => ({ valid: problem === null, entries: head.number, head, anchor: anchor ?? null, problem })
  while (true) {
    const rows = await db.selectFrom('audit').selectAll().where('number', '>', String(head.number)).orderBy('number').limit(PAGE_ROWS).execute()
    for (const row of rows) {
      const problem = problemOf(head, row, anchor)
      if (problem !== undefined) return ended(problem)
      head = { number: Number(row.number), hash: row.hash }
    }
    if (rows.length < PAGE_ROWS) break
  }
  if (anchor !== undefined && anchor.number > head.number) {
    return ended({
      number: head.number + 1,
      what: `The end is missing: entry ${anchor.number} was there once, the last is ${head.number}.`,
      whatId: `Bagian akhir hilang: catatan ${anchor.number} pernah ada, yang terakhir kini ${head.number}.`,
    })
  }
  return ended(null)
}

function problemOf (head: AuditHead, row: AuditRow, anchor: AuditHead | undefined): Verification['problem'] | undefined {
  const number = Number(row.number)
  if (number !== head.number + 1) {
    return { number: head.number + 1, what: `Entry ${head.number + 1} is missing.`, whatId: `Catatan ${head.number + 1} hilang.` }
  }
  if (row.previous !== head.hash || hashOf(row) !== row.hash) {
    return { number, what: `Entry ${number} is not as it was written.`, whatId: `Catatan ${number} tidak lagi seperti saat ditulis.` }
  }
  if (anchor?.number === number && anchor.hash !== row.hash) {
    return { number, what: `Entry ${number} is another than the one that was there: the chain was written anew.`, whatId: `Catatan ${number} bukan yang pernah ada: rantai telah ditulis ulang.` }
  }
  return undefined
}
