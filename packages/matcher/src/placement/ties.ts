import { lotteryNumber, pairNumber } from './lottery.ts'

/**
 * How indifference becomes a strict order, on either side. Equal ranks are ordered
 * - `id`: by id, by UTF-16 code units ascending;
 * - `single-lottery`: by lottery number ascending, each seeker and each vacancy with one number that holds on every list;
 * - `multiple-lottery`: by lottery number ascending, with a lottery of its own for every list.
 * Equal lottery numbers are ordered by id. A single lottery places more people on their first choices; a multiple lottery never leaves
 * anybody last everywhere.
 */
export interface TieRule {
  readonly rule: 'id' | 'single-lottery' | 'multiple-lottery'
  /** A whole number from 0 to 2^32 - 1; null for the rule `id`. */
  readonly seed: number | null
}

/** The indices of `ids` in the order in which a rule takes equals; for a multiple lottery the order of equal numbers. */
export function tieOrder (ids: readonly string[], { rule, seed }: TieRule): Uint32Array {
  const order = Uint32Array.from(ids.keys())
  const byId = (a: number, b: number): number => ids[a] < ids[b] ? -1 : 1
  if (rule !== 'single-lottery' || seed === null) return order.sort(byId)
  const numbers = lotteryNumbers(ids, seed)
  return order.sort((a, b) => numbers[a] - numbers[b] || byId(a, b))
}

export function lotteryNumbers (ids: readonly string[], seed: number): Uint32Array {
  return Uint32Array.from(ids, id => lotteryNumber(seed, id))
}

/** Below zero where, on the list of `owner`, a rule takes `a` before `b` among equals, above where after. */
export function compareEquals ({ rule, seed }: TieRule, owner: string, a: string, b: string): number {
  let difference = 0
  if (seed !== null) {
    const number = rule === 'single-lottery'
      ? (id: string) => lotteryNumber(seed, id)
      : (id: string) => pairNumber(lotteryNumber(seed, owner), lotteryNumber(seed, id))
    difference = number(a) - number(b)
  }
  return difference || (a === b ? 0 : a < b ? -1 : 1)
}
