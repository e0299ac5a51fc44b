import { NO_PAIR, type Assignment, type AssignmentProblem } from './assignment.ts'

/** Takes a seeker out of its vacancy, which is returned: -1 for a seeker who had none. O(seats of the vacancy). */
export function leaveSeat ({ vacancy, slotStart }: AssignmentProblem, { pairOf, occupant, level, filled }: Assignment, seeker: number): number {
  const pair = pairOf[seeker]
  if (pair === NO_PAIR) return -1
  const at = vacancy[pair]
  const last = slotStart[at] + --filled[at]
  const slot = occupant.indexOf(seeker, slotStart[at])
  occupant[slot] = occupant[last]
  level[slot] = level[last]
  pairOf[seeker] = NO_PAIR
  return at
}

/** Gives a seeker who has none a free seat, at a price where it is as good as anything else. */
export function takeSeat ({ vacancy, slotStart }: AssignmentProblem, { pairOf, occupant, level, filled, price }: Assignment, seeker: number, pair: number): void {
  const at = vacancy[pair]
  const slot = slotStart[at] + filled[at]++
  occupant[slot] = seeker
  level[slot] = price[at]
  pairOf[seeker] = pair
}
