import { NO_PAIR, type Assignment, type AssignmentProblem } from './assignment.ts'
import { DistanceHeap } from './distance-heap.ts'
import type { PairsByVacancy } from './pairs-by-vacancy.ts'
import { leaveSeat, takeSeat } from './seats.ts'

const NONE = -1

/**
 * The path search seen from a free seat that has a price, which nothing justifies: the price falls until somebody comes or it is 0.
 *
 *     free seat <- somebody placed, who leaves a seat <- ... <- somebody unplaced, or a seat whose price is 0 by then
 *
 * A step's length is what its seeker would give up at present prices. O(pairs reached * log vacancies).
 */
export class SeatSearch {
  readonly #problem: AssignmentProblem
  readonly #assignment: Assignment
  readonly #pairs: PairsByVacancy
  readonly #heap: DistanceHeap
  /** For each vacancy that was reached: the pair by which one of its seekers would go. */
  readonly #pairFrom: Int32Array
  readonly #passed: Int32Array
  #numPassed = 0
  #bound = 0
  #endVacancy = NONE
  /** The pair by which somebody unplaced comes to the path's end, or NO_PAIR. */
  #endPair = NO_PAIR

  constructor (problem: AssignmentProblem, assignment: Assignment, pairs: PairsByVacancy) {
    const numVacancies = problem.slotStart.length - 1
    this.#problem = problem
    this.#assignment = assignment
    this.#pairs = pairs
    this.#heap = new DistanceHeap(numVacancies)
    this.#pairFrom = new Int32Array(numVacancies)
    this.#passed = new Int32Array(numVacancies)
  }

  /** Fills the free seats of a vacancy, or takes away its price. */
  settle (vacancy: number): void {
    const { slotStart } = this.#problem
    const { filled, price } = this.#assignment
    while (price[vacancy] > 0 && filled[vacancy] < slotStart[vacancy + 1] - slotStart[vacancy]) {
      this.#search(vacancy)
      this.#lowerPrices()
      this.#moveAlong(vacancy)
      this.#heap.clear()
    }
  }

  #search (vacancy: number): void {
    const { price } = this.#assignment
    const heap = this.#heap
    this.#numPassed = 0
    this.#bound = price[vacancy]
    this.#endVacancy = vacancy
    this.#endPair = NO_PAIR
    heap.lower(vacancy, 0)
    for (let at = heap.pop(this.#bound); at !== NONE; at = heap.pop(this.#bound)) {
      this.#passed[this.#numPassed++] = at
      this.#reachFrom(at)
    }
  }

  /** Shortens the ways to the vacancies whose seekers would come to this one. */
  #reachFrom (at: number): void {
    const { vacancy, score, base } = this.#problem
    const { pairOf, price } = this.#assignment
    const { start, pair: pairs, seekerOf } = this.#pairs
    const { distance } = this.#heap
    const before = distance[at] + price[at]
    for (let place = start[at], end = start[at + 1]; place < end; place++) {
      const pair = pairs[place]
      const own = pairOf[seekerOf[pair]]
      if (own === pair) continue
      const from = own === NO_PAIR ? NONE : vacancy[own]
      const surplus = own === NO_PAIR ? 0 : base + score[own] - price[from]
      const length = before + surplus - base - score[pair]
      if (length >= this.#bound) continue
      if (from === NONE) {
        this.#bound = length
        this.#endVacancy = at
        this.#endPair = pair
      } else if (length < distance[from]) {
        this.#pairFrom[from] = pair
        this.#heap.lower(from, length)
        if (length + price[from] >= this.#bound) continue
        this.#bound = length + price[from]
        this.#endVacancy = from
        this.#endPair = NO_PAIR
      }
    }
  }

  #lowerPrices (): void {
    const { price } = this.#assignment
    const { distance } = this.#heap
    for (let index = 0; index < this.#numPassed; index++) {
      const at = this.#passed[index]
      if (distance[at] < this.#bound) price[at] -= this.#bound - distance[at]
    }
  }

  /** Everybody on the path moves one on, the one next to the free seat first. */
  #moveAlong (vacancy: number): void {
    const moves: number[] = this.#endPair === NO_PAIR ? [] : [this.#endPair]
    for (let at = this.#endVacancy; at !== vacancy; at = this.#problem.vacancy[this.#pairFrom[at]]) moves.push(this.#pairFrom[at])
    for (let index = moves.length - 1; index >= 0; index--) {
      const seeker = this.#pairs.seekerOf[moves[index]]
      leaveSeat(this.#problem, this.#assignment, seeker)
      takeSeat(this.#problem, this.#assignment, seeker, moves[index])
    }
  }
}
