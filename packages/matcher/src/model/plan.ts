import type { Relative, Taxonomy } from '@padan/taxonomy'
import type { VacancyFacts } from '../records/facts.ts'
import type { Profile } from './profile.ts'
import { splitByLargestRemainder } from './weights.ts'

/** What every ledger of one taxonomy needs: the taxonomy, and the ladder of levels as an array. */
export interface Ground {
  readonly taxonomy: Taxonomy
  /** Height of each level; a difference of one is a step. */
  readonly levelRanks: Int8Array
}

/** A vacancy made ready to be scored against many seekers. */
export interface VacancyPlan {
  readonly vacancy: VacancyFacts
  readonly profile: Profile
  /** Basis points of the unit rows; one row when the vacancy lists no units, none when units have no share. */
  readonly unitWeights: readonly number[]
}

export function groundOf (taxonomy: Taxonomy): Ground {
  return { taxonomy, levelRanks: Int8Array.from({ length: taxonomy.levels.size }, (_, index) => taxonomy.levels.at(index).rank) }
}

export function planOf (vacancy: VacancyFacts, profile: Profile): VacancyPlan {
  return { vacancy, profile, unitWeights: unitWeightsOf(vacancy, profile.shares.unit) }
}

function unitWeightsOf (vacancy: VacancyFacts, share: number): number[] {
  if (share === 0) return []
  if (vacancy.units === null || vacancy.units === 'any') return [share]
  return splitByLargestRemainder(share, vacancy.units.map(unit => unit.importance))
}

/** How `held` answers `wanted`: 1000 for the same unit, else the taxonomy's relation; undefined when there is none. O(relatives). */
export function relationOf (taxonomy: Taxonomy, wanted: number, held: number): Relative | 'same' | undefined {
  return wanted === held ? 'same' : taxonomy.units.relatives(wanted).find(relative => relative.held === held)
}
