import type { Ledger, Matcher, RankedPair } from '@padan/matcher'
import { AS_OF, LIMIT, RANK_OPTIONS } from './market.ts'

/**
 * Holds lists against ledgers where writing everybody's would take hours: those of whoever is listed, and of every `stride`th person. What is listed must be
 * what the ledger says, and whoever is not listed must be ineligible or stand behind the last. Returns how many ledgers were written; throws where one differs.
 */
export function spotCheck (index: Matcher, vacancies: readonly string[], stride: number): number {
  let ledgers = 0
  for (const vacancy of vacancies) {
    const { results } = index.rankSeekers(vacancy, RANK_OPTIONS)
    const listed = new Map(results.map(result => [result.id, result]))
    let at = 0
    for (const id of index.seekers.ids()) {
      const result = listed.get(id)
      if (at++ % stride !== 0 && result === undefined) continue
      ledgers++
      const ledger = index.explain(id, vacancy, { asOf: AS_OF })
      const isRight = result === undefined ? standsBehind(ledger, results) : isSame(ledger, result)
      if (!isRight) throw new Error(`The list of '${vacancy}' and the ledger of '${id}' differ: no figure of this run is worth anything.`)
    }
  }
  return ledgers
}

function isSame (ledger: Ledger, { score, potential, fit, appeal }: RankedPair): boolean {
  return ledger.eligible && ledger.score === score && ledger.potential === potential && ledger.fit === fit && ledger.appeal === appeal
}

function standsBehind ({ eligible, score, potential, seekerId }: Ledger, results: readonly RankedPair[]): boolean {
  if (!eligible) return true
  const last = results[LIMIT - 1]
  // A list that is not full holds everybody who is eligible.
  if (last === undefined) return false
  if (score !== last.score) return score < last.score
  if (potential !== last.potential) return potential < last.potential
  return seekerId > last.id
}
