import type { RunOptions } from '../market.ts'
import { emptyAssignment, type Assignment, type AssignmentProblem } from './assignment.ts'
import { bid } from './bidding.ts'
import { isDense, placeDense } from './dense-assignment.ts'
import { lowerPrices } from './least-prices.ts'
import { PathSearch } from './path-search.ts'

/** Seekers searched for between two reports. */
const PART_SIZE = 256

/** A best assignment and the lowest prices that prove it. Progress counts seekers, those without pairs too. */
export function solveAssignment (problem: AssignmentProblem, options: RunOptions): Assignment {
  const numSeekers = problem.start.length - 1
  const assignment = emptyAssignment(problem)
  options.signal?.throwIfAborted()
  if (isDense(problem)) {
    placeDense(problem, assignment)
    lowerPrices(problem, assignment)
  } else {
    placeSparse(problem, assignment, options)
  }
  options.onProgress?.(numSeekers, numSeekers)
  options.signal?.throwIfAborted()
  return assignment
}

function placeSparse (problem: AssignmentProblem, assignment: Assignment, { onProgress, signal }: RunOptions): void {
  const numSeekers = problem.start.length - 1
  const left = bid(problem, assignment)
  const search = new PathSearch(problem, assignment)
  left.forEach((seeker, index) => {
    if (index % PART_SIZE === 0) {
      onProgress?.(numSeekers - left.length + index, numSeekers)
      signal?.throwIfAborted()
    }
    search.add(seeker)
  })
}
