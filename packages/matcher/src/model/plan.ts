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

/** What one word, one byte or one nibble of the engine holds. */
const MOST_ACCOMMODATIONS = 31
const HIGHEST_RANK = 13
const MOST_CODES = 0x10000

/** Throws RangeError for a taxonomy that is larger than the engine's words. */
export function groundOf (taxonomy: Taxonomy): Ground {
  const { accommodations, levels, units, occupations } = taxonomy
  if (accommodations.size > MOST_ACCOMMODATIONS) throw new RangeError(`The taxonomy has ${accommodations.size} accommodations; the engine can tell ${MOST_ACCOMMODATIONS} apart.`)
  if (units.size > MOST_CODES || occupations.size > MOST_CODES) throw new RangeError(`The taxonomy has ${units.size} units and ${occupations.size} occupations; the engine can tell ${MOST_CODES} of each apart.`)
  for (let level = 0; level < levels.size; level++) {
    const { code, rank } = levels.at(level)
    if (!Number.isInteger(rank) || rank < 0 || rank > HIGHEST_RANK) throw new RangeError(`Level '${code}' has the rank ${rank}; expected a whole number from 0 to ${HIGHEST_RANK}.`)
  }
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

/** The one of a unit's relatives that is `held`. A plain loop: with `find` it was the third part of an explanation. O(relatives). */
export function relativeIn (relatives: readonly Relative[], held: number): Relative | undefined {
  for (let at = 0; at < relatives.length; at++) if (relatives[at].held === held) return relatives[at]
  return undefined
}
