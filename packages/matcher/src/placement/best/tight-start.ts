import { NO_PAIR, type Assignment, type AssignmentProblem } from './assignment.ts'

/**
 * Begins anew at given prices: everybody who finds a free seat where worth less price is greatest takes it, the earlier pair first. Returns the
 * others who would gain by a seat. O(pairs).
 */
export function startTight ({ start, vacancy, score, base, slotStart }: AssignmentProblem, { pairOf, occupant, level, filled, price }: Assignment): number[] {
  const left: number[] = []
  pairOf.fill(NO_PAIR)
  filled.fill(0)
  for (let seeker = 0; seeker < pairOf.length; seeker++) {
    const end = start[seeker + 1]
    let most = 0
    for (let pair = start[seeker]; pair < end; pair++) most = Math.max(most, base + score[pair] - price[vacancy[pair]])
    for (let pair = start[seeker]; pair < end && pairOf[seeker] === NO_PAIR; pair++) {
      const at = vacancy[pair]
      const slot = slotStart[at] + filled[at]
      if (slot === slotStart[at + 1] || base + score[pair] - price[at] < most) continue
      filled[at]++
      occupant[slot] = seeker
      level[slot] = price[at]
      pairOf[seeker] = pair
    }
    if (pairOf[seeker] === NO_PAIR && most > 0) left.push(seeker)
  }
  return left
}
