import { ACCESS, Candidates, NONE, RESIDENT } from './candidates.ts'
import type { Places } from './places.ts'
import type { Visits } from './visits.ts'
import type { Weights } from './weights.ts'

/** Which visits are chosen, who makes how many, and what it would cost to move them. */
export class Choice {
  readonly visits: Visits
  readonly places: Places
  readonly weights: Weights
  readonly kindOf: Uint8Array
  readonly candidates: Candidates
  /** By visit: 1 if it is made. */
  readonly chosen: Uint8Array
  /** By person: visits made. */
  readonly degree: Uint32Array
  /** By booth: the visits made there. */
  readonly rosters: readonly number[][]
  /** Places still reserved for residents. */
  reserveLeft: number
  readonly numReserved: number
  readonly hasReserve: boolean
  /** By booth and booth: the least score lost when one person goes to the second instead of the first, and the two visits. */
  readonly moveCost: Float64Array
  readonly moveOut: Int32Array
  readonly moveIn: Int32Array
  /** By booth: the least worth of a resident who could give way to another resident, and the visit. */
  readonly giveWayCost: Float64Array
  readonly giveWayVisit: Int32Array
  readonly #isStale: Uint8Array

  constructor (visits: Visits, places: Places, weights: Weights, kindOf: Uint8Array, numReserved: number) {
    const { numBooths } = visits
    this.visits = visits
    this.places = places
    this.weights = weights
    this.kindOf = kindOf
    this.chosen = new Uint8Array(visits.booth.length)
    this.degree = new Uint32Array(visits.numPeople)
    this.candidates = new Candidates(visits, kindOf, this.degree, this.chosen)
    this.rosters = Array.from({ length: numBooths }, () => [])
    this.reserveLeft = numReserved
    this.numReserved = numReserved
    this.hasReserve = numReserved > 0
    this.moveCost = new Float64Array(numBooths * numBooths)
    this.moveOut = new Int32Array(numBooths * numBooths)
    this.moveIn = new Int32Array(numBooths * numBooths)
    this.giveWayCost = new Float64Array(numBooths)
    this.giveWayVisit = new Int32Array(numBooths)
    this.#isStale = new Uint8Array(numBooths).fill(1)
  }

  /** What a person's first interview is worth in this visit, beside `weights.person`; the reserve counts elsewhere. */
  firstWorth (visit: number): number {
    return this.visits.score[visit] + ((this.kindOf[this.visits.person[visit]] & ACCESS) !== 0 ? this.weights.access : 0)
  }

  isResident (visit: number): boolean {
    return (this.kindOf[this.visits.person[visit]] & RESIDENT) !== 0
  }

  enter (visit: number): void {
    const { booth, person } = this.visits
    this.chosen[visit] = 1
    this.degree[person[visit]]++
    this.rosters[booth[visit]].push(visit)
    if (this.degree[person[visit]] > 1) this.#staleAll(person[visit])
    else if (this.#isStale[booth[visit]] === 0) this.#consider(visit)
  }

  leave (visit: number): void {
    const { booth, person, start } = this.visits
    const one = person[visit]
    if (this.degree[one] > 1) this.#staleAll(one)
    const roster = this.rosters[booth[visit]]
    roster[roster.indexOf(visit)] = roster[roster.length - 1]
    roster.length--
    this.chosen[visit] = 0
    this.degree[one]--
    this.#isStale[booth[visit]] = 1
    for (let other = start[one]; other < start[one + 1]; other++) this.candidates.putBack(other)
  }

  /** Brings the costs of moving somebody away from a booth up to date. */
  refresh (booth: number): void {
    if (this.#isStale[booth] === 0) return
    this.#isStale[booth] = 0
    const { numBooths } = this.visits
    this.moveCost.fill(Infinity, booth * numBooths, (booth + 1) * numBooths)
    this.giveWayCost[booth] = Infinity
    this.giveWayVisit[booth] = NONE
    for (const visit of this.rosters[booth]) this.#consider(visit)
  }

  #consider (visit: number): void {
    const { start, person, booth, score, numBooths } = this.visits
    const row = booth[visit] * numBooths
    const one = person[visit]
    const end = start[one + 1]
    for (let other = start[one]; other < end; other++) {
      const cost = score[visit] - score[other]
      if (this.chosen[other] === 1 || cost >= this.moveCost[row + booth[other]]) continue
      this.moveCost[row + booth[other]] = cost
      this.moveOut[row + booth[other]] = visit
      this.moveIn[row + booth[other]] = other
    }
    if (!this.hasReserve || this.degree[one] > 1 || !this.isResident(visit)) return
    const worth = this.firstWorth(visit)
    if (worth >= this.giveWayCost[booth[visit]]) return
    this.giveWayCost[booth[visit]] = worth
    this.giveWayVisit[booth[visit]] = visit
  }

  #staleAll (one: number): void {
    const { start, booth } = this.visits
    for (let visit = start[one]; visit < start[one + 1]; visit++) if (this.chosen[visit] === 1) this.#isStale[booth[visit]] = 1
  }
}
