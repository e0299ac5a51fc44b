import { checkMarket } from './check-market.ts'
import { CappedAcceptance } from './capped-acceptance.ts'
import { DeferredAcceptance } from './deferred-acceptance.ts'
import { NOWHERE, type Market, type Placement } from './market.ts'
import { readCapSets } from './read-cap-sets.ts'
import { readStableTerms } from './read-stable-terms.ts'
import { readSeatRules } from './seat-rules.ts'
import type { StableOptions, StableTerms } from './stable-options.ts'
import { readStanding } from './standing.ts'
import { seekerLists, vacancyLines } from './strict-lists.ts'

/** A placement that `placeStable` made, and all that `verifyPlacement` needs beside the market. */
export interface StablePlacement extends Placement {
  readonly kind: 'stable'
  /** What was asked, in full and frozen; lottery numbers follow from the seed and the ids (`lotteryNumber`). */
  readonly options: StableTerms
  /** Offers that seekers made, to vacancies with seats to fill: the same whatever the order of offers. */
  readonly proposals: number
  /** Entries of the seekers' lists that were reached, barred ones too: at most the pairs of the market. */
  readonly pairsLookedAt: number
}

/** Offers between two words of progress. */
const STRIDE = 1 << 16

/**
 * Places seekers stably: many-to-one, seeker-proposing deferred acceptance (Gale and Shapley 1962).
 *
 * Acceptable is a pair that the market lists and nobody refused. A pair that only one side would have is not listed, or is refused by the
 * other; a side without ranks is indifferent between all its pairs. Indifference is first made strict by `ties`, on both sides.
 *
 * The placement is stable: there are no seeker and vacancy, acceptable to each other, such that the seeker is placed nowhere or would
 * rather be at the vacancy, and the vacancy has a seat free or holds somebody further back in its line. Everybody is placed as well as in
 * any stable placement under the same strict order, and nobody gains by a false list (Dubins and Freedman 1981, Roth 1982).
 * The same people are placed, and the same seats filled, in all of them (Roth 1986). With indifference broken, the placement is stable for the
 * given ranks too (nobody blocks by being strictly better), but another way to break ties may place some better and nobody worse.
 *
 * Withdrawn and fixed seekers, and seats that are taken by the fixed, are outside: nobody blocks with a fixed person's seat. A re-run after a
 * refusal is a run with one refusal more; it costs no more than the first.
 *
 * O(pairs) time and memory: lists are ordered by address or radix, and the worst one held is found by a pointer that moves one way.
 */
export function placeStable (market: Market, options: StableOptions = {}): StablePlacement {
  const terms = readStableTerms(options)
  checkMarket(market)
  const standing = readStanding(market, terms)
  const lines = vacancyLines(market, terms.ties)
  const rules = readSeatRules(market, terms, standing.fixedAt)
  const forest = readCapSets(market, terms.caps, standing.fixedAt)
  const input = {
    numSeekers: market.seekers.length,
    numVacancies: market.vacancies.length,
    start: market.start,
    vacancy: market.vacancy,
    list: seekerLists(market, terms.ties),
    lineStart: lines.start,
    place: lines.place,
    ...standing,
  }
  const acceptance = rules.size === 0 && forest === null ? new DeferredAcceptance(input) : new CappedAcceptance(input, rules, forest)
  const { onProgress, signal } = options
  do {
    signal?.throwIfAborted()
    onProgress?.(acceptance.proposals, market.vacancy.length)
  } while (!acceptance.run(STRIDE))
  const { vacancyOf, proposals } = acceptance
  standing.fixedAt?.forEach((vacancy, seeker) => { if (vacancy !== NOWHERE) vacancyOf[seeker] = vacancy })
  onProgress?.(market.vacancy.length, market.vacancy.length)
  return { kind: 'stable', vacancyOf, options: terms, proposals, pairsLookedAt: acceptance.pairsLookedAt() }
}
