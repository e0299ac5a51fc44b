import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Desk } from '../people/desk.ts'
import { bookingDay } from '../people/person-events.ts'
import type { StoredPosting } from './posting-rows.ts'

/** Seats for men, for women, and for either. */
export interface Headcounts {
  male: number
  female: number
  either: number
}

const KINDS_OF_SEATS = ['male', 'female', 'either'] as const
const NONE: Headcounts = { male: 0, female: 0, either: 0 }

/**
 * Brings the stock of vacancies into line with a posting after whatever changed it: its open seats are registered when it is published, and removed
 * when it is offered no more. Training and practice are no vacancies.
 */
export async function countOffered (desk: Desk, { id, state, filled: numFilled, record: { scheme, headcounts, seats } }: StoredPosting): Promise<void> {
  const { stock, filled } = await countedOf(desk.transaction, id)
  const offered = state === 'published' && scheme === 'job' ? headcounts ?? { ...NONE, either: seats } : NONE
  const open = atMost(seats - numFilled, mapped(kind => Math.max(0, offered[kind] - filled[kind])))
  await note(desk, id, 'registered', mapped(kind => Math.max(0, open[kind] - stock[kind])))
  await note(desk, id, 'removed', mapped(kind => Math.max(0, stock[kind] - open[kind])))
}

/** Never more than are open in all: hires of a time before seats were counted, and of a sex that no seat was left for, take seats for either first. */
function atMost (most: number, { male, female, either }: Headcounts): Headcounts {
  const open = { ...NONE }
  let left = most
  for (const [kind, count] of [['male', male], ['female', female], ['either', either]] as const) {
    open[kind] = Math.min(count, left)
    left -= open[kind]
  }
  return open
}

/** Counts a hire out of the stock: a seat for the person's own sex, else one for either, else whichever there is. */
export async function countFilled (desk: Desk, postingId: string, sex: 'male' | 'female' | undefined): Promise<void> {
  const { stock } = await countedOf(desk.transaction, postingId)
  const taken = [...(sex === undefined ? [] : [sex]), 'either' as const, ...KINDS_OF_SEATS].find(kind => stock[kind] > 0)
  if (taken !== undefined) await note(desk, postingId, 'filled', { ...NONE, [taken]: 1 })
}

async function note ({ transaction, today }: Desk, postingId: string, kind: 'registered' | 'filled' | 'removed', { male, female, either }: Headcounts): Promise<void> {
  if (male + female + either === 0) return
  await transaction.insertInto('posting_counts').values({ posting_id: postingId, kind, booked_on: await bookingDay(transaction, today), male, female, either }).execute()
}

async function countedOf (db: Kysely<Tables>, postingId: string): Promise<{ stock: Headcounts, filled: Headcounts }> {
  const rows = await db.selectFrom('posting_counts').select(['kind', 'male', 'female', 'either']).where('posting_id', '=', postingId).execute()
  const sum = (kind: typeof KINDS_OF_SEATS[number], which: string): number => rows.reduce((total, row) => row.kind === which ? total + row[kind] : total, 0)
  return { stock: mapped(kind => sum(kind, 'registered') - sum(kind, 'filled') - sum(kind, 'removed')), filled: mapped(kind => sum(kind, 'filled')) }
}

function mapped (value: (kind: typeof KINDS_OF_SEATS[number]) => number): Headcounts {
  return { male: value('male'), female: value('female'), either: value('either') }
}

/** The rows of part II of table IPK III/1, as counts of one column. */
export interface VacancyCell {
  /** 1: not filled at the end of last month. */
  before: number
  /** 2 to 4: of this month. */
  registered: number
  filled: number
  removed: number
  /** 5: not filled at the end of this month. */
  after: number
}
export type VacancyStock = Record<typeof KINDS_OF_SEATS[number] | 'total', VacancyCell>

/** The stock of vacancies in a month (`YYYY-MM`), from what was counted alone. */
export async function vacancyStock (db: Kysely<Tables>, month: string): Promise<VacancyStock> {
  const [year, number] = month.split('-').map(Number)
  const from = `${month}-01`
  const to = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
  const { rows } = await sql<Headcounts & { kind: keyof VacancyCell, now: boolean }>`
    select kind, booked_on >= ${from}::date as now, sum(male)::int as male, sum(female)::int as female, sum(either)::int as either
    from posting_counts where booked_on < ${to}::date group by 1, 2`.execute(db)
  const column = (seats: readonly (typeof KINDS_OF_SEATS[number])[]): VacancyCell => {
    const sum = (kind: string, now: boolean): number => rows.filter(row => row.kind === kind && row.now === now).reduce((total, row) => total + seats.reduce((all, seat) => all + row[seat], 0), 0)
    const before = sum('registered', false) - sum('filled', false) - sum('removed', false)
    const [registered, filled, removed] = ['registered', 'filled', 'removed'].map(kind => sum(kind, true))
    return { before, registered, filled, removed, after: before + registered - filled - removed }
  }
  return { male: column(['male']), female: column(['female']), either: column(['either']), total: column(KINDS_OF_SEATS) }
}
