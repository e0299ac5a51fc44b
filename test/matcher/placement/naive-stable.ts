import { lotteryNumber, NOWHERE, pairNumber, type Market, type StableTerms, type TieRule } from '@padan/matcher/placement'

/** Below zero where `a` comes before `b` on the list of `owner`, by rank and then by tie rule. */
type Compare = (owner: number, a: number, b: number) => number

/** Both sides' strict orders, each from its definition; pairs that are not listed come last. */
export function strictOrders (market: Market, ties: TieRule): { ofSeeker: Compare, ofVacancy: Compare } {
  const number = (owner: string, id: string): number => ties.seed === null
    ? 0
    : ties.rule === 'single-lottery' ? lotteryNumber(ties.seed, id) : pairNumber(lotteryNumber(ties.seed, owner), lotteryNumber(ties.seed, id))
  const order = (owners: readonly string[], ranked: readonly string[], rank: (owner: number, other: number) => number): Compare => (owner, a, b) =>
    rank(owner, a) - rank(owner, b) || number(owners[owner]!, ranked[a]!) - number(owners[owner]!, ranked[b]!) || (ranked[a]! < ranked[b]! ? -1 : ranked[a]! > ranked[b]! ? 1 : 0)
  return {
    ofSeeker: order(market.seekers, market.vacancies, (seeker, vacancy) => market.seekerRank?.[pairOf(market, seeker, vacancy)] ?? 0),
    ofVacancy: order(market.vacancies, market.seekers, (vacancy, seeker) => market.vacancyRank?.[pairOf(market, seeker, vacancy)] ?? 0),
  }
}

export function pairOf ({ start, vacancy }: Market, seeker: number, to: number): number {
  for (let pair = start[seeker]!; pair < start[seeker + 1]!; pair++) if (vacancy[pair] === to) return pair
  return -1
}

/** Where each seeker may go: listed, refused by nobody, both taking part. */
export function acceptable (market: Market, { refusals, withdrawn }: StableTerms): number[][] {
  const refused = new Set(refusals.map(({ seekerId, vacancyId }) => `${seekerId} ${vacancyId}`))
  return market.seekers.map((id, seeker) => withdrawn.seekers.includes(id)
    ? []
    : [...market.vacancy.subarray(market.start[seeker], market.start[seeker + 1])].filter(to => !withdrawn.vacancies.includes(market.vacancies[to]!) && !refused.has(`${id} ${market.vacancies[to]}`)))
}

/** Every way to put each seeker nowhere or on one of their options. */
export function * everyPlacement (options: readonly (readonly number[])[]): Generator<number[]> {
  if (options.length === 0) {
    yield []
    return
  }
  const last = options.at(-1)!
  for (const rest of everyPlacement(options.slice(0, -1))) {
    yield [...rest, NOWHERE]
    for (const to of last) yield [...rest, to]
  }
}

/** Stability as in the textbook, seats only: seats held to, and no pair of which both would rather have each other. */
export function isStable (market: Market, terms: StableTerms, where: readonly number[]): boolean {
  const { ofSeeker, ofVacancy } = strictOrders(market, terms.ties)
  const at = (vacancy: number): number[] => [...where.keys()].filter(seeker => where[seeker] === vacancy)
  if (market.vacancies.some((_, vacancy) => at(vacancy).length > market.seats[vacancy]!)) return false
  return !acceptable(market, terms).some((options, seeker) => options.some(to =>
    (where[seeker] === NOWHERE || ofSeeker(seeker, to, where[seeker]!) < 0) &&
    (at(to).length < market.seats[to]! || at(to).some(other => ofVacancy(to, seeker, other) < 0))))
}
