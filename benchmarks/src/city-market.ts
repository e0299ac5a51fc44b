import { createMatcher, type IndexedMatcher, type Seeker, type Vacancy } from '@padan/matcher'
import { CITY_YEAR, demoCity } from '@padan/matcher/demo'
import type { Taxonomy } from '@padan/taxonomy'

/** A city's year, or a share of it. */
export interface CityMarket {
  readonly taxonomy: Taxonomy
  readonly seekers: readonly Seeker[]
  readonly vacancies: readonly Vacancy[]
}

export function makeCity (taxonomy: Taxonomy, share: number): CityMarket {
  const { seekers, vacancies } = demoCity(taxonomy, { seekers: Math.round(CITY_YEAR.seekers * share), vacancies: Math.round(CITY_YEAR.vacancies * share) })
  return { taxonomy, seekers: [...seekers], vacancies: [...vacancies] }
}

export function cityIndex ({ taxonomy, seekers, vacancies }: CityMarket): IndexedMatcher {
  const index = createMatcher({ taxonomy })
  index.seekers.put(seekers)
  index.vacancies.put(vacancies)
  return index
}
