import { NO_PAIR, type Assignment, type AssignmentProblem } from './assignment.ts'
import type { PairsByVacancy } from './pairs-by-vacancy.ts'
import { takeLowest } from './slot-heap.ts'

const NOBODY = -1

/**
 * An auction with a least step, for prices that are nearly right: after a phase with a whole number `epsilon`, nobody can do better elsewhere
 * by more than epsilon. Phases with ever smaller steps begin with the prices of the one before (Bertsekas; forward and reverse as in
 * Bertsekas and Castanon 1992, so that seats left free become cheap again). Takes the place of what the assignment held.
 */
export class ScaledAuction {
  readonly #problem: AssignmentProblem
  readonly #assignment: Assignment
  readonly #pairs: PairsByVacancy
  /** Seekers without a seat, a ring. */
  readonly #waiting: Int32Array
  readonly #slotOf: Int32Array
  readonly #profit: Float64Array

  constructor (problem: AssignmentProblem, assignment: Assignment, pairs: PairsByVacancy) {
    const numSeekers = problem.start.length - 1
    this.#problem = problem
    this.#assignment = assignment
    this.#pairs = pairs
    this.#waiting = new Int32Array(numSeekers)
    this.#slotOf = new Int32Array(numSeekers)
    this.#profit = new Float64Array(numSeekers)
  }

  phase (epsilon: number): void {
    this.#empty()
    this.#bid(epsilon)
    this.#lowerIdle(epsilon, this.#idleSlots())
  }

  /** Everybody leaves, and each slot asks the price of its vacancy. */
  #empty (): void {
    const { slotStart } = this.#problem
    const { pairOf, occupant, level, price } = this.#assignment
    pairOf.fill(NO_PAIR)
    occupant.fill(NOBODY)
    for (let at = 0; at < price.length; at++) level.fill(price[at], slotStart[at], slotStart[at + 1])
  }

  /** Seekers bid for the cheapest slot of their best vacancy, up to the second best and a step above, until nobody waits. */
  #bid (epsilon: number): void {
    const { start, vacancy, score, base, slotStart } = this.#problem
    const { pairOf, occupant, level, price } = this.#assignment
    const waiting = this.#waiting
    const numSeekers = waiting.length
    for (let seeker = 0; seeker < numSeekers; seeker++) waiting[seeker] = seeker
    let next = 0
    for (let numWaiting = numSeekers; numWaiting > 0; numWaiting--) {
      const seeker = waiting[next]
      next = next + 1 === numSeekers ? 0 : next + 1
      let bestPair = NO_PAIR
      let best = -1
      let second = 0
      for (let pair = start[seeker], end = start[seeker + 1]; pair < end; pair++) {
        const net = base + score[pair] - price[vacancy[pair]]
        if (net > best) {
          if (best > second) second = best
          best = net
          bestPair = pair
        } else if (net > second) {
          second = net
        }
      }
      if (best < 0) continue
      const at = vacancy[bestPair]
      const low = slotStart[at]
      const leaving = occupant[low]
      takeLowest(occupant, level, low, slotStart[at + 1] - low, seeker, price[at] + best - second + epsilon)
      pairOf[seeker] = bestPair
      price[at] = level[low]
      if (leaving === NOBODY) continue
      pairOf[leaving] = NO_PAIR
      const last = next + numWaiting - 1
      waiting[last < numSeekers ? last : last - numSeekers] = leaving
      numWaiting++
    }
  }

  /** Free slots that have a price; and who sits where, for what profit. */
  #idleSlots (): number[] {
    const { score, base, slotStart } = this.#problem
    const { pairOf, occupant, price } = this.#assignment
    const idle: number[] = []
    this.#profit.fill(0)
    for (let at = 0; at < price.length; at++) {
      for (let slot = slotStart[at]; slot < slotStart[at + 1]; slot++) {
        const seeker = occupant[slot]
        if (seeker === NOBODY) {
          if (price[at] > 0) idle.push(slot, at)
          continue
        }
        this.#slotOf[seeker] = slot
        this.#profit[seeker] = base + score[pairOf[seeker]] - price[at]
      }
    }
    return idle
  }

  /** Vacancies with free slots go down to the price at which somebody comes, who then leaves a free slot elsewhere, or to 0. */
  #lowerIdle (epsilon: number, idle: number[]): void {
    const { vacancy, score, base, slotStart } = this.#problem
    const { pairOf, occupant, price } = this.#assignment
    const { start, pair: pairs, seekerOf } = this.#pairs
    const slotOf = this.#slotOf
    const profit = this.#profit
    for (let index = 0; index < idle.length; index += 2) {
      const slot = idle[index]
      const at = idle[index + 1]
      if (price[at] === 0) continue
      let bestPair = NO_PAIR
      let best = epsilon
      let second = 0
      for (let place = start[at], end = start[at + 1]; place < end; place++) {
        const pair = pairs[place]
        const seeker = seekerOf[pair]
        if (pairOf[seeker] === pair) continue
        const offer = base + score[pair] - profit[seeker]
        if (offer > best) {
          if (bestPair !== NO_PAIR && best > second) second = best
          best = offer
          bestPair = pair
        } else if (offer > second) {
          second = offer
        }
      }
      const lower = bestPair === NO_PAIR ? 0 : Math.min(price[at], Math.max(0, second - epsilon))
      for (let each = slotStart[at]; each < slotStart[at + 1]; each++) if (occupant[each] !== NOBODY) profit[occupant[each]] += price[at] - lower
      price[at] = lower
      if (bestPair === NO_PAIR) continue
      const seeker = seekerOf[bestPair]
      if (pairOf[seeker] !== NO_PAIR) {
        const from = vacancy[pairOf[seeker]]
        occupant[slotOf[seeker]] = NOBODY
        if (price[from] > 0) idle.push(slotOf[seeker], from)
      }
      occupant[slot] = seeker
      slotOf[seeker] = slot
      pairOf[seeker] = bestPair
      profit[seeker] = base + score[bestPair] - lower
    }
  }
}
