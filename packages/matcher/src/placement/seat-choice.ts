import type { SeatRule } from './seat-rules.ts'

export const NONE = -1

/**
 * Whom one vacancy holds, where reserves, type caps or cap sets bear on it. People go by their spot in line, best lowest.
 *
 *     reserve 1 | reserve 2 | … | open        each a run of spots, ascending
 *
 * Of all who ever offered it holds: the best of the first reserve's group, as many as are reserved; of the rest the best of the second's; and so
 * on; of all the rest the best, up to the seats. When it must give one up, that is the last in this sequence. Type caps come first: of each
 * type only the best are looked at. This choice is substitutable and consistent, so it is enough to look at those held and the one who offers.
 * An offer costs O(reserves + type caps + held), the last for a move within a run.
 */
export class SeatChoice {
  readonly #seats: number
  readonly #rule: SeatRule
  /** Who stands at each spot of all lines. */
  readonly #seekerAt: Int32Array
  readonly #runs: number[][]
  readonly #numOfType: number[]
  #numHeld = 0

  constructor (seats: number, rule: SeatRule, seekerAt: Int32Array) {
    this.#seats = seats
    this.#rule = rule
    this.#seekerAt = seekerAt
    this.#runs = Array.from({ length: rule.reserves.length + 1 }, () => [])
    this.#numOfType = rule.typeCaps.map(() => 0)
  }

  /** Takes the offer from `spot`. Returns the spot that is turned away for it, perhaps the same, or NONE. */
  offer (spot: number): number {
    const type = this.#typeOf(spot)
    if (type !== NONE && this.#numOfType[type] === this.#rule.typeCaps[type].room) return this.#replace(spot, type)
    this.#insert(spot)
    return this.#numHeld > this.#seats ? this.giveUp() : NONE
  }

  /** Turns away the last in the sequence, of whom there must be one, and returns the spot. */
  giveUp (): number {
    let run = this.#runs.length - 1
    while (this.#runs[run].length === 0) run--
    const spot = this.#runs[run].pop() as number
    this.#forget(spot)
    return spot
  }

  /** A type at its cap keeps the better of its worst and the one who offers. */
  #replace (spot: number, type: number): number {
    const { isIn, room } = this.#rule.typeCaps[type]
    if (room === 0) return spot
    for (let run = this.#runs.length - 1; ; run--) {
      const spots = this.#runs[run]
      let at = spots.length - 1
      while (at >= 0 && isIn[this.#seekerAt[spots[at]]] === 0) at--
      if (at < 0) continue
      const worst = spots[at]
      if (spot > worst) return spot
      spots.splice(at, 1)
      this.#forget(worst)
      this.#insert(spot)
      return worst
    }
  }

  #insert (spot: number): void {
    const { reserves } = this.#rule
    const type = this.#typeOf(spot)
    if (type !== NONE) this.#numOfType[type]++
    this.#numHeld++
    let moving = spot
    for (let run = 0; run < reserves.length; run++) {
      const { isIn, room } = reserves[run]
      if (room === 0 || isIn[this.#seekerAt[moving]] === 0) continue
      const spots = this.#runs[run]
      if (spots.length === room && moving > spots[room - 1]) continue
      insertSorted(spots, moving)
      if (spots.length <= room) return
      // A full reserve lets its last go on to the next run.
      moving = spots.pop() as number
    }
    insertSorted(this.#runs[reserves.length], moving)
  }

  #forget (spot: number): void {
    const type = this.#typeOf(spot)
    if (type !== NONE) this.#numOfType[type]--
    this.#numHeld--
  }

  #typeOf (spot: number): number {
    const { typeCaps } = this.#rule
    for (let type = 0; type < typeCaps.length; type++) if (typeCaps[type].isIn[this.#seekerAt[spot]] === 1) return type
    return NONE
  }
}

function insertSorted (spots: number[], spot: number): void {
  let low = 0
  let high = spots.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spots[middle] < spot) low = middle + 1
    else high = middle
  }
  spots.splice(low, 0, spot)
}
