import type { ReferralField } from './referral-field.ts'

/** Lists are chosen by 1,000 x (1,000 x score) - balance x charge, charges being in thousandths of a score's unit: at most 2^53 for any scores. */
export const FULL_BALANCE = 1000
export const THOUSANDTHS = 1000

/** Everybody's list: pairs end to end, best key first. */
export interface ChosenLists {
  readonly start: Uint32Array
  readonly pair: Uint32Array
}

/** Room for lists of at most `limit` pairs. */
export function emptyLists ({ numSeekers, start }: ReferralField, limit: number): ChosenLists {
  const listStart = new Uint32Array(numSeekers + 1)
  for (let seeker = 0; seeker < numSeekers; seeker++) listStart[seeker + 1] = listStart[seeker] + Math.min(limit, start[seeker + 1] - start[seeker])
  return { start: listStart, pair: new Uint32Array(listStart[numSeekers]) }
}

export function longestList ({ start }: ChosenLists): number {
  return start.reduce((longest, end, list) => list === 0 ? 0 : Math.max(longest, end - start[list - 1]), 0)
}

/**
 * Fills every list with the seeker's best pairs by key, equal keys in plain order. The insertion is at the end as long as keys fall, which they
 * mostly do, since pairs come in plain order: O(pairs), and O(pairs x limit) at worst. `keys` is scratch of at least the longest list.
 */
export function chooseLists (field: ReferralField, charge: Float64Array, balance: number, keys: Float64Array, lists: ChosenLists): void {
  const { numSeekers, start, plain, score } = field
  const { start: listStart, pair: list } = lists
  for (let seeker = 0; seeker < numSeekers; seeker++) {
    const first = listStart[seeker]
    const limit = listStart[seeker + 1] - first
    let length = 0
    for (let position = start[seeker], end = start[seeker + 1]; position < end; position++) {
      const pair = plain[position]
      const key = FULL_BALANCE * THOUSANDTHS * score[pair] - balance * charge[pair]
      let place = length
      if (length < limit) length++
      else if (place > 0 && key > keys[place - 1]) place--
      else continue
      for (; place > 0 && keys[place - 1] < key; place--) {
        keys[place] = keys[place - 1]
        list[first + place] = list[first + place - 1]
      }
      keys[place] = key
      list[first + place] = pair
    }
  }
}

/** Counts the lists that each vacancy is on. */
export function countReferred ({ vacancyOf }: ReferralField, { pair }: ChosenLists, referred: Uint32Array): void {
  referred.fill(0)
  for (let position = 0; position < pair.length; position++) referred[vacancyOf[pair[position]]]++
}
