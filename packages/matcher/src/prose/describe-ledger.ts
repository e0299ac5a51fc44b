import type { Taxonomy } from '@padan/taxonomy'
import type { Ledger } from '../model/ledger-types.ts'
import type { RecordProblem } from '../records/problem.ts'
import { CRITERION_NAMES, describeRow } from './describe-row.ts'
import { describeRule } from './describe-rule.ts'
import type { Language } from './language.ts'
import { formatScore } from './numbers.ts'

/** A ledger as lines of text: the score, one line a row, one line for each rule that is not simply passed. */
export function describeLedger (ledger: Ledger, language: Language, taxonomy: Taxonomy): string[] {
  const english = language === 'en'
  const total = english
    ? `score ${formatScore(ledger.score, language)}, possible ${formatScore(ledger.potential, language)}`
    : `nilai ${formatScore(ledger.score, language)}, mungkin ${formatScore(ledger.potential, language)}`
  const rows = ledger.rows.map(row => {
    const credit = row.credit === null ? '?' : String(row.credit)
    return `${CRITERION_NAMES[row.criterion][language]} [${row.weight} x ${credit} = ${row.points}]: ${describeRow(row, language, taxonomy)}`
  })
  const rules = ledger.rules.filter(rule => rule.result !== 'pass').map(rule => describeRule(rule, language, taxonomy))
  return [total, ...rows, ...rules]
}

/** What is wrong with a record, as one sentence. */
export function describeProblem (problem: RecordProblem, language: Language): string {
  return language === 'en' ? problem.message : problem.messageId
}
