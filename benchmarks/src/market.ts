import type { RankOptions, Seeker, Vacancy } from '@padan/matcher'
import { demoCountry } from '@padan/matcher/demo'
import type { Taxonomy } from '@padan/taxonomy'

/** Every ranking of the benchmark is cut here. */
export const LIMIT = 50
/** The demo's records are made around this day. */
export const AS_OF = '2026-11-20'
export const RANK_OPTIONS: RankOptions = { limit: LIMIT, asOf: AS_OF }

/** A population to rank, the same for everybody who is measured. */
export interface Market {
  readonly taxonomy: Taxonomy
  readonly numSeekers: number
  readonly vacancies: readonly Vacancy[]
  /** Makes the seekers, ids ascending. They are made anew each time, so that nobody's memory holds a second copy. */
  seekers (): IterableIterator<Seeker>
}

/** The country as `demoCountry` makes it: real kecamatan, few people in many trades, many in a few. */
export function makeMarket (taxonomy: Taxonomy, numSeekers: number, numVacancies: number): Market {
  const make = (): ReturnType<typeof demoCountry> => demoCountry(taxonomy, { seekers: numSeekers, vacancies: numVacancies })
  return { taxonomy, numSeekers, vacancies: [...make().vacancies], seekers: () => make().seekers }
}

/** At most so many of a market's seekers, in their order. */
export function firstSeekers (market: Market, count: number): Seeker[] {
  const first: Seeker[] = []
  for (const seeker of market.seekers()) {
    first.push(seeker)
    if (first.length === count) break
  }
  return first
}

/** The questions that are asked: adverts open on the day, apart by whether they give an index something to look up. */
export interface Questions {
  /** They list units and have a place. */
  headline: string[]
  /** They list no units: everybody is a candidate. */
  thin: string[]
}

/** At most `most` questions of each kind. An advert that is closed on the day has no ranking, so it is not asked. */
export function chooseQuestions ({ vacancies }: Market, most: number): Questions {
  const open = vacancies.filter(isOpen)
  const hasPlace = (vacancy: Vacancy): boolean => vacancy.remote !== true && (vacancy.point !== undefined || vacancy.region !== undefined)
  return {
    headline: open.filter(vacancy => Array.isArray(vacancy.units) && hasPlace(vacancy)).slice(0, most).map(({ id }) => id),
    thin: open.filter(vacancy => vacancy.units === undefined).slice(0, most).map(({ id }) => id),
  }
}

/** Days as text compare like days. */
export function isOpen ({ seats, opens, closes }: Vacancy): boolean {
  return seats !== 0 && (opens === undefined || opens <= AS_OF) && (closes === undefined || closes >= AS_OF)
}
