import fc from 'fast-check'
import type { Market } from '@padan/matcher/placement'

/** One row of a market: who, where, and what each thinks of the other. */
export interface Row {
  seeker: number
  vacancy: number
  seekerRank: number
  vacancyRank: number
}

export interface Table {
  seekers: readonly string[]
  vacancies: readonly string[]
  seats: readonly number[]
  rows: readonly Row[]
  /** Which sides have preferences. */
  sides: { seekers: boolean, vacancies: boolean }
}

export function marketOf ({ seekers, vacancies, seats, rows, sides }: Table): Market {
  const sorted = [...rows].sort((a, b) => a.seeker - b.seeker || a.vacancy - b.vacancy)
  const start = new Uint32Array(seekers.length + 1)
  for (const { seeker } of sorted) start.fill(start[seeker + 1]! + 1, seeker + 1)
  return {
    seekers,
    vacancies,
    seats: Uint32Array.from(seats),
    start,
    vacancy: Uint32Array.from(sorted, row => row.vacancy),
    score: null,
    seekerRank: sides.seekers ? Uint32Array.from(sorted, row => row.seekerRank) : null,
    vacancyRank: sides.vacancies ? Uint32Array.from(sorted, row => row.vacancyRank) : null,
  }
}

export interface Sizes {
  seekers: number
  vacancies: number
  seats: number
  /** Ranks are 0 to this, so that small ones make ties. */
  ranks?: number
}

/** Small markets of every kind: empty sides, missing pairs, ties, a side without preferences, ids in an order that is not theirs. */
export function tables ({ seekers, vacancies, seats, ranks = 3 }: Sizes): fc.Arbitrary<Table> {
  const rank = fc.nat({ max: ranks })
  return fc.record({
    seekers: fc.nat({ max: seekers }).chain(length => ids('s', length)),
    vacancies: fc.nat({ max: vacancies }).chain(length => ids('v', length)),
  }).chain(side => fc.record({
    seekers: fc.constant(side.seekers),
    vacancies: fc.constant(side.vacancies),
    seats: fc.array(fc.nat({ max: seats }), { minLength: side.vacancies.length, maxLength: side.vacancies.length }),
    rows: fc.subarray(side.seekers.flatMap((_, seeker) => side.vacancies.map((_, vacancy) => ({ seeker, vacancy })))).chain(pairs =>
      fc.tuple(...pairs.map(pair => fc.record({ seeker: fc.constant(pair.seeker), vacancy: fc.constant(pair.vacancy), seekerRank: rank, vacancyRank: rank })))),
    sides: fc.record({ seekers: fc.boolean().map(x => x || side.seekers.length > 2), vacancies: fc.boolean().map(x => x || side.vacancies.length > 2) }),
  }))
}

/** Full lists, strict and often opposed, and few seats: markets of which many have several stable placements. */
export function fullTables (seekers: number, vacancies: number): fc.Arbitrary<Table> {
  const order = (length: number): fc.Arbitrary<number[]> => fc.shuffledSubarray(Array.from({ length }, (_, at) => at), { minLength: length })
  return fc.record({
    ofSeekers: fc.array(order(vacancies), { minLength: seekers, maxLength: seekers }),
    ofVacancies: fc.array(order(seekers), { minLength: vacancies, maxLength: vacancies }),
    seats: fc.array(fc.constantFrom(1, 1, 1, 2), { minLength: vacancies, maxLength: vacancies }),
  }).map(({ ofSeekers, ofVacancies, seats }) => ({
    seekers: ofSeekers.map((_, at) => `s${at}`),
    vacancies: ofVacancies.map((_, at) => `v${at}`),
    seats,
    rows: ofSeekers.flatMap((ranks, seeker) => ranks.map((seekerRank, vacancy) => ({ seeker, vacancy, seekerRank, vacancyRank: ofVacancies[vacancy]![seeker]! }))),
    sides: { seekers: true, vacancies: true },
  }))
}

function ids (letter: string, length: number): fc.Arbitrary<string[]> {
  return fc.shuffledSubarray(Array.from({ length }, (_, at) => `${letter}${at}`), { minLength: length, maxLength: length })
}
