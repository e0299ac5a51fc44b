import { explainRecommendations, recommendAll, verifyLists, type ExplainedReferral, type Market, type OnProgress, type Recommendations } from '@padan/matcher/placement'
import type { PlacementOptions } from '../schemas/placement.ts'
import type { AdvisedSeeker, ReferredVacancy } from '../schemas/placement-result.ts'
import type { MadePlacement } from './made-placement.ts'

/** Lists for everybody, each entry with the crowd it met. Throws RangeError for options that do not go with the market. */
export function runRecommend (market: Market, { limit, balance, rounds }: PlacementOptions, onProgress: OnProgress): MadePlacement {
  const lists = recommendAll(market, {
    ...limit === undefined ? {} : { limit },
    ...balance === undefined ? {} : { balance },
    ...rounds === undefined ? {} : { rounds },
    onProgress,
  })
  return {
    certificate: { method: 'recommend', limit: lists.limit, balance: lists.balance, fairLoad: lists.fairLoad },
    verdict: verifyLists(market, lists),
    reported: lists,
    seekers: advisedSeekers(market, lists),
    vacancies: referredVacancies(market, lists),
  }
}

function * advisedSeekers (market: Market, lists: Recommendations): Generator<AdvisedSeeker, void> {
  for (let seeker = 0; seeker < market.seekers.length; seeker++) {
    const { seekerId, list, leftOut } = explainRecommendations(market, lists, seeker)
    yield { id: seekerId, list: list.map(withoutKey), leftOut: leftOut.map(withoutKey) }
  }
}

/** The key follows from score, charge and balance. */
function withoutKey ({ key: _key, ...referral }: ExplainedReferral): Omit<ExplainedReferral, 'key'> {
  return referral
}

function * referredVacancies ({ vacancies, seekers, seats, start }: Market, lists: Recommendations): Generator<ReferredVacancy, void> {
  const seekerOf = new Uint32Array(start[seekers.length])
  for (let seeker = 0; seeker < seekers.length; seeker++) seekerOf.fill(seeker, start[seeker], start[seeker + 1])
  for (let vacancy = 0; vacancy < vacancies.length; vacancy++) {
    const pairs = lists.referredPair.subarray(lists.referredStart[vacancy], lists.referredStart[vacancy + 1])
    yield {
      id: vacancies[vacancy],
      seats: seats[vacancy],
      referred: Array.from(pairs, pair => seekers[seekerOf[pair]]),
      plainReferred: lists.plainReferred[vacancy],
      fairShare: lists.fairShare[vacancy],
      price: lists.price[vacancy],
    }
  }
}
