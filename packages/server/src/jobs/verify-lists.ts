import type { Market, Recommendations, Violation } from '@padan/matcher/placement'
import type { MadePlacement } from './made-placement.ts'

const MOST_LISTED = 100

/**
 * Checks recommendations against the market, from what they promise: on each list different vacancies that have seats and are eligible for
 * the person (`not-eligible`, `no-seats`, `twice`), as many of them as the limit or as there are (`wrong-length`).
 */
export function verifyLists (market: Market, { start, vacancy, limit }: Recommendations): MadePlacement['verdict'] {
  const { seekers, vacancies, seats } = market
  const violations: Violation[] = []
  const counts: Record<string, number> = {}
  let numViolations = 0
  const add = (code: string, seeker: number, to: number | null): void => {
    numViolations++
    counts[code] = (counts[code] ?? 0) + 1
    if (violations.length < MOST_LISTED) violations.push({ code, seekerId: seekers[seeker], vacancyId: to === null ? null : vacancies[to] })
  }
  for (let seeker = 0; seeker < seekers.length; seeker++) {
    const eligible = new Set(market.vacancy.subarray(market.start[seeker], market.start[seeker + 1]))
    const seated = [...eligible].filter(to => seats[to] > 0).length
    const list = vacancy.subarray(start[seeker], start[seeker + 1])
    const seen = new Set<number>()
    for (const to of list) {
      if (!eligible.has(to)) add('not-eligible', seeker, to)
      else if (seats[to] === 0) add('no-seats', seeker, to)
      if (seen.has(to)) add('twice', seeker, to)
      seen.add(to)
    }
    if (list.length !== Math.min(limit, seated)) add('wrong-length', seeker, null)
  }
  return { kind: 'recommend', ok: numViolations === 0, violations, numViolations, counts }
}
