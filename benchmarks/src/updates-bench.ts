import type { Matcher, Seeker, Vacancy } from '@padan/matcher'
import { firstSeekers, RANK_OPTIONS, type Market } from './market.ts'
import { measure, quantile } from './measure.ts'
import type { Row } from './row.ts'
import { spread } from './spread.ts'

const PUTS_PER_MILLISECOND = 1
const GOAL = 'ratio <= 2'
/** People whose records are replaced, again and again. */
const RECORDS = 20_000
/** How far away the person stands whose record somebody gets. */
const STRIDE = 7919
const CHECKS = 20

/**
 * Questions while 1,000 records a second are put, one by one, in the same thread: before a question come the puts that fell due by the
 * clock, and they are part of its time, as they are for whoever waits. Each put gives one person the record of another. At the end, with updates
 * still coming, somebody made for an advert must stand first in the very next answer, and be gone after the deletion.
 */
export async function updatesBench (index: Matcher, market: Market, asked: readonly string[], budget: number): Promise<Row[]> {
  const bench = `rankSeekers while 1,000 records a second are put, ${market.numSeekers.toLocaleString('en')} seekers`
  const ask = (id: string): number => index.rankSeekers(id, RANK_OPTIONS).results.length
  const timing = { rounds: Infinity, budget }
  const without = await measure(asked, timing, ask)
  const updates = new Updates(index, firstSeekers(market, RECORDS))
  const under = await measure(asked, timing, id => {
    updates.catchUp()
    return ask(id)
  })
  for (const id of asked.slice(0, CHECKS)) {
    updates.catchUp()
    checkVisible(index, market.vacancies.find(vacancy => vacancy.id === id)!)
  }
  return [
    ...spread(without, { bench, case: 'no updates' }),
    ...spread(under, { bench, case: 'updates' }).map(row => row.metric === 'p99' ? { ...row, ratioTo: 'p99 without updates', ratio: row.value / quantile(without, 0.99), goal: GOAL } : row),
  ]
}

/** Puts that fall due by the clock, from the first time somebody asks for them. */
class Updates {
  readonly #index: Matcher
  readonly #records: readonly Seeker[]
  #begin = NaN
  #done = 0

  constructor (index: Matcher, records: readonly Seeker[]) {
    this.#index = index
    this.#records = records
  }

  catchUp (): void {
    const now = performance.now()
    if (Number.isNaN(this.#begin)) this.#begin = now
    const due = Math.floor((now - this.#begin) * PUTS_PER_MILLISECOND)
    const records = this.#records
    for (; this.#done < due; this.#done++) {
      const { id } = records[this.#done % records.length]
      this.#index.seekers.put({ ...records[(this.#done + STRIDE) % records.length], id })
    }
  }
}

function checkVisible (index: Matcher, vacancy: Vacancy): void {
  const newcomer = madeFor(vacancy)
  const isFirst = (): boolean => index.rankSeekers(vacancy.id, RANK_OPTIONS).results[0]?.id === newcomer.id
  index.seekers.put(newcomer)
  if (!isFirst()) throw new Error(`Somebody made for '${vacancy.id}' is put and does not stand first in the next answer: no figure of this run is worth anything.`)
  index.seekers.delete(newcomer.id)
  if (isFirst()) throw new Error(`Somebody made for '${vacancy.id}' is deleted and stands in the next answer: no figure of this run is worth anything.`)
}

/** Earns all that an advert gives, under an id that comes before all others where scores are equal. */
function madeFor ({ units, fields, experience, occupation, region, point, licences }: Vacancy): Seeker {
  return {
    id: '!newcomer',
    units: Array.isArray(units) ? units.map(({ unit }) => ({ unit, evidence: 'certified' })) : [],
    education: [{ level: 'S3', ...Array.isArray(fields) ? { field: fields[0] } : {} }],
    experience: typeof experience === 'object' && occupation !== undefined ? [{ occupation, months: experience.months }] : [],
    wish: { wage: 'any', occupations: 'any', sectors: 'any', jobTypes: 'any', maxHours: 'any' },
    willingToMove: true,
    licences: (licences ?? []).map(licence => ({ licence })),
    adultFrom: '1990-01-01',
    ...region === undefined ? {} : { region },
    ...point === undefined ? {} : { point },
  }
}
