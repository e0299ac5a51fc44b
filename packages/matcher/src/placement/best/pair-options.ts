import type { Market } from '../market.ts'

/** A pair by its ids. */
export interface PairOfIds {
  seekerId: string
  vacancyId: string
}

/** A pair that one side will not have; who refused makes no difference here. */
export interface RefusedPair extends PairOfIds {
  by?: 'seeker' | 'vacancy'
}

/** Pairs that were decided beforehand, by the numbers of the market. */
export interface Decided {
  /** The market's pair by which each seeker is fixed, or -1. */
  readonly fixedPair: Int32Array
  /** 1 for each of the market's pairs that may not be used. */
  readonly isRefused: Uint8Array
  /** The pairs as they were given, each once, in the order of the market. */
  readonly fixed: readonly PairOfIds[]
  readonly refusals: readonly PairOfIds[]
}

const NOT_LISTED = -1

/**
 * Reads `fixed` and `refusals`. Throws RangeError for an id that the market does not have, and for fixed pairs that cannot all be kept: not
 * listed, refused, two for one seeker, or more than there are seats. Refusing a pair that is not listed changes nothing.
 */
export function readDecided (market: Market, fixed: readonly PairOfIds[], refusals: readonly RefusedPair[]): Decided {
  const fixedPair = new Int32Array(market.seekers.length).fill(NOT_LISTED)
  const isRefused = new Uint8Array(market.vacancy.length)
  const numbered = { fixed: numbersOf('fixed', market, fixed), refusals: numbersOf('refusals', market, refusals) }
  for (const { pair } of numbered.refusals) if (pair !== NOT_LISTED) isRefused[pair] = 1
  const seatsLeft = market.seats.slice()
  for (const { seeker, vacancy, pair } of numbered.fixed) {
    const name = `The fixed pair of seeker '${market.seekers[seeker]}' and vacancy '${market.vacancies[vacancy]}'`
    if (pair === NOT_LISTED) throw new RangeError(`${name} is not among the market's pairs; add it there, or leave it out of fixed.`)
    if (isRefused[pair] === 1) throw new RangeError(`${name} is refused as well; leave it out of fixed or of refusals.`)
    if (fixedPair[seeker] !== NOT_LISTED) throw new RangeError(`${name} is the seeker's second; fix a seeker once.`)
    if (seatsLeft[vacancy]-- === 0) throw new RangeError(`${name} finds no seat: the vacancy has ${market.seats[vacancy]}; raise its seats, or fix fewer.`)
    fixedPair[seeker] = pair
  }
  return { fixedPair, isRefused, fixed: idsOf(market, numbered.fixed), refusals: idsOf(market, numbered.refusals) }
}

interface NumberedPair {
  seeker: number
  vacancy: number
  /** The market's pair, or NOT_LISTED. */
  pair: number
}

/** In the order of the market, each once. */
function numbersOf (option: string, market: Market, pairs: readonly PairOfIds[]): NumberedPair[] {
  if (!Array.isArray(pairs)) throw new RangeError(`${option} must be a list of pairs { seekerId, vacancyId }, got ${pairs === null ? 'null' : typeof pairs}.`)
  if (pairs.length === 0) return []
  const seekerOf = new Map(market.seekers.map((id, number) => [id, number]))
  const vacancyOf = new Map(market.vacancies.map((id, number) => [id, number]))
  const numbered = pairs.map((pair: PairOfIds | null, index) => {
    const seeker = seekerOf.get(pair?.seekerId as string)
    const vacancy = vacancyOf.get(pair?.vacancyId as string)
    if (seeker === undefined) throw new RangeError(`${option}[${index}].seekerId must be a seeker of the market, got '${String(pair?.seekerId)}'.`)
    if (vacancy === undefined) throw new RangeError(`${option}[${index}].vacancyId must be a vacancy of the market, got '${String(pair?.vacancyId)}'.`)
    return { seeker, vacancy, pair: pairNumber(market, seeker, vacancy) }
  })
  numbered.sort((a, b) => a.seeker - b.seeker || a.vacancy - b.vacancy)
  return numbered.filter(({ seeker, vacancy }, index) => index === 0 || seeker !== numbered[index - 1].seeker || vacancy !== numbered[index - 1].vacancy)
}

function pairNumber ({ start, vacancy }: Market, seeker: number, wanted: number): number {
  const at = vacancy.subarray(start[seeker], start[seeker + 1]).indexOf(wanted)
  return at === -1 ? NOT_LISTED : start[seeker] + at
}

function idsOf ({ seekers, vacancies }: Market, numbered: readonly NumberedPair[]): PairOfIds[] {
  return numbered.map(({ seeker, vacancy }) => ({ seekerId: seekers[seeker], vacancyId: vacancies[vacancy] }))
}
