/** Bits in a word of a row. */
const WORD_BITS = 32
const NOBODY = -1

/** Who could take which vacancy: a row of bits for each seeker, a bit for each vacancy. */
export class Candidates {
  readonly numSeekers: number
  readonly numVacancies: number
  readonly wordsPerRow: number
  readonly bits: Uint32Array

  constructor (numSeekers: number, numVacancies: number) {
    this.numSeekers = numSeekers
    this.numVacancies = numVacancies
    this.wordsPerRow = Math.ceil(numVacancies / WORD_BITS)
    this.bits = new Uint32Array(numSeekers * this.wordsPerRow)
  }

  add (seeker: number, vacancy: number): void {
    this.bits[seeker * this.wordsPerRow + (vacancy >>> 5)] |= 1 << (vacancy & 31)
  }

  remove (seeker: number, vacancy: number): void {
    this.bits[seeker * this.wordsPerRow + (vacancy >>> 5)] &= ~(1 << (vacancy & 31))
  }
}

/**
 * The greatest number of seekers that can have a seat at once: a maximum bipartite matching with capacities, by augmenting paths
 * (Berge 1957; Kuhn 1955). A place that was found can be kept while candidates are added, and filled up from there.
 */
export class SeatFilling {
  /** How many seekers have a seat. */
  numPlaced = 0
  readonly #candidates: Candidates
  readonly #seats: Int32Array
  /** Vacancy of each seeker, or -1. */
  readonly #placeOf: Int32Array
  /** Seekers of each vacancy, as chains through the seekers. */
  readonly #first: Int32Array
  readonly #next: Int32Array
  readonly #previous: Int32Array
  readonly #taken: Int32Array
  /** Of the present search: the vacancies seen, and who saw them; the seekers whose row is still to be read. */
  readonly #unseen: Uint32Array
  readonly #seen: Int32Array
  readonly #seenBy: Int32Array
  readonly #queue: Int32Array
  #numSeen = 0

  constructor (candidates: Candidates, seats: Int32Array) {
    const { numSeekers, numVacancies } = candidates
    this.#candidates = candidates
    this.#seats = seats
    this.#placeOf = new Int32Array(numSeekers).fill(NOBODY)
    this.#first = new Int32Array(numVacancies).fill(NOBODY)
    this.#next = new Int32Array(numSeekers).fill(NOBODY)
    this.#previous = new Int32Array(numSeekers).fill(NOBODY)
    this.#taken = new Int32Array(numVacancies)
    this.#unseen = new Uint32Array(candidates.wordsPerRow)
    this.#seen = new Int32Array(numVacancies)
    this.#seenBy = new Int32Array(numVacancies)
    this.#queue = new Int32Array(numSeekers)
  }

  /** Starts from the places of another filling of the same market. O(seekers + vacancies). */
  copy (other: SeatFilling): void {
    this.numPlaced = other.numPlaced
    this.#placeOf.set(other.#placeOf)
    this.#first.set(other.#first)
    this.#next.set(other.#next)
    this.#previous.set(other.#previous)
    this.#taken.set(other.#taken)
  }

  /**
   * Places as many as can be placed, moving those who have a seat but never taking it away. A search that fails closes the vacancies it saw
   * for all later ones: no path through them leads to a seat any more. O(searches that succeed x candidates / 32).
   */
  fill (): void {
    this.#unseen.fill(0xFFFFFFFF)
    for (let seeker = 0; seeker < this.#placeOf.length; seeker++) {
      if (this.#placeOf[seeker] !== NOBODY) continue
      const found = this.#search(seeker)
      if (found === NOBODY) continue
      for (let i = 0; i < this.#numSeen; i++) this.#unseen[this.#seen[i] >>> 5] |= 1 << (this.#seen[i] & 31)
      this.#moveAlong(found)
    }
  }

  /** A vacancy with a free seat that is reached from a seeker by one who moves making room for the next, or -1. Breadth first. */
  #search (from: number): number {
    const { wordsPerRow, bits } = this.#candidates
    const unseen = this.#unseen
    const queue = this.#queue
    this.#numSeen = 0
    queue[0] = from
    for (let at = 0, end = 1; at < end; at++) {
      const row = queue[at] * wordsPerRow
      for (let word = 0; word < wordsPerRow; word++) {
        for (let fresh = bits[row + word] & unseen[word]; fresh !== 0; fresh &= fresh - 1) {
          const lowest = fresh & -fresh
          const vacancy = word * WORD_BITS + 31 - Math.clz32(lowest)
          unseen[word] &= ~lowest
          this.#seen[this.#numSeen++] = vacancy
          this.#seenBy[vacancy] = queue[at]
          if (this.#taken[vacancy] < this.#seats[vacancy]) return vacancy
          for (let other = this.#first[vacancy]; other !== NOBODY; other = this.#next[other]) queue[end++] = other
        }
      }
    }
    return NOBODY
  }

  /** Everybody on the path moves to the vacancy they saw, and so leaves theirs to the one before. */
  #moveAlong (end: number): void {
    for (let vacancy = end; vacancy !== NOBODY;) {
      const seeker = this.#seenBy[vacancy]
      const left = this.#placeOf[seeker]
      if (left !== NOBODY) this.#leave(seeker, left)
      this.#enter(seeker, vacancy)
      vacancy = left
    }
    this.numPlaced++
  }

  #leave (seeker: number, vacancy: number): void {
    const next = this.#next[seeker]
    const previous = this.#previous[seeker]
    if (previous === NOBODY) this.#first[vacancy] = next
    else this.#next[previous] = next
    if (next !== NOBODY) this.#previous[next] = previous
    this.#taken[vacancy]--
  }

  #enter (seeker: number, vacancy: number): void {
    const first = this.#first[vacancy]
    this.#next[seeker] = first
    this.#previous[seeker] = NOBODY
    if (first !== NOBODY) this.#previous[first] = seeker
    this.#first[vacancy] = seeker
    this.#placeOf[seeker] = vacancy
    this.#taken[vacancy]++
  }
}
