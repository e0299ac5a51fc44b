import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { RECEIPT_DAYS } from './ranking-receipts.ts'

const DAY_MS = 86_400_000

/** One line of the retention schedule. */
export interface Retention {
  table: string
  days: number
  why: string
  whyId: string
  /** Which rows are over at a moment. */
  over: (before: Date) => RawBuilder<unknown>
}

/** What goes by itself, and when. All else stays until somebody is erased; the data map says so table by table. */
export const RETENTION: readonly Retention[] = Object.freeze([
  {
    table: 'ranking_receipts',
    days: RECEIPT_DAYS,
    why: 'Objections to a result can be looked into for as long as a card holds.',
    whyId: 'Keberatan atas hasil dapat ditinjau selama masa berlaku kartu.',
    over: (before: Date) => sql`at < ${before}`,
  },
  {
    table: 'data_requests',
    days: 1825,
    why: 'Proof that the office kept the clocks of the law.',
    whyId: 'Bukti bahwa kantor memenuhi tenggat undang-undang.',
    over: (before: Date) => sql`state <> 'open' and decided_at < ${before}`,
  },
  {
    table: 'consents',
    days: 1825,
    why: 'Proof of what was agreed to, after it was withdrawn.',
    whyId: 'Bukti persetujuan setelah ditarik.',
    over: (before: Date) => sql`withdrawn_at < ${before}`,
  },
])

/** Deletes what is over, or with `dryRun` only counts it. */
export async function sweepRetention (db: Kysely<Tables>, now: Date, dryRun: boolean): Promise<Array<{ table: string, days: number, rows: number }>> {
  const swept = []
  for (const { table, days, over } of RETENTION) {
    const condition = over(new Date(now.getTime() - days * DAY_MS))
    if (dryRun) {
      const { rows: [{ count }] } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)} where ${condition}`.execute(db)
      swept.push({ table, days, rows: count })
    } else {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${condition}`.execute(db)
      swept.push({ table, days, rows: Number(numAffectedRows ?? 0n) })
    }
  }
  return swept
}
