import type { RunOptions } from '../market.ts'
import { emptyAssignment, type Assignment, type AssignmentProblem } from './assignment.ts'
import { bid } from './bidding.ts'
import { PathSearch } from './path-search.ts'

/** Seekers searched for between two reports. */
const PART_SIZE = 256

/** A best assignment and the lowest prices that prove it. Progress counts seekers, those without pairs too. */
export function solveAssignment (problem: AssignmentProblem, { onProgress, signal }: RunOptions): Assignment {
  const numSeekers = problem.start.length - 1
  const assignment = emptyAssignment(problem)
  signal?.throwIfAborted()
  const left = bid(problem, assignment)
  const search = new PathSearch(problem, assignment)
  left.forEach((seeker, index) => {
    if (index % PART_SIZE === 0) {
      onProgress?.(numSeekers - left.length + index, numSeekers)
      signal?.throwIfAborted()
    }
    search.add(seeker)
  })
  onProgress?.(numSeekers, numSeekers)
  signal?.throwIfAborted()
  return assignment
}
