import { NOWHERE, type Market } from './market.ts'
import type { StableTerms } from './stable-options.ts'

/** What the terms of a run leave of a market, by number. */
export interface Standing {
  /** Seats to be filled: none at a vacancy that left, one fewer for everybody who is fixed there. */
  readonly seats: Uint32Array
  /** 1 for a pair that was refused; null where none was. */
  readonly isBarred: Uint8Array | null
  /** 1 for a seeker who is fixed or left; null where nobody is. */
  readonly isOut: Uint8Array | null
  /** The vacancy where each seeker is fixed, or NOWHERE; null where nobody is. */
  readonly fixedAt: Int32Array | null
}

/** Throws RangeError for ids that are not in the market and for fixed places that cannot all be kept. */
export function readStanding (market: Market, { refusals, withdrawn, fixed }: StableTerms): Standing {
  const { seekers, vacancies, seats } = market
  const seekerOf = numbers('seeker', seekers)
  const vacancyOf = numbers('vacancy', vacancies)
  const left = seats.slice()
  const isOut = withdrawn.seekers.length + fixed.length === 0 ? null : new Uint8Array(seekers.length)
  const fixedAt = fixed.length === 0 ? null : new Int32Array(seekers.length).fill(NOWHERE)
  for (const id of withdrawn.vacancies) left[vacancyOf(id, 'withdrawn.vacancies')] = 0
  for (const id of withdrawn.seekers) (isOut as Uint8Array)[seekerOf(id, 'withdrawn.seekers')] = 1
  const gone = new Set(withdrawn.vacancies)
  for (const { seekerId, vacancyId } of fixed) {
    const seeker = seekerOf(seekerId, 'fixed')
    const vacancy = vacancyOf(vacancyId, 'fixed')
    if ((fixedAt as Int32Array)[seeker] !== NOWHERE) throw new RangeError(`Seeker '${seekerId}' is fixed twice; one person has one place.`)
    if ((isOut as Uint8Array)[seeker] === 1) throw new RangeError(`Seeker '${seekerId}' is fixed and withdrawn; choose one.`)
    if (gone.has(vacancyId)) throw new RangeError(`Seeker '${seekerId}' is fixed at vacancy '${vacancyId}', which is withdrawn; choose one.`)
    if (left[vacancy] === 0) throw new RangeError(`Vacancy '${vacancyId}' has ${seats[vacancy]} seats, and more people are fixed there.`)
    left[vacancy]--;
    (fixedAt as Int32Array)[seeker] = vacancy;
    (isOut as Uint8Array)[seeker] = 1
  }
  const isBarred = refusals.length === 0 ? null : new Uint8Array(market.vacancy.length)
  for (const { seekerId, vacancyId } of refusals) {
    const seeker = seekerOf(seekerId, 'refusals')
    const vacancy = vacancyOf(vacancyId, 'refusals')
    if (fixedAt !== null && fixedAt[seeker] === vacancy) throw new RangeError(`Seeker '${seekerId}' is fixed at vacancy '${vacancyId}', and the pair is refused; choose one.`)
    const pair = pairOf(market, seeker, vacancy)
    if (pair !== -1) (isBarred as Uint8Array)[pair] = 1
  }
  return { seats: left, isBarred, isOut, fixedAt }
}

/** The number of a pair, or -1 where it is not listed: binary search in the seeker's block. */
export function pairOf ({ start, vacancy }: Market, seeker: number, at: number): number {
  let low = start[seeker]
  let high = start[seeker + 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (vacancy[middle] < at) low = middle + 1
    else high = middle
  }
  return low < start[seeker + 1] && vacancy[low] === at ? low : -1
}

function numbers (side: string, ids: readonly string[]): (id: string, option: string) => number {
  // Most runs name nobody, and then nothing is built.
  let numberOf: Map<string, number> | null = null
  return (id, option) => {
    numberOf ??= new Map(ids.map((one, at) => [one, at]))
    const found = numberOf.get(id)
    if (found === undefined) throw new RangeError(`${option} names the ${side} '${id}', and there is none in the market.`)
    return found
  }
}
