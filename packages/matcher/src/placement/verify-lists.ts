import { checkMarket } from './check-market.ts'
import type { Market } from './market.ts'
import type { Recommendations } from './recommend-all.ts'
import { Pulse } from './pulse.ts'
import { checkVerifyOptions, Findings, type Verdict, type VerifyOptions } from './verdict.ts'

/** As of a placement, but of lists. */
export type ListsVerdict = Omit<Verdict, 'kind'> & { readonly kind: 'lists' }

/**
 * Checks recommendations against the market, from what `recommendAll` promises and nothing of how it works:
 * - `not-eligible`: a vacancy on a list is not among the person's pairs, or the pair named is not theirs;
 * - `no-seats`, `twice`: it has no seats, or stands on the list before;
 * - `wrong-length` (`length`, `expected`): a list is not as long as the limit, or as there are vacancies with seats for the person;
 * - `wrong-count` (`stated`, `found`): a vacancy is not on as many lists as it is said to be.
 *
 * O(pairs). Throws RangeError or TypeError for a market whose parts do not fit together.
 */
export function verifyLists (market: Market, lists: Pick<Recommendations, 'limit' | 'start' | 'pair' | 'vacancy' | 'referred'>, options: VerifyOptions = {}): ListsVerdict {
  checkVerifyOptions(options)
  checkMarket(market)
  const { seekers, vacancies, seats } = market
  const findings = new Findings(options.limit)
  const pulse = new Pulse(options, market.vacancy.length)
  const found = new Map<number, number>()
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    pulse.step(market.start[seeker + 1] - market.start[seeker])
    const own = new Map<number, number>()
    for (let pair = market.start[seeker]; pair < market.start[seeker + 1]; pair++) own.set(market.vacancy[pair], pair)
    const expected = Math.min(lists.limit, [...own.keys()].filter(vacancy => seats[vacancy] > 0).length)
    const seen = new Set<number>()
    for (let place = lists.start[seeker]; place < lists.start[seeker + 1]; place++) {
      const vacancy = lists.vacancy[place]
      found.set(vacancy, (found.get(vacancy) ?? 0) + 1)
      const vacancyId = vacancies[vacancy] ?? null
      if (own.get(vacancy) !== lists.pair[place]) findings.add('not-eligible', seekers[seeker], vacancyId)
      if (seats[vacancy] === 0) findings.add('no-seats', seekers[seeker], vacancyId)
      if (seen.has(vacancy)) findings.add('twice', seekers[seeker], vacancyId)
      seen.add(vacancy)
    }
    const length = lists.start[seeker + 1] - lists.start[seeker]
    if (length !== expected) findings.add('wrong-length', seekers[seeker], null, { length, expected })
  }
  vacancies.forEach((id, vacancy) => {
    const count = found.get(vacancy) ?? 0
    if (count !== lists.referred[vacancy]) findings.add('wrong-count', null, id, { stated: lists.referred[vacancy], found: count })
  })
  pulse.end()
  return { ...findings.verdict('stable'), kind: 'lists' }
}
