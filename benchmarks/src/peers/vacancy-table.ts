import type { Vacancy } from '@padan/matcher'
import type { Market } from '../market.ts'

export type VacancyTable = ReadonlyMap<string, Vacancy>

export function byId ({ vacancies }: Market): VacancyTable {
  return new Map(vacancies.map(vacancy => [vacancy.id, vacancy]))
}
