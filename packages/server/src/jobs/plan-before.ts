import type { Change, Fair, Interview, PlanSoFar, Prices } from '@padan/matcher/fair'
import type { Market } from '@padan/matcher/placement'
import type { InvitedSeeker } from '../schemas/fair-result.ts'

/** A plan that was made, as far as a change needs it. */
export interface PlanBefore {
  /** The job that made it; null for one from a file. */
  of: string | null
  /** Since the first plan; the last one is to be made now. */
  changes: readonly Change[]
  interviews: readonly Interview[]
  prices: Prices
}

/** The days of people as interviews. */
export function interviewsOf (seekers: ReadonlyArray<Pick<InvitedSeeker, 'id' | 'interviews'>>): Interview[] {
  return seekers.flatMap(({ id, interviews }) => interviews.map(({ slot, booth, vacancyId, score }) => ({ seeker: id, booth, vacancy: vacancyId, slot, score })))
}

/** A market, fair and plan that are still of one piece. */
export interface KnownPlan {
  market: Market
  fair: Fair
  plan: PlanSoFar
  /** Appointments of people who are not in the market any more. */
  dropped: number
}

/**
 * Records go on changing after a plan was made. Whoever is gone is taken out of plan and fair. Appointments that were given out stand, also where
 * the pair is no longer among somebody's best: it is in the market all the same, for what it was worth.
 */
export function ofOnePiece (market: Market, fair: Fair, { interviews, prices }: PlanBefore): KnownPlan {
  const seekers = new Map(market.seekers.map((id, at) => [id, at]))
  const vacancies = new Map(market.vacancies.map((id, at) => [id, at]))
  const standing = interviews.filter(({ seeker }) => seekers.has(seeker))
  const missing = new Map<number, Array<{ vacancy: number, score: number }>>()
  for (const { seeker, vacancy, score } of standing) {
    const [one, to] = [seekers.get(seeker)!, vacancies.get(vacancy)]
    if (to === undefined || market.vacancy.subarray(market.start[one], market.start[one + 1]).includes(to)) continue
    missing.set(one, [...missing.get(one) ?? [], { vacancy: to, score }])
  }
  return {
    market: missing.size === 0 ? market : withPairs(market, missing),
    fair: withoutStrangers(fair, id => seekers.has(id), id => vacancies.has(id)),
    plan: { interviews: standing, proof: { prices } },
    dropped: interviews.length - standing.length,
  }
}

/** Ranks are not asked for in a fair. */
function withPairs (market: Market, missing: ReadonlyMap<number, ReadonlyArray<{ vacancy: number, score: number }>>): Market {
  const { seekers, start, vacancy, score } = market
  const pairs = seekers.map((_, seeker) => {
    const own = Array.from({ length: start[seeker + 1] - start[seeker] }, (_, n) => ({ vacancy: vacancy[start[seeker] + n], score: score?.[start[seeker] + n] ?? 0 }))
    return missing.has(seeker) ? [...own, ...missing.get(seeker)!].sort((a, b) => a.vacancy - b.vacancy) : own
  })
  const all = pairs.flat()
  const ends = new Uint32Array(start.length)
  pairs.forEach((own, seeker) => { ends[seeker + 1] = ends[seeker] + own.length })
  return { ...market, start: ends, vacancy: Uint32Array.from(all, pair => pair.vacancy), score: score === null ? null : Int32Array.from(all, pair => pair.score), seekerRank: null, vacancyRank: null }
}

function withoutStrangers (fair: Fair, isSeeker: (id: string) => boolean, isVacancy: (id: string) => boolean): Fair {
  const { booths, residents, access, late, absent } = fair
  return {
    ...fair,
    booths: booths.map(booth => ({ ...booth, vacancies: booth.vacancies.filter(isVacancy) })),
    ...residents === undefined ? {} : { residents: { ...residents, seekers: residents.seekers.filter(isSeeker) } },
    ...access === undefined ? {} : { access: access.filter(isSeeker) },
    ...late === undefined ? {} : { late: late.filter(({ seeker }) => isSeeker(seeker)) },
    ...absent === undefined ? {} : { absent: absent.filter(isSeeker) },
  }
}
