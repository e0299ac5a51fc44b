import { NOWHERE, type Market, type Placement } from '@padan/matcher/placement'
import type { FilledVacancy, PlacedSeeker } from '../schemas/placement-result.ts'

/** The seekers of a placement, in the order of the market, each with what `more` adds. */
export function * placedSeekers (market: Market, { vacancyOf }: Placement, more: (seeker: number) => Partial<PlacedSeeker>): Generator<PlacedSeeker, void> {
  for (let seeker = 0; seeker < market.seekers.length; seeker++) {
    const vacancy = vacancyOf[seeker]
    const pair = vacancy === NOWHERE ? -1 : pairAt(market, seeker, vacancy)
    yield {
      id: market.seekers[seeker],
      vacancyId: vacancy === NOWHERE ? null : market.vacancies[vacancy],
      score: pair === -1 || market.score === null ? null : market.score[pair],
      rank: pair === -1 ? null : rankOf(market, seeker, pair),
      ...more(seeker),
    }
  }
}

/** The vacancies likewise, with who is placed there. */
export function * filledVacancies (market: Market, { vacancyOf }: Placement, more: (vacancy: number) => Partial<FilledVacancy>): Generator<FilledVacancy, void> {
  const placed: string[][] = market.vacancies.map(() => [])
  vacancyOf.forEach((vacancy, seeker) => { if (vacancy !== NOWHERE) placed[vacancy].push(market.seekers[seeker]) })
  for (let vacancy = 0; vacancy < market.vacancies.length; vacancy++) {
    yield { id: market.vacancies[vacancy], seats: market.seats[vacancy], placed: placed[vacancy], ...more(vacancy) }
  }
}

function pairAt ({ start, vacancy }: Market, seeker: number, at: number): number {
  const found = vacancy.subarray(start[seeker], start[seeker + 1]).indexOf(at)
  return found === -1 ? -1 : start[seeker] + found
}

/** 1 and the number of pairs that the seeker likes better, by rank, or else by score. */
function rankOf ({ start, score, seekerRank }: Market, seeker: number, pair: number): number {
  let rank = 1
  for (let other = start[seeker]; other < start[seeker + 1]; other++) {
    if (seekerRank !== null ? seekerRank[other] < seekerRank[pair] : score !== null && score[other] > score[pair]) rank++
  }
  return rank
}
