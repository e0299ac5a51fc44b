import type { Taxonomy } from '@padan/taxonomy'
import { planOf } from '../model/plan.ts'
import type { Profile } from '../model/profile.ts'
import { isFailure, openCode } from '../model/rules.ts'
import type { VacancyFacts } from '../records/facts.ts'

/** Bits of a row's hard rules. */
export const MUST = 1
export const CERTIFICATE = 2

/**
 * Vacancies side by side, and what they ask in units turned round, so that a unit finds at once what it would change:
 *
 *   a held unit --links--> the asked units it answers --rows--> the vacancies that ask them
 *
 * The units asked are numbered from 0; a row is one unit of one vacancy.
 */
export interface AskedMarket {
  readonly vacancies: readonly VacancyFacts[]
  /** The taxonomy's index of each asked unit. */
  readonly units: Int32Array
  /** Rows of asked unit n stand from rowStart[n] up to rowStart[n + 1]. */
  readonly rowStart: Uint32Array
  readonly rowVacancy: Uint32Array
  /** Basis points. */
  readonly rowWeight: Uint16Array
  readonly rowRules: Uint8Array
  /** Links of unit u of the taxonomy stand from linkStart[u] up to linkStart[u + 1]; the first of an asked unit's own links is to itself. */
  readonly linkStart: Uint32Array
  readonly linkAsked: Uint32Array
  readonly linkPerMille: Uint16Array
}

/** Lays out the vacancies that are not known to be closed on the day. O(rows + units asked x relatives). */
export function askedMarket (taxonomy: Taxonomy, all: Iterable<VacancyFacts>, profile: Profile, asOf: number): AskedMarket {
  const vacancies: VacancyFacts[] = []
  for (const vacancy of all) if (!isFailure(openCode(vacancy, asOf))) vacancies.push(vacancy)
  const numbers = new Int32Array(taxonomy.units.size).fill(-1)
  const units: number[] = []
  const numRows: number[] = []
  for (const { units: required } of vacancies) {
    if (!Array.isArray(required)) continue
    for (const { unit } of required) {
      if (numbers[unit] < 0) {
        numbers[unit] = units.length
        units.push(unit)
        numRows.push(0)
      }
      numRows[numbers[unit]]++
    }
  }
  return { vacancies, units: Int32Array.from(units), ...rowsOf(vacancies, profile, numbers, numRows), ...linksOf(taxonomy, units) }
}

type Rows = Pick<AskedMarket, 'rowStart' | 'rowVacancy' | 'rowWeight' | 'rowRules'>

function rowsOf (vacancies: readonly VacancyFacts[], profile: Profile, numbers: Int32Array, numRows: readonly number[]): Rows {
  const rowStart = startsOf(numRows)
  const total = rowStart[numRows.length]
  const rows = { rowStart, rowVacancy: new Uint32Array(total), rowWeight: new Uint16Array(total), rowRules: new Uint8Array(total) }
  const at = rowStart.slice()
  vacancies.forEach((vacancy, number) => {
    if (!Array.isArray(vacancy.units)) return
    const { unitWeights } = planOf(vacancy, profile)
    vacancy.units.forEach(({ unit, must, certificate }, position) => {
      const row = at[numbers[unit]]++
      rows.rowVacancy[row] = number
      // Without a share for units there are no weights, but their rules still stand.
      rows.rowWeight[row] = unitWeights[position] ?? 0
      rows.rowRules[row] = (must ? MUST : 0) | (certificate ? CERTIFICATE : 0)
    })
  })
  return rows
}

function linksOf (taxonomy: Taxonomy, units: readonly number[]): Pick<AskedMarket, 'linkStart' | 'linkAsked' | 'linkPerMille'> {
  const numLinks = new Array<number>(taxonomy.units.size).fill(0)
  for (const unit of units) {
    numLinks[unit]++
    for (const { held } of taxonomy.units.relatives(unit)) numLinks[held]++
  }
  const linkStart = startsOf(numLinks)
  const total = linkStart[numLinks.length]
  const linkAsked = new Uint32Array(total)
  const linkPerMille = new Uint16Array(total)
  const at = linkStart.slice()
  const link = (held: number, asked: number, perMille: number): void => {
    linkAsked[at[held]] = asked
    linkPerMille[at[held]++] = perMille
  }
  units.forEach((unit, asked) => link(unit, asked, 1000))
  units.forEach((unit, asked) => {
    for (const { held, perMille } of taxonomy.units.relatives(unit)) link(held, asked, perMille)
  })
  return { linkStart, linkAsked, linkPerMille }
}

function startsOf (counts: readonly number[]): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i] + counts[i]
  return starts
}
