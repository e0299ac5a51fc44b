import type { Assignment, AssignmentProblem } from './assignment.ts'
import { DistanceHeap } from './distance-heap.ts'
import { leaveSeat, takeSeat } from './seats.ts'

const NOWHERE_YET = -1

/**
 * Adds one seeker at a time to an assignment, and keeps it best: the shortest augmenting path by Dijkstra's search over prices, as in
 * Jonker and Volgenant (1987), with seats instead of copies of a vacancy, and with staying unplaced as an end of the path.
 *
 *     new seeker -> full vacancy -> one of its seekers -> ... -> a vacancy with a free seat, or a seeker who goes unplaced
 *
 * A step's length is what its seeker gives up. Vacancies nearer than the path's end become dearer by the difference, so the prices stay the
 * lowest that will do. O(pairs reached * log vacancies) a seeker.
 */
export class PathSearch {
  readonly #problem: AssignmentProblem
  readonly #assignment: Assignment
  readonly #heap: DistanceHeap
  /** For each vacancy that was reached: the pair and the seeker it was reached by. */
  readonly #pairTo: Int32Array
  readonly #seekerTo: Int32Array
  /** Vacancies whose occupants were asked to go on. */
  readonly #passed: Int32Array
  #numPassed = 0
  /** Pairs looked at so far. */
  #effort = 0
  /** The shortest path found so far: its length, and its end, which is a vacancy or otherwise a seeker. */
  #bound = 0
  #endVacancy = NOWHERE_YET
  #endSeeker = NOWHERE_YET

  constructor (problem: AssignmentProblem, assignment: Assignment) {
    const numVacancies = problem.slotStart.length - 1
    this.#problem = problem
    this.#assignment = assignment
    this.#heap = new DistanceHeap(numVacancies)
    this.#pairTo = new Int32Array(numVacancies)
    this.#seekerTo = new Int32Array(numVacancies)
    this.#passed = new Int32Array(numVacancies)
  }

  get effort (): number {
    return this.#effort
  }

  /** Places a seeker that did not take part yet, or leaves somebody unplaced for it, or itself. */
  add (seeker: number): void {
    this.#search(seeker)
    this.#raisePrices()
    this.#moveAlong()
    this.#heap.clear()
  }

  #search (seeker: number): void {
    const { score, base, slotStart } = this.#problem
    const { pairOf, occupant, level, filled, price } = this.#assignment
    const heap = this.#heap
    this.#bound = 0
    this.#endVacancy = NOWHERE_YET
    this.#endSeeker = seeker
    this.#numPassed = 0
    this.#reachFrom(seeker, 0)
    for (let at = heap.pop(this.#bound); at !== NOWHERE_YET; at = heap.pop(this.#bound)) {
      this.#passed[this.#numPassed++] = at
      const distance = heap.distance[at]
      for (let slot = slotStart[at], end = slot + filled[at]; slot < end; slot++) {
        if (distance + level[slot] - price[at] >= this.#bound) continue
        const other = occupant[slot]
        const worth = base + score[pairOf[other]]
        const unplaced = distance + worth - price[at]
        level[slot] = worth - this.#reachFrom(other, unplaced)
        if (unplaced >= this.#bound) continue
        this.#bound = unplaced
        this.#endSeeker = other
        this.#endVacancy = NOWHERE_YET
      }
    }
  }

  /** Shortens the ways to a seeker's vacancies. Returns the most that the seeker could have elsewhere than where it is. */
  #reachFrom (seeker: number, unplaced: number): number {
    const { start, vacancy, score, base, slotStart } = this.#problem
    const { pairOf, filled, price } = this.#assignment
    const heap = this.#heap
    const { distance } = heap
    const own = pairOf[seeker]
    let bound = this.#bound
    let best = 0
    this.#effort += start[seeker + 1] - start[seeker]
    for (let pair = start[seeker], end = start[seeker + 1]; pair < end; pair++) {
      const at = vacancy[pair]
      const net = base + score[pair] - price[at]
      if (net > best && pair !== own) best = net
      const length = unplaced - net
      if (length >= bound || length >= distance[at]) continue
      this.#pairTo[at] = pair
      this.#seekerTo[at] = seeker
      if (filled[at] < slotStart[at + 1] - slotStart[at]) {
        heap.note(at, length)
        bound = length
        this.#endVacancy = at
      } else {
        heap.lower(at, length)
      }
    }
    this.#bound = bound
    return best
  }

  #raisePrices (): void {
    const { price } = this.#assignment
    const { distance } = this.#heap
    for (let index = 0; index < this.#numPassed; index++) {
      const at = this.#passed[index]
      price[at] += this.#bound - distance[at]
    }
  }

  /** Everybody on the path moves one on: from its end back to the new seeker. */
  #moveAlong (): void {
    let at = this.#endVacancy === NOWHERE_YET ? leaveSeat(this.#problem, this.#assignment, this.#endSeeker) : this.#endVacancy
    while (at !== NOWHERE_YET) {
      const seeker = this.#seekerTo[at]
      const from = leaveSeat(this.#problem, this.#assignment, seeker)
      takeSeat(this.#problem, this.#assignment, seeker, this.#pairTo[at])
      at = from
    }
  }
}
