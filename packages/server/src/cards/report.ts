import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../errors/problem.ts'
import { REPORT_MONTHS } from '../forms/ak-1.ts'
import { addDays, addMonths } from '../people/days.ts'
import type { Desk } from '../people/desk.ts'
import { addEvent } from '../people/person-events.ts'
import { latestCard, reportsOf, type Card, type Report } from './card-rows.ts'

/** A report may come this many days before it is due. */
const EARLY_DAYS = 30

/** The reports of a card: what was told, what was missed, what is to come. */
export function reportPlan (card: Pick<Card, 'issuedOn'>, told: readonly Report[]): Array<{ number: number, dueOn: string, reportedOn: string | null, missed: boolean }> {
  return REPORT_MONTHS.map((months, index) => {
    const found = told.find(({ number }) => number === index + 1)
    return { number: index + 1, dueOn: addMonths(card.issuedOn, months), reportedOn: found?.reportedOn ?? null, missed: found !== undefined && found.reportedOn === null }
  })
}

/**
 * Records that a holder has reported (still looking for work), for the first report that is open, from 30 days before it is due. Throws Problem
 * `wrong-state` when there is no valid card or nothing is due.
 */
export async function recordReport (desk: Desk, personId: string): Promise<{ card: string, number: number }> {
  const { transaction, today, by } = desk
  const card = await latestCard(transaction, personId)
  if (card?.state !== 'valid') throw new Problem('wrong-state', { detail: 'There is no valid card to report for.', detailId: 'Tidak ada kartu yang berlaku untuk dilaporkan.' })
  const open = reportPlan(card, await reportsOf(transaction, card.id)).find(({ reportedOn, missed }) => reportedOn === null && !missed)
  if (open === undefined || today < addDays(open.dueOn, -EARLY_DAYS)) {
    const next = open === undefined ? '' : ` The next one is due on ${open.dueOn}, and taken from ${EARLY_DAYS} days before.`
    const nextId = open === undefined ? '' : ` Laporan berikutnya jatuh tempo ${open.dueOn}, diterima sejak ${EARLY_DAYS} hari sebelumnya.`
    throw new Problem('wrong-state', { detail: `No report is due.${next}`, detailId: `Belum ada laporan yang jatuh tempo.${nextId}` })
  }
  await putReport(desk, card.id, open.number, open.dueOn, today, by)
  await addEvent(desk, { personId, kind: 'reported', detail: { card: card.id, report: open.number } })
  return { card: card.id, number: open.number }
}

export async function putReport ({ transaction }: Desk, cardId: string, number: number, dueOn: string, reportedOn: string | null, by: string): Promise<void> {
  await transaction.insertInto('card_reports').values({ card_id: cardId, number, due_on: dueOn, reported_on: reportedOn, by }).execute()
}

export interface DueReport {
  card: string
  person: string
  cardNumber: string
  number: number
  dueOn: string
}

/** Reports due up to a day that have neither come nor been missed, the oldest first. O(valid cards). */
export async function dueReports (db: Kysely<Tables>, until: string, limit: number): Promise<DueReport[]> {
  const { rows } = await sql<DueReport>`
    select c.id as card, c.person_id as person, c.number as "cardNumber", plan.number, to_char(plan.due_on, 'YYYY-MM-DD') as "dueOn"
    from cards c
    cross join lateral (values ${sql.join(REPORT_MONTHS.map((months, index) => sql`(${sql.lit(index + 1)}, (c.issued_on + ${sql.lit(months)} * interval '1 month')::date)`))}) as plan (number, due_on)
    left join card_reports r on r.card_id = c.id and r.number = plan.number
    where c.state = 'valid' and r.card_id is null and plan.due_on <= ${until}::date
    order by plan.due_on, c.id, plan.number limit ${limit}`.execute(db)
  return rows
}
