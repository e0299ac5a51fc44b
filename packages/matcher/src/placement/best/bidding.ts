import { NO_PAIR, type Assignment, type AssignmentProblem } from './assignment.ts'
import { siftUp, takeLowest } from './slot-heap.ts'

/** Two seekers can outbid each other a point at a time over two nearly equal vacancies: after so many bids a seeker on average, searching is faster. */
const BIDS_A_SEEKER = 4

/**
 * Places most seekers, and returns those that are left over for searching: an auction without a least step (the augmenting row reduction
 * of Jonker and Volgenant 1987, with seats). A seeker bids for its best vacancy up to the price at which the second best, or staying
 * unplaced, is as good. Where seats are short, whoever stands lowest leaves and the price rises to where they stand:
 *
 *     bids for 2 seats, price 3:   5  8   + 7   ->   7  8, price 5; the one who stood at 5 bids elsewhere
 *
 * Equal offers go to the pair that comes first. A seeker whose leaving raises no price is left over, since bidding might go round in circles.
 * O(pairs of a seeker + log seats) a bid.
 */
export function bid ({ start, vacancy, score, base, slotStart }: AssignmentProblem, { pairOf, occupant, level, filled, price }: Assignment): number[] {
  const numSeekers = start.length - 1
  const left: number[] = []
  let bidsLeft = BIDS_A_SEEKER * numSeekers
  for (let first = 0; first < numSeekers; first++) {
    let seeker = first
    while (seeker !== NOBODY) {
      let bestPair = NO_PAIR
      let best = -1
      let second = 0
      for (let pair = start[seeker], end = start[seeker + 1]; pair < end; pair++) {
        const net = base + score[pair] - price[vacancy[pair]]
        if (net <= second && net <= best) continue
        if (net > best) {
          if (best > second) second = best
          best = net
          bestPair = pair
        } else {
          second = net
        }
      }
      if (best < 0) break
      const wanted = vacancy[bestPair]
      const offer = price[wanted] + best - second
      const low = slotStart[wanted]
      const numSlots = slotStart[wanted + 1] - low
      if (filled[wanted] < numSlots) {
        siftUp(occupant, level, low, filled[wanted]++, seeker, offer)
        pairOf[seeker] = bestPair
        break
      }
      let leaving = seeker
      let stood = offer
      if (offer > level[low]) {
        leaving = occupant[low]
        stood = level[low]
        takeLowest(occupant, level, low, numSlots, seeker, offer)
        pairOf[seeker] = bestPair
        pairOf[leaving] = NO_PAIR
      }
      seeker = NOBODY
      if (stood > price[wanted] && --bidsLeft > 0) seeker = leaving
      else left.push(leaving)
      price[wanted] = stood
    }
  }
  return left
}

const NOBODY = -1
