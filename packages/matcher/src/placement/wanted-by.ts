import type { Claims } from './claims.ts'
import type { Pulse } from './pulse.ts'

/** Of each vacancy, the seekers who would rather be there and may be. */
export function wantedBy (claims: Claims, pulse?: Pulse): number[][] {
  return takingPart(claims, pulse, (seeker, pair) => claims.wants(seeker, pair))
}

/** Of each vacancy, the seekers who may be there, whether or not they are or would like to. */
export function eligibleAt (claims: Claims): number[][] {
  return takingPart(claims, undefined, () => true)
}

function takingPart (claims: Claims, pulse: Pulse | undefined, isMeant: (seeker: number, pair: number) => boolean): number[][] {
  const { seekers, vacancies, start, vacancy } = claims.market
  const meant: number[][] = vacancies.map(() => [])
  seekers.forEach((_, seeker) => {
    pulse?.step(start[seeker + 1] - start[seeker])
    if (claims.fixedAt(seeker) !== undefined || claims.isSeekerGone(seeker)) return
    for (let pair = start[seeker]; pair < start[seeker + 1]; pair++) {
      const to = vacancy[pair]
      if (isMeant(seeker, pair) && !claims.isVacancyGone(to) && claims.refusedBy(seeker, to) === undefined) meant[to].push(seeker)
    }
  })
  return meant
}
