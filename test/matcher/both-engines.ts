import { createMatcher } from '@padan/matcher'
import type { Matcher, Seeker, Vacancy } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import type { Taxonomy } from '@padan/taxonomy'

/** A matcher that asks the oracle everything too, and throws when the answers differ. */
export function createBoth (taxonomy: Taxonomy): Matcher {
  const index = createMatcher({ taxonomy })
  const oracle = createOracle({ taxonomy })
  const twice = <Args extends unknown[], Answer>(ask: (matcher: Matcher, ...args: Args) => Answer) => (...args: Args): Answer => {
    const found = ask(index, ...args)
    const wanted = ask(oracle, ...args)
    if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`index: ${JSON.stringify(found)}\noracle: ${JSON.stringify(wanted)}`)
    return found
  }
  const population = (side: 'seekers' | 'vacancies'): Matcher['seekers'] & Matcher['vacancies'] => ({
    get size () {
      return twice(matcher => matcher[side].size)()
    },
    has: twice((matcher, id: string) => matcher[side].has(id)),
    put: twice((matcher, records: Seeker & Vacancy) => matcher[side].put(records)),
    delete: twice((matcher, id: string) => matcher[side].delete(id)),
    clear: twice(matcher => matcher[side].clear()),
    ids: () => index[side].ids(),
  }) as Matcher['seekers'] & Matcher['vacancies']
  return {
    taxonomy,
    profiles: index.profiles,
    seekers: population('seekers'),
    vacancies: population('vacancies'),
    rankSeekers: twice((matcher, ...args: Parameters<Matcher['rankSeekers']>) => matcher.rankSeekers(...args)),
    rankVacancies: twice((matcher, ...args: Parameters<Matcher['rankVacancies']>) => matcher.rankVacancies(...args)),
    explain: twice((matcher, ...args: Parameters<Matcher['explain']>) => matcher.explain(...args)),
    gap: twice((matcher, ...args: Parameters<Matcher['gap']>) => matcher.gap(...args)),
    marketGap: twice((matcher, ...args: Parameters<Matcher['marketGap']>) => matcher.marketGap(...args)),
    trainingNeeds: twice((matcher, ...args: Parameters<Matcher['trainingNeeds']>) => matcher.trainingNeeds(...args)),
    seatsOf: twice((matcher, id: string) => matcher.seatsOf(id)),
  }
}
