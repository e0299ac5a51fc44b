import { UNKNOWN } from './codings.ts'
import type { Question } from './question.ts'
import { hasPlace, type CreditTable } from './ranking-sql.ts'

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

/** The query's parameters of one value, those that the question's shape calls for. */
export function singleValues (question: Question): Record<string, number> {
  const { units, askedRank, leastRank, provides, adultsOnly, licences, months, offer, asOf, spot } = question
  const values: Record<string, number> = {}
  if (Array.isArray(units)) units.forEach(({ weight }, row) => { values[`weight${row}`] = weight })
  if (Array.isArray(units) || adultsOnly || licences.length > 0) values.as_of = asOf
  if (hasPlace(question)) Object.assign(values, { x: spot!.x, y: spot!.y, z: spot!.z })
  if (askedRank >= 0) values.asked_rank = askedRank
  if (leastRank !== UNKNOWN) values.least_rank = leastRank
  if (provides !== UNKNOWN) values.lacking = ~provides
  if (months > 0) values.months = months
  if (offer !== UNKNOWN) values.offer = offer
  return values
}

/** The credit tables that the query looks into. */
export function creditTables ({ months }: Question): CreditTable[] {
  return months > 0 ? ['fields', 'occupations', 'sectors', 'work', 'jobs'] : ['fields', 'occupations', 'sectors', 'work']
}
