import { sql, type RawBuilder } from 'kysely'
import type { Desk } from '../people/desk.ts'
import { erasePeople } from './erase-person.ts'
import type { Keeping } from './keeping.ts'
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

/** Nothing happened to a registration since, and nothing about it is open. */
const quietSince = (before: Date): RawBuilder<unknown> => sql`updated_at < ${before}
  and not exists (select from person_events e where e.person_id = people.id and e.at >= ${before})
  and not exists (select from referrals r where r.person_id = people.id and r.state in ('called', 'referred', 'accepted'))
  and not exists (select from data_requests d where d.person_id = people.id and d.state in ('open', 'under-review'))`

/** What goes by itself, and when. All else stays until somebody is erased; the data map says so table by table. */
export const retentionOf = ({ people, applicants }: Readonly<Keeping>): readonly Retention[] => [
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
    over: (before: Date) => sql`state in ('granted', 'refused') and coalesce(reviewed_at, decided_at) < ${before}`,
  },
  {
    table: 'consents',
    days: 1825,
    why: 'Proof of what was agreed to, after it was withdrawn.',
    whyId: 'Bukti persetujuan setelah ditarik.',
    over: (before: Date) => sql`withdrawn_at < ${before}`,
  },
  {
    table: 'people',
    days: people,
    why: 'So long after the last thing that happened, the office has no task left with somebody who was placed or left the register: erased as on request.',
    whyId: 'Sesudah waktu itu sejak kejadian terakhir, kantor tidak lagi memiliki tugas terhadap orang yang sudah ditempatkan atau dihapuskan: datanya dihapus seperti atas permintaan.',
    over: (before: Date) => sql`state in ('placed', 'removed') and ${quietSince(before)}`,
  },
  {
    table: 'people',
    days: applicants,
    why: 'A registration that was begun and not gone on with for so long has no purpose any more: erased as on request.',
    whyId: 'Pendaftaran yang dimulai dan tidak dilanjutkan selama itu tidak lagi memiliki tujuan: dihapus seperti atas permintaan.',
    over: (before: Date) => sql`state = 'applying' and ${quietSince(before)}`,
  },
]

/** People that one sweep erases at most: other writes wait for it. */
export const MOST_ERASED = 100

export interface Swept {
  table: string
  days: number
  rows: number
}

/**
 * Deletes what is over by a schedule, or with `dryRun` only counts it. Of people at most MOST_ERASED a line of the schedule, each erased as on request, and in the
 * trail by name of `by`.
 */
export async function sweepRetention (desk: Desk, schedule: readonly Retention[], dryRun: boolean, onAccountGone: (account: string) => void): Promise<{ swept: Swept[], apply: () => Promise<void> }> {
  const { transaction, registry, now, by } = desk
  const swept: Swept[] = []
  const people: string[] = []
  for (const { table, days, over } of schedule) {
    const condition = over(new Date(now.getTime() - days * DAY_MS))
    if (dryRun) {
      const { rows: [{ count }] } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)} where ${condition}`.execute(transaction)
      swept.push({ table, days, rows: count })
    } else if (table === 'people') {
      const { rows } = await sql<{ id: string }>`select id from people where ${condition} order by id limit ${MOST_ERASED}`.execute(transaction)
      people.push(...rows.map(({ id }) => id))
      swept.push({ table, days, rows: rows.length })
    } else {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${condition}`.execute(transaction)
      swept.push({ table, days, rows: Number(numAffectedRows ?? 0n) })
    }
  }
  if (people.length === 0) return { swept, apply: async () => {} }
  const apply = await erasePeople(desk, people, onAccountGone)
  for (const id of people) await registry.audit.record(transaction, { actor: by, action: 'erasure-granted', subject: id, reason: 'retention' })
  return { swept, apply }
}
