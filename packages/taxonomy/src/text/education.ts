import { checkTaxonomy, checkText } from '../check-arguments.ts'
import type { Taxonomy } from '../types.ts'
import { readSchoolLine } from './readers/education.ts'
import { tokensOf } from './tokens.ts'

export interface EducationDemand {
  /** Index of the lowest level that is enough; -1 when the text names none. */
  level: number
  /** Indexes of the fields of study that are named; `any` when all are welcome; empty when nothing is said. */
  fields: readonly number[] | 'any'
}

const UNKNOWN = -1

/**
 * The schooling a text asks for: `SMA/SMK/STM|Diploma/D1/D2/D3` is SMA, `minimal D3/S1 Akuntansi` is D3 in accounting. A long text is
 * read line by line, and only lines about schooling count. Fields are taken where a line names them by their title. O(length).
 */
export function parseEducation (text: string, taxonomy: Taxonomy): EducationDemand {
  checkText(text, 'parseEducation')
  checkTaxonomy(taxonomy, 'parseEducation')
  const lines = text.split('\n')
  let lowest = UNKNOWN
  let lowestRank: number | undefined
  let any = false
  const fields = new Set<number>()
  for (const line of lines) {
    const said = readSchoolLine(line, tokensOf(line), taxonomy, lines.length === 1, lowestRank)
    if (said.any !== undefined) any = true
    for (const { index } of said.levels) {
      const { rank } = taxonomy.levels.at(index)
      // SMA and SMK stand on one rung: the first named counts, which for `SMA/SMK` is the wider one.
      if (lowestRank === undefined || rank < lowestRank) {
        lowest = index
        lowestRank = rank
      }
    }
    for (const { index } of said.fields) fields.add(index)
  }
  return { level: lowest, fields: any ? 'any' : [...fields] }
}
