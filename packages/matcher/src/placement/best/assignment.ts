/** What the kernels work on. Pairs are those of a market, compressed by seeker; a seeker that may not move has none. */
export interface AssignmentProblem {
  /** First pair of each seeker, and the end. */
  readonly start: Uint32Array
  /** The vacancy of each pair. */
  readonly vacancy: Uint32Array
  readonly score: Int32Array
  /** The greatest score, signs apart; 1 at least. */
  readonly most: number
  /** A pair is worth `base + score`: 0 where the score alone counts, and more than all scores together where people come first. */
  readonly base: number
  /** First slot of each vacancy, and the end: one slot for each of its seats, but no more than there are seekers who list it. */
  readonly slotStart: Uint32Array
}

/** In `pairOf`: not placed. */
export const NO_PAIR = -1

/**
 * A placement with prices that is best for the seekers who took part so far, and stays so whatever the kernels do to it:
 * - prices are not negative, and only full vacancies have one;
 * - everybody placed is where worth less price is greatest and not negative; everybody unplaced finds none above 0.
 * Prices never fall while seekers are added. The scaled auction gives up both statements for a while, and the seat search restores the first.
 */
export interface Assignment {
  /** The pair each seeker is placed by, or NO_PAIR. */
  readonly pairOf: Int32Array
  /** The seekers of a vacancy, at the beginning of its slots and in no order. */
  readonly occupant: Int32Array
  /** For each occupied slot a price up to which its occupant has nothing better elsewhere: never too high, maybe too low. */
  readonly level: Float64Array
  /** How many slots of each vacancy are occupied. */
  readonly filled: Uint32Array
  /** Infinity for a vacancy without slots. */
  readonly price: Float64Array
}

/** Nobody is placed and no seat has a price. */
export function emptyAssignment ({ start, slotStart }: AssignmentProblem): Assignment {
  const numVacancies = slotStart.length - 1
  const numSlots = slotStart[numVacancies]
  const price = new Float64Array(numVacancies)
  for (let at = 0; at < numVacancies; at++) if (slotStart[at] === slotStart[at + 1]) price[at] = Infinity
  return {
    pairOf: new Int32Array(start.length - 1).fill(NO_PAIR),
    occupant: new Int32Array(numSlots),
    level: new Float64Array(numSlots),
    filled: new Uint32Array(numVacancies),
    price,
  }
}
