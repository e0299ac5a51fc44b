import type { Market } from '../market.ts'
import type { AssignmentProblem } from './assignment.ts'
import type { Decided } from './pair-options.ts'

/** What is left to decide: no pairs for seekers who are fixed, no refused pairs, and no seats that are taken. O(pairs). */
export function reduceMarket (market: Market, score: Int32Array, { fixedPair, isRefused, fixed, refusals }: Decided): Omit<AssignmentProblem, 'base' | 'most'> {
  const seatsLeft = market.seats.slice()
  for (const pair of fixedPair) if (pair >= 0) seatsLeft[market.vacancy[pair]]--
  const { start, vacancy } = market
  const free = fixed.length + refusals.length === 0 ? { start, vacancy, score } : freePairs(market, score, fixedPair, isRefused)
  return { ...free, slotStart: slotsOf(seatsLeft, free.vacancy, fixedPair.length) }
}

function freePairs ({ start, vacancy }: Market, score: Int32Array, fixedPair: Int32Array, isRefused: Uint8Array): Pick<AssignmentProblem, 'start' | 'vacancy' | 'score'> {
  const numSeekers = fixedPair.length
  const freeStart = new Uint32Array(numSeekers + 1)
  const freeVacancy = new Uint32Array(vacancy.length)
  const freeScore = new Int32Array(vacancy.length)
  let length = 0
  for (let seeker = 0; seeker < numSeekers; seeker++) {
    const end = fixedPair[seeker] < 0 ? start[seeker + 1] : start[seeker]
    for (let pair = start[seeker]; pair < end; pair++) {
      if (isRefused[pair] === 1) continue
      freeVacancy[length] = vacancy[pair]
      freeScore[length++] = score[pair]
    }
    freeStart[seeker + 1] = length
  }
  return { start: freeStart, vacancy: freeVacancy.subarray(0, length), score: freeScore.subarray(0, length) }
}

/** More seats than there are pairs are never used, so that memory stays linear in the pairs. */
function slotsOf (seats: Uint32Array, vacancy: Uint32Array, numSeekers: number): Uint32Array {
  const numVacancies = seats.length
  const slotStart = new Uint32Array(numVacancies + 1)
  // Where there are as many pairs as there can be, everybody lists everything.
  if (vacancy.length === numSeekers * numVacancies) slotStart.fill(numSeekers, 1)
  else for (let pair = 0; pair < vacancy.length; pair++) slotStart[vacancy[pair] + 1]++
  for (let at = 0; at < numVacancies; at++) slotStart[at + 1] = slotStart[at] + Math.min(slotStart[at + 1], seats[at])
  return slotStart
}
