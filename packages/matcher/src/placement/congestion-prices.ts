import { chooseLists, countReferred, emptyLists, FULL_BALANCE, longestList, THOUSANDTHS } from './choose-lists.ts'
import type { RunOptions } from './market.ts'
import type { ReferralField } from './referral-field.ts'

export interface CongestionPrices {
  /** By vacancy, in thousandths of a score's unit: whole numbers. */
  readonly price: Float64Array
  /** How often each vacancy is referred to in plain ranking. */
  readonly plainReferred: Uint32Array
  /** Referrals above the shares at the best prices found. */
  readonly excess: number
}

/**
 * Prices that spread lists over the seats, found in rounds: everybody lists by score less charge; a vacancy on more lists than its share
 * becomes dearer, one on fewer cheaper. In round r (from 1) the price moves by
 *
 *     step x (referred - share) / max(referred, share), towards 0 to a whole number, with step = ceil(highest price / (r + 1))
 *
 * and stays within 0 and the highest price, which is the widest gap between two scores of the market plus 1, in thousandths: at that price a vacancy
 * comes after everything that is free. Kept are the prices of the round with the least excess, the earliest of equals; round 0 is the plain ranking.
 * O(pairs x rounds), and x limit at worst; memory O(pairs).
 */
export function congestionPrices (field: ReferralField, share: Uint32Array, limit: number, rounds: number, { onProgress, signal }: RunOptions): CongestionPrices {
  const { numVacancies, vacancyOf } = field
  const most = highestPrice(field)
  const lists = emptyLists(field, limit)
  const keys = new Float64Array(longestList(lists))
  const charge = new Float64Array(vacancyOf.length)
  const price = new Float64Array(numVacancies)
  const referred = new Uint32Array(numVacancies)
  let best: CongestionPrices | undefined
  for (let round = 0; round <= rounds; round++) {
    signal?.throwIfAborted()
    if (round > 0) {
      movePrices(price, referred, share, Math.ceil(most / (round + 1)), most)
      chargePairs(field, price, share, most, charge)
    }
    chooseLists(field, charge, FULL_BALANCE, keys, lists)
    countReferred(field, lists, referred)
    const excess = excessOf(referred, share)
    if (best === undefined || excess < best.excess) best = { price: price.slice(), plainReferred: best?.plainReferred ?? referred.slice(), excess }
    onProgress?.(round, rounds)
    if (excess === 0) break
  }
  return best!
}

/**
 * What each pair is charged: the price for whoever stands at the end of the vacancy's share, in proportion before and behind, at most `most`. The
 * products are exact below 2^53: with ledgers, for 900,000 candidates.
 */
export function chargePairs ({ vacancyOf, standing, seats }: ReferralField, price: Float64Array, share: Uint32Array, most: number, charge: Float64Array): void {
  for (let pair = 0; pair < charge.length; pair++) {
    const vacancy = vacancyOf[pair]
    if (seats[vacancy] === 0) continue
    charge[pair] = Math.min(most, Math.floor(price[vacancy] * standing[pair] / share[vacancy]))
  }
}

/** The widest gap between two scores, plus 1, in thousandths. */
export function highestPrice ({ plain, score }: ReferralField): number {
  let [lowest, highest] = [Infinity, -Infinity]
  for (const pair of plain) {
    lowest = Math.min(lowest, score[pair])
    highest = Math.max(highest, score[pair])
  }
  return plain.length === 0 ? THOUSANDTHS : (highest - lowest + 1) * THOUSANDTHS
}

function movePrices (price: Float64Array, referred: Uint32Array, share: Uint32Array, step: number, most: number): void {
  for (let vacancy = 0; vacancy < price.length; vacancy++) {
    const larger = Math.max(referred[vacancy], share[vacancy])
    if (larger === 0) continue
    const move = Math.trunc(step * (referred[vacancy] - share[vacancy]) / larger)
    price[vacancy] = Math.max(0, Math.min(most, price[vacancy] + move))
  }
}

function excessOf (referred: Uint32Array, share: Uint32Array): number {
  let excess = 0
  for (let vacancy = 0; vacancy < share.length; vacancy++) excess += Math.max(0, referred[vacancy] - share[vacancy])
  return excess
}
