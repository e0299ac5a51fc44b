import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { AGE_GROUPS, type AgeGroup } from './person-events.ts'

/** The rows of part I of table IPK III/1, as counts of one cell. */
export interface StockCell {
  /** 1: not placed at the end of last month. */
  before: number
  /** 2: registered this month, those who came back among them. */
  registered: number
  /** 3: placed this month. */
  placed: number
  /** 4: removed this month. */
  removed: number
  /** 5: not placed at the end of this month. */
  after: number
}

export interface PeopleStock {
  month: string
  /** Five age groups, each male and female. */
  cells: Array<StockCell & { ageGroup: AgeGroup, sex: 'male' | 'female' }>
  total: StockCell
}

/** The stock of seekers in a month (`YYYY-MM`), from the events alone. O(events that count, up to that month). */
export async function peopleStock (db: Kysely<Tables>, month: string): Promise<PeopleStock> {
  const [year, number] = month.split('-').map(Number)
  const from = `${month}-01`
  const to = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
  const { rows } = await sql<{ sex: string, age_group: string, before: number, registered: number, placed: number, removed: number, after: number }>`
    select sex, age_group,
      coalesce(sum(flow) filter (where booked_on < ${from}::date), 0)::int as before,
      count(*) filter (where booked_on >= ${from}::date and flow = 1)::int as registered,
      count(*) filter (where booked_on >= ${from}::date and kind = 'placed')::int as placed,
      count(*) filter (where booked_on >= ${from}::date and kind = 'removed')::int as removed,
      coalesce(sum(flow), 0)::int as after
    from person_events where flow <> 0 and booked_on < ${to}::date group by sex, age_group`.execute(db)
  const cells = AGE_GROUPS.flatMap(ageGroup => (['male', 'female'] as const).map(sex => {
    const { before = 0, registered = 0, placed = 0, removed = 0, after = 0 } = rows.find(row => row.sex === sex && row.age_group === ageGroup) ?? {}
    return { ageGroup, sex, before, registered, placed, removed, after }
  }))
  const sum = (row: keyof StockCell): number => cells.reduce((total, cell) => total + cell[row], 0)
  return { month, cells, total: { before: sum('before'), registered: sum('registered'), placed: sum('placed'), removed: sum('removed'), after: sum('after') } }
}
