import type { Question } from './question.ts'
import type { CreditTable } from './ranking-sql.ts'

/** The units of a question, turned round: for each held unit, the relatedness it brings to each asked one. */
export interface AskedUnits {
  unit: number[]
  /** By asked unit, then by held unit as in `unit`. */
  perMille: number[][]
}

export function askedUnits ({ units, links }: Question): AskedUnits {
  const numAsked = Array.isArray(units) ? units.length : 0
  const unit = [...new Set(links.map(({ held }) => held))]
  const placeOf = new Map(unit.map((held, place) => [held, place]))
  const perMille = Array.from({ length: numAsked }, () => unit.map(() => 0))
  for (const link of links) perMille[link.row][placeOf.get(link.held)!] = link.perMille
  return { unit, perMille }
}

export interface SingleValue {
  name: string
  kind: 'integer' | 'bigint' | 'double'
  value: number
}

/** What a ranking query calls by `Dialect.value`, each in its place, also what this question's query does not call. */
export function singleValues (question: Question): SingleValue[] {
  const { units, askedRank, leastRank, provides, months, offer, asOf, spot } = question
  const integer = (name: string, value: number): SingleValue => ({ name, kind: 'integer', value })
  const double = (name: string, value: number): SingleValue => ({ name, kind: 'double', value })
  return [
    double('x', spot?.x ?? 0),
    double('y', spot?.y ?? 0),
    double('z', spot?.z ?? 0),
    integer('as_of', asOf),
    integer('asked_rank', askedRank),
    integer('least_rank', leastRank),
    integer('lacking', ~provides),
    integer('months', months),
    { name: 'offer', kind: 'bigint', value: offer },
    ...(Array.isArray(units) ? units : []).map(({ weight }, row) => integer(`weight${row}`, weight)),
  ]
}

/** Every table of credits that a ranking query may look into. */
export const CREDIT_TABLES: readonly CreditTable[] = ['fields', 'occupations', 'sectors', 'work', 'jobs']
