import fc from 'fast-check'
import type { Market } from '@padan/matcher/placement'

export interface ScoredPair {
  seeker: number
  vacancy: number
  score: number
  seekerRank: number
  vacancyRank: number
}

/** A market as a list of pairs, and which sides have ranks. */
export interface ScoredTable {
  seekers: string[]
  vacancies: string[]
  seats: number[]
  pairs: ScoredPair[]
  ranked: { seekers: boolean, vacancies: boolean }
}

export function scoredMarket ({ seekers, vacancies, seats, pairs, ranked }: ScoredTable): Market {
  const sorted = [...pairs].sort((one, other) => one.seeker - other.seeker || one.vacancy - other.vacancy)
  return {
    seekers,
    vacancies,
    seats: Uint32Array.from(seats),
    start: Uint32Array.from({ length: seekers.length + 1 }, (_, seeker) => sorted.filter(pair => pair.seeker < seeker).length),
    vacancy: Uint32Array.from(sorted, pair => pair.vacancy),
    score: Int32Array.from(sorted, pair => pair.score),
    seekerRank: ranked.seekers ? Uint32Array.from(sorted, pair => pair.seekerRank) : null,
    vacancyRank: ranked.vacancies ? Uint32Array.from(sorted, pair => pair.vacancyRank) : null,
  }
}

/** Small markets with empty sides, vacancies without seats, few different scores, ids in any order. */
export function scoredTables (mostSeekers: number, mostVacancies: number, scores: fc.Arbitrary<number> = fc.integer({ min: -3, max: 6 })): fc.Arbitrary<ScoredTable> {
  const ids = (letter: string, most: number): fc.Arbitrary<string[]> => fc.nat({ max: most }).chain(length => fc.shuffledSubarray(Array.from({ length }, (_, at) => `${letter}${at}`), { minLength: length, maxLength: length }))
  return fc.tuple(ids('s', mostSeekers), ids('v', mostVacancies)).chain(([seekers, vacancies]) => fc.record({
    seekers: fc.constant(seekers),
    vacancies: fc.constant(vacancies),
    seats: fc.array(fc.nat({ max: 3 }), { minLength: vacancies.length, maxLength: vacancies.length }),
    pairs: fc.subarray(seekers.flatMap((_, seeker) => vacancies.map((_, vacancy) => ({ seeker, vacancy })))).chain(pairs => fc.tuple(...pairs.map(pair => fc.record({
      seeker: fc.constant(pair.seeker),
      vacancy: fc.constant(pair.vacancy),
      score: scores,
      seekerRank: fc.nat({ max: 3 }),
      vacancyRank: fc.nat({ max: 3 }),
    })))),
    ranked: fc.record({ seekers: fc.boolean(), vacancies: fc.boolean() }),
  }))
}
