import { createMatcher, type Matcher, type Seeker, type Vacancy } from '@padan/matcher'
import { demoCountry } from '@padan/matcher/demo'
import type { Taxonomy } from '@padan/taxonomy'
import { RANK_OPTIONS } from './market.ts'

/** A market the other way round: many vacancies, and a few people who ask. */
export interface VacancyMarket {
  readonly taxonomy: Taxonomy
  readonly numVacancies: number
  readonly seekers: readonly Seeker[]
  /** Makes the vacancies, ids ascending; made anew each time. */
  vacancies (): IterableIterator<Vacancy>
}

const BATCH = 50_000

export function makeVacancyMarket (taxonomy: Taxonomy, numVacancies: number, numSeekers: number): VacancyMarket {
  const make = (): ReturnType<typeof demoCountry> => demoCountry(taxonomy, { seekers: numSeekers, vacancies: numVacancies })
  return { taxonomy, numVacancies, seekers: [...make().seekers], vacancies: () => make().vacancies }
}

/** An index with a market's vacancies and those who ask in it, all frozen. */
export function vacancyIndex ({ taxonomy, seekers, vacancies }: VacancyMarket): Matcher {
  const index = createMatcher({ taxonomy })
  index.seekers.put(seekers)
  let batch = []
  for (const vacancy of vacancies()) {
    if (batch.push(vacancy) < BATCH) continue
    index.vacancies.put(batch)
    batch = []
  }
  index.vacancies.put(batch)
  index.rankVacancies({ id: 'anyone' }, RANK_OPTIONS)
  return index
}
