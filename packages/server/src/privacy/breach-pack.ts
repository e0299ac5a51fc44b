import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { momentInWords } from '../people/days.ts'
import { momentInJakarta } from '../time.ts'

const CLOCK_MS = 3 * 24 * 3_600_000

export interface Breach {
  /** From when to when data was open, ISO 8601. */
  from: string
  to: string
  /** When it was found: the law's clock starts (UU PDP Art. 46). */
  foundAt: string
  /** Whose acts are in question; without any, everybody's. */
  actors?: readonly string[]
  /** What happened and what is done about it, for the letters. */
  what: string
  whatId: string
  /** Kinds of data, such as `NIK`, for the letters. */
  fields: readonly string[]
}

export interface BreachPack {
  dueAt: string
  overdue: boolean
  acts: number
  /** Everybody whom an act in the window was about or listed, and those that a ranking showed. */
  people: string[]
  letters: { agency: string, agencyId: string, person: string, personId: string }
}

/** Who was exposed, by the audit trail and the receipts of rankings, and the letters that are due within 3 x 24 hours. */
export async function breachPack (db: Kysely<Tables>, { from, to, foundAt, actors, what, whatId, fields }: Breach, now: Date): Promise<BreachPack> {
  const [begin, end, found] = [new Date(from), new Date(to), new Date(foundAt)]
  const who = actors === undefined ? sql`true` : sql`actor = any(${actors})`
  const window = sql`at >= ${begin.toISOString()} and at <= ${end.toISOString()} and ${who}`
  const { rows: [{ acts }] } = await sql<{ acts: number }>`select count(*)::int as acts from audit where ${window}`.execute(db)
  const { rows } = await sql<{ id: string }>`
    select distinct subject as id from audit where ${window} and subject like 's-%'
    union
    select distinct (regexp_matches(detail, 's-[a-z2-7]{26}', 'g'))[1] from audit where ${window} and detail like '%"people":[%'
    union
    select distinct unnest(seekers) from ranking_receipts where at >= ${begin} and at <= ${end} and ${actors === undefined ? sql`true` : sql`caller = any(${actors})`}
    order by 1`.execute(db)
  const people = rows.map(row => row.id).filter(id => id !== 'erased')
  const dueAt = new Date(found.getTime() + CLOCK_MS)
  const list = fields.join(', ')
  const en = inWords(at => `${momentInJakarta(at)} (UTC+7)`, { begin, end, found, dueAt })
  const id = inWords(momentInWords, { begin, end, found, dueAt })
  return {
    dueAt: dueAt.toISOString(),
    overdue: now > dueAt,
    acts,
    people,
    letters: {
      agency: `Notice of a failure of personal data protection (UU PDP Art. 46)\n\nFound: ${en.found}. Time of exposure: ${en.begin} to ${en.end}.\nPeople affected: ${people.length}. Data: ${list}.\nWhat happened and what is done: ${what}\n\nThis notice is due by ${en.dueAt}.\n`,
      agencyId: `Pemberitahuan kegagalan pelindungan data pribadi (UU PDP Pasal 46)\n\nDiketahui: ${id.found}. Waktu terungkap: ${id.begin} sampai ${id.end}.\nJumlah subjek data: ${people.length}. Data: ${list}.\nKejadian dan penanganan: ${whatId}\n\nBatas waktu pemberitahuan: ${id.dueAt}.\n`,
      person: `Your personal data at this office may have been seen by somebody who had no right to.\n\nWhen: ${en.begin} to ${en.end}. Data: ${list}.\nWhat happened and what is done: ${what}\n\nYou may ask what is held on you, and have it corrected, frozen or erased.\n`,
      personId: `Data pribadi Anda di kantor ini mungkin dilihat pihak yang tidak berhak.\n\nWaktu: ${id.begin} sampai ${id.end}. Data: ${list}.\nKejadian dan penanganan: ${whatId}\n\nAnda berhak menanyakan data yang disimpan tentang Anda, serta meminta perbaikan, pembatasan, atau penghapusan.\n`,
    },
  }
}

function inWords<Name extends string> (words: (at: Date) => string, moments: Readonly<Record<Name, Date>>): Record<Name, string> {
  return Object.fromEntries(Object.entries<Date>(moments).map(([name, at]) => [name, words(at)])) as Record<Name, string>
}
