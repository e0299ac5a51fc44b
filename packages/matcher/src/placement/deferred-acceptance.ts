import { NOWHERE } from './market.ts'

/** What deferred acceptance needs: lists as in strict-lists.ts, and who may not be placed where. */
export interface AcceptanceInput {
  readonly numSeekers: number
  readonly numVacancies: number
  /** First pair of each seeker, and the end. */
  readonly start: Uint32Array
  readonly vacancy: Uint32Array
  /** Pairs by seeker, each block best first. */
  readonly list: Uint32Array
  /** Where each vacancy's line begins, and the place of each pair in it. */
  readonly lineStart: Uint32Array
  readonly place: Uint32Array
  /** Seats to be filled, of each vacancy. */
  readonly seats: Uint32Array
  /** 1 for a pair that may not be; null where all may. */
  readonly isBarred: Uint8Array | null
  /** 1 for a seeker who takes no part; null where all do. */
  readonly isOut: Uint8Array | null
}

const EMPTY = -1

/**
 * Deferred acceptance (Gale and Shapley 1962): whoever is free offers down the list until held; a vacancy whose seats are taken holds the better
 * and lets its worst go, who is free again.
 *
 *     the line of a vacancy with 3 seats:   place  0  1  2  3  4  5  6 …
 *                                           held      x        x     x
 *                                                                    ^ worst; it moves left only, once the seats are taken
 *
 * A line is addressed by place, so holding is one write, and the worst is found by walking left from the one let go: over a run at most
 * once past every place, whatever the seats. O(pairs + places) in all, no heap. The free stand in a queue: one after another they have nothing to do
 * with each other, and a processor reads ahead for several at once; the placement is the same in any order.
 */
export class DeferredAcceptance {
  readonly vacancyOf: Int32Array
  /** Offers made, to vacancies that have seats, on pairs that are not barred. */
  proposals = 0
  readonly #input: AcceptanceInput
  /** The next entry of each seeker's list. */
  readonly #next: Uint32Array
  /** Of each entry of the lists, the vacancy and the spot in its line, side by side: an offer reads one place of memory for both. */
  readonly #aims: Uint32Array
  /** Who is held at each place of all lines, or EMPTY. */
  readonly #holder: Int32Array
  readonly #numHeld: Uint32Array
  /** The worst place held in each line, counted over all lines. */
  readonly #worst: Int32Array
  /** A ring of those who are free: nobody is in it twice. */
  readonly #queue: Uint32Array
  #head = 0
  #numFree = 0

  constructor (input: AcceptanceInput) {
    this.#input = input
    this.vacancyOf = new Int32Array(input.numSeekers).fill(NOWHERE)
    this.#next = input.start.slice(0, input.numSeekers)
    this.#holder = new Int32Array(input.lineStart[input.numVacancies]).fill(EMPTY)
    this.#numHeld = new Uint32Array(input.numVacancies)
    this.#worst = new Int32Array(input.numVacancies).fill(EMPTY)
    this.#aims = aimsOf(input)
    this.#queue = new Uint32Array(input.numSeekers)
    for (let seeker = 0; seeker < input.numSeekers; seeker++) if (input.isOut === null || input.isOut[seeker] === 0) this.#queue[this.#numFree++] = seeker
  }

  /** Goes on until some `budget` offers more are made. Says whether all is done. */
  run (budget: number): boolean {
    const { numSeekers, start, list, seats, isBarred } = this.#input
    const { vacancyOf } = this
    const next = this.#next
    const aims = this.#aims
    const holder = this.#holder
    const numHeld = this.#numHeld
    const worst = this.#worst
    const queue = this.#queue
    const most = this.proposals + budget
    let proposals = this.proposals
    let head = this.#head
    let numFree = this.#numFree
    while (numFree > 0 && proposals < most) {
      const seeker = queue[head]
      if (++head === numSeekers) head = 0
      numFree--
      const end = start[seeker + 1]
      let at = next[seeker]
      while (at < end) {
        const entry = at++
        const to = aims[2 * entry]
        if (seats[to] === 0 || (isBarred !== null && isBarred[list[entry]] === 1)) continue
        proposals++
        const spot = aims[2 * entry + 1]
        if (numHeld[to] < seats[to]) {
          numHeld[to]++
          if (spot > worst[to]) worst[to] = spot
          holder[spot] = seeker
          vacancyOf[seeker] = to
          break
        }
        let last = worst[to]
        if (spot > last) continue
        const leaver = holder[last]
        holder[spot] = seeker
        holder[last] = EMPTY
        while (holder[last] === EMPTY) last--
        worst[to] = last
        vacancyOf[seeker] = to
        vacancyOf[leaver] = NOWHERE
        const tail = head + numFree++
        queue[tail < numSeekers ? tail : tail - numSeekers] = leaver
        break
      }
      next[seeker] = at
    }
    this.#head = head
    this.#numFree = numFree
    this.proposals = proposals
    return numFree === 0
  }

  /** Entries of lists that were reached. */
  pairsLookedAt (): number {
    const { numSeekers, start } = this.#input
    let sum = 0
    for (let seeker = 0; seeker < numSeekers; seeker++) sum += this.#next[seeker] - start[seeker]
    return sum
  }
}

function aimsOf ({ list, vacancy, lineStart, place }: AcceptanceInput): Uint32Array {
  const aims = new Uint32Array(2 * list.length)
  for (let entry = 0; entry < list.length; entry++) {
    const pair = list[entry]
    const to = vacancy[pair]
    aims[2 * entry] = to
    aims[2 * entry + 1] = lineStart[to] + place[pair]
  }
  return aims
}
