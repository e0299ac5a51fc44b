import { checkNames } from '../engine/options.ts'
import { dualsOf } from './best/duals.ts'
import { exactSums } from './best/exact-sums.ts'
import { readDecided, type PairOfIds, type RefusedPair } from './best/pair-options.ts'
import { placesOf } from './best/places.ts'
import { reduceMarket } from './best/reduce-market.ts'
import { solveAssignment } from './best/solve-assignment.ts'
import { splitDuals } from './best/split-duals.ts'
import { checkMarket } from './check-market.ts'
import type { Market, Placement, RunOptions } from './market.ts'

/** What is made greatest: `score` the total score, or `people-first` the number of people placed and then the total score. */
export type BestObjective = 'score' | 'people-first'

export interface PlaceBestOptions extends RunOptions {
  /** Default `score`. */
  objective?: BestObjective
  /** Seekers who are placed already and stay there. */
  fixed?: readonly PairOfIds[]
  /** Pairs that either side refuses. */
  refusals?: readonly RefusedPair[]
}

/**
 * A placement of the greatest total score, and the duals that prove it. Every seat of a vacancy has its vacancy's price; every seeker has a
 * surplus. Then, where nobody is fixed:
 *
 * - surplus + price >= score for every pair that may be used, and none of them is negative, so no placement at all has a total above the
 *   sum of all surpluses and of all seats' prices (weak duality);
 * - surplus + price = score for every pair placed, an unplaced seeker has no surplus and a vacancy with a free seat no price, so this
 *   placement has a total of just that sum.
 *
 * Where people come first, what a pair is worth is (1, score) instead of score, compared by the first number and then the second, and the
 * duals have two parts as well: `seekerCover` and `vacancyCover` for the first, `seekerSurplus` and `vacancyPrice` for the second. The same
 * two statements then prove both parts. The covers alone say who and what limits the number: every pair has its seeker or its vacancy in
 * them, so no more can be placed than there are seekers in them and seats of vacancies in them (the theorem of König, 1931).
 *
 * A fixed seeker has no choice, so only its own pair counts, and its surplus may be negative: the seat is worth more to others.
 *
 * The duals are those of the lowest prices, of which there is one set, so they mean something by themselves: a vacancy's price is what one
 * more seat there would add to the best total, and a free seeker's surplus is what the best total would lose without the seeker.
 */
export interface BestPlacement extends Placement {
  readonly kind: 'best'
  /** How many seekers are placed, those who were fixed among them. */
  readonly placed: number
  /** The sum of the scores of all pairs placed. */
  readonly total: number
  /** Whole numbers, one a seeker. */
  readonly seekerSurplus: Float64Array
  /** Whole numbers, one a vacancy: the price of each of its seats. */
  readonly vacancyPrice: Float64Array
  /** 0 or 1 each where people come first, otherwise null. */
  readonly seekerCover: Uint8Array | null
  readonly vacancyCover: Uint8Array | null
  readonly options: BestTerms
}

/** The options in full. They can be given again as options. */
export interface BestTerms {
  readonly objective: BestObjective
  /** Pairs as they were given, each once, by the order of seekers and vacancies in the market. */
  readonly fixed: readonly PairOfIds[]
  readonly refusals: readonly PairOfIds[]
}

const OPTIONS = ['objective', 'fixed', 'refusals', 'onProgress', 'signal']

/**
 * Who goes where for the greatest total score, many seekers to a vacancy, exactly. Staying unplaced is worth 0: with `score`, a pair of
 * negative score is never used; with `people-first` it is, when otherwise fewer people could be placed. Negative costs as scores and
 * `people-first` make the assignment problem of the textbooks.
 *
 * Ties: of equally good placements the result is one that depends on the market's numbers alone. Seekers are taken by number and pairs in
 * their order, the earlier winning; that somebody who could be placed for a score of 0 is placed is not promised with `score`. Total,
 * number placed (with `people-first`) and duals are the same in whatever order the market is given.
 *
 * How: a full matrix with one seat a column goes by the algorithm of Jonker and Volgenant (Computing 38, 1987). Other markets begin with its
 * auction and shortest augmenting paths, with seats instead of copies and only listed pairs; where either becomes long, because everybody wants
 * the same and seats are just enough, an auction with ever smaller steps (Bertsekas and Castanon 1992) begins anew, and paths mend the rest.
 * Which of them runs depends on counted work, never on time. Memory is linear in the pairs. Time is that of some tens of passes over the
 * pairs as a rule, and a hundred or two in skewed markets.
 *
 * Throws TypeError or RangeError for a market whose parts do not fit together, without scores, or too large for exact sums (seekers times the
 * greatest score beyond 2^48: 28 million seekers with the scores of ledgers), and for options that are unknown or cannot be met. Verify with `verifyBest`.
 */
export function placeBest (market: Market, options: PlaceBestOptions = {}): BestPlacement {
  checkNames(options, OPTIONS)
  const { objective = 'score', fixed = [], refusals = [] } = options
  if (objective !== 'score' && objective !== 'people-first') throw new RangeError(`objective must be 'score' or 'people-first', got '${String(objective)}'.`)
  checkMarket(market)
  const { score } = market
  if (score === null) throw new RangeError('market.score is null, and the best placement needs a score for each pair: make the market from ledgers or costs, or use placeStable for preferences.')
  const decided = readDecided(market, fixed, refusals)
  const { most, total } = exactSums(market, score)
  const problem = { ...reduceMarket(market, score, decided), most, base: objective === 'score' ? 0 : total }
  const assignment = solveAssignment(problem, options)
  return {
    kind: 'best',
    ...placesOf(market, score, decided, problem, assignment.pairOf),
    ...splitDuals(market, score, decided, dualsOf(problem, assignment), problem.base),
    options: { objective, fixed: decided.fixed, refusals: decided.refusals },
  }
}
