import type { FairFacts } from './fair-facts.ts'
import type { Visits } from './visits.ts'

/** What serving somebody is worth beside scores, so that one sum orders the aims: access, then the residents' reserve, then scores. */
export interface Weights {
  readonly person: number
  readonly access: number
  readonly resident: number
}

/**
 * A change of plan that takes one step at most on each count visits each booth once, so its scores change by less than twice the booths times
 * the greatest score. Each weight is above what all lower ones can bring together. Throws RangeError where sums could leave the exact whole numbers.
 */
export function weightsOf ({ numBooths, numPeople }: FairFacts, { score }: Visits): Weights {
  let most = 0
  for (let visit = 0; visit < score.length; visit++) most = Math.max(most, Math.abs(score[visit]))
  const unit = 2 * (numBooths + 1) * most + 1
  const span = 32 * unit * Math.max(1, numPeople)
  if (span > Number.MAX_SAFE_INTEGER) throw new RangeError(`Scores up to ${most} for ${numPeople} people and ${numBooths} booths cannot be added exactly; divide the scores by ${Math.ceil(span / Number.MAX_SAFE_INTEGER) + 1} or more.`)
  return { person: 10 * unit, access: 3 * unit, resident: unit }
}
