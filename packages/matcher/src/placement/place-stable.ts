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
 * Places seekers stably: many-to-one, seeker-proposing deferred acceptance (Gale and Shapley 1962), in the frame of choice functions
 * (Hatfield and Milgrom 2005; Fleiner 2003).
 *
 * Acceptable is a pair that the market lists and nobody refused. A pair that only one side would have is not listed, or is refused by the
 * other; a side without ranks is indifferent between all its pairs. Indifference is first made strict by `ties`, on both sides.
 *
 * Vacancies choose. A vacancy takes, of all who offer, the first in its line as far as seats go; with type caps it looks only at the best of
 * each type; with reserves it fills them first, in their order, and opens to all what a group leaves (Hafalir, Yenmez and Yildirim 2013). A cap set
 * shares its places out by flexible deferred acceptance (Kamada and Kojima 2015): see `CapSet`. These choices are substitutable (nobody who is
 * turned away is taken because more offer) and obey the law of aggregate demand (more offers, no fewer taken). Rules that would break
 * this are refused: type caps of two groupings at one vacancy, reserves of another grouping beside type caps, cap sets that overlap. Type caps and
 * reserves are of one vacancy for the same reason: over several they would cross its seats. Give each vacancy a part of the number.
 *
 * Stable means: the vacancies together take everybody who is placed, and there is no acceptable pair such that the seeker is placed nowhere or would
 * rather be there, and the vacancies, choosing among all who are placed and that one offer, take it. Somebody within a full set who would rather
 * be at another of its vacancies blocks only if the set would rather have the place there.
 *
 * Everybody is placed as well as in any stable placement under the same strict order, nobody gains by a false list, and the same people are placed in
 * all of them (Roth 1986; with caps, as many in every outermost set). With indifference broken, nobody who is strictly better on both
 * sides blocks either, but another way to break ties may place some better and nobody worse. One more seat (outside cap sets), one more
 * in an outermost cap, or one seeker fewer leaves nobody else worse off; a higher cap within a set may.
 *
 * A reserve is never a floor: with hard minima a stable placement need not exist, and to decide whether it does is NP-complete. Whoever is fixed or
 * withdrawn is outside: nobody blocks with a fixed person's seat. A run after a refusal or after a firm left is a run with more
 * `refusals` or `withdrawn`: it depends on nothing before it and costs no more than the first.
 *
 * O(pairs) time and memory: lists are ordered by address or radix, and the worst one held is found by a pointer that moves one way. Where caps
 * or reserves bear: O(held) in short moves an offer, and O(log members) for every set around the vacancy. Progress counts offers, of at
 * most as many as pairs.
 */
export function placeStable (market: Market, options: StableOptions = {}): StablePlacement {
  checkMarket(market)
  const terms = readStableTerms(options, market)
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
