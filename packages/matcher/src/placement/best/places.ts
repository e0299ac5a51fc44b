import { NOWHERE, type Market } from '../market.ts'
import { NO_PAIR, type AssignmentProblem } from './assignment.ts'
import type { Decided } from './pair-options.ts'

/** Who is where in the end, those who were fixed among them. */
export interface Places {
  readonly vacancyOf: Int32Array
  readonly placed: number
  readonly total: number
}

export function placesOf (market: Market, score: Int32Array, { fixedPair }: Decided, problem: AssignmentProblem, pairOf: Int32Array): Places {
  const vacancyOf = new Int32Array(pairOf.length).fill(NOWHERE)
  let placed = 0
  let total = 0
  for (let seeker = 0; seeker < pairOf.length; seeker++) {
    const isFixed = fixedPair[seeker] !== NO_PAIR
    const pair = isFixed ? fixedPair[seeker] : pairOf[seeker]
    if (pair === NO_PAIR) continue
    vacancyOf[seeker] = (isFixed ? market : problem).vacancy[pair]
    total += (isFixed ? score : problem.score)[pair]
    placed++
  }
  return { vacancyOf, placed, total }
}
