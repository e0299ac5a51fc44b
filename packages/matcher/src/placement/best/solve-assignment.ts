import type { RunOptions } from '../market.ts'
import { emptyAssignment, type Assignment, type AssignmentProblem } from './assignment.ts'
import { bid } from './bidding.ts'
import { isDense, placeDense } from './dense-assignment.ts'
import { lowerPrices } from './least-prices.ts'
import { pairsByVacancy } from './pairs-by-vacancy.ts'
import { PathSearch } from './path-search.ts'
import { ScaledAuction } from './scaled-auction.ts'
import { SeatSearch } from './seat-search.ts'
import { startTight } from './tight-start.ts'

/** Seekers or vacancies searched for between two reports. */
const PART_SIZE = 256
/**
 * Looks at each pair that searching may take. A city's market needs 15 to 30; where everybody wants the same and seats are just enough it would
 * be thousands, and the scaled auction takes the time of about a hundred.
 */
const PATIENCE = 32
/** The first step of the scaled auction as a part of the greatest worth, and how much smaller each step is; measured on skewed markets. */
const FIRST_STEP = 1 / 8
const STEP_RATIO = 10

/** Told how many seekers are dealt with. */
type Report = (done: number) => void

/** A best assignment and the lowest prices that prove it. Progress counts seekers. */
export function solveAssignment (problem: AssignmentProblem, { onProgress, signal }: RunOptions): Assignment {
  const numSeekers = problem.start.length - 1
  const assignment = emptyAssignment(problem)
  const report: Report = done => {
    onProgress?.(done, numSeekers)
    signal?.throwIfAborted()
  }
  signal?.throwIfAborted()
  if (isDense(problem)) {
    const numLeft = placeDense(problem, assignment, numLeft => report(numSeekers - numLeft))
    if (numLeft > 0) placeByScaling(problem, assignment, () => report(numSeekers - numLeft))
  } else {
    const numDone = placeBySearch(problem, assignment, report)
    if (numDone < numSeekers) placeByScaling(problem, assignment, () => report(numDone))
  }
  report(numSeekers)
  return assignment
}

/** Bids, then searches for the rest. Returns how many seekers were dealt with before patience was lost. */
function placeBySearch (problem: AssignmentProblem, assignment: Assignment, report: Report): number {
  const numSeekers = problem.start.length - 1
  const left = bid(problem, assignment)
  const numBefore = numSeekers - left.length
  const search = new PathSearch(problem, assignment)
  for (let index = 0; index < left.length; index++) {
    if (index % PART_SIZE === 0) report(numBefore + index)
    if (search.effort > PATIENCE * problem.vacancy.length) return numBefore + index
    search.add(left[index])
  }
  return numSeekers
}

/** Begins anew with prices that are nearly right, mends what is not, and lowers prices to the lowest. */
function placeByScaling (problem: AssignmentProblem, assignment: Assignment, report: () => void): void {
  const { most, base } = problem
  const pairs = pairsByVacancy(problem)
  const auction = new ScaledAuction(problem, assignment, pairs)
  const { price } = assignment
  for (let at = 0; at < price.length; at++) if (price[at] < Infinity) price[at] = 0
  for (let epsilon = Math.max(1, Math.floor((base + most) * FIRST_STEP)); epsilon >= 1; epsilon = epsilon === 1 ? 0 : Math.max(1, Math.floor(epsilon / STEP_RATIO))) {
    report()
    auction.phase(epsilon)
  }
  const search = new PathSearch(problem, assignment)
  startTight(problem, assignment).forEach((seeker, index) => {
    if (index % PART_SIZE === 0) report()
    search.add(seeker)
  })
  const seats = new SeatSearch(problem, assignment, pairs)
  for (let at = 0; at < price.length; at++) {
    if (at % PART_SIZE === 0) report()
    seats.settle(at)
  }
  lowerPrices(problem, assignment)
}
