import { compressPairs } from './compress-pairs.ts'
import type { Market } from './market.ts'
import { readParties, type Party } from './read-parties.ts'

export interface SeekerPreferences {
  id: string
  /** Ids of vacancies, best first; a list within the list holds those between which the seeker is indifferent. Left out: accepts every vacancy that lists the seeker. */
  prefers?: PreferenceList
}

export interface VacancyPreferences {
  id: string
  /** Whole number >= 0. */
  seats: number
  /** Ids of seekers, as above. Left out: accepts every seeker that lists the vacancy, and is indifferent. */
  prefers?: PreferenceList
}

export type PreferenceList = ReadonlyArray<string | readonly string[]>

export interface Preferences {
  seekers: readonly SeekerPreferences[]
  vacancies: readonly VacancyPreferences[]
}

/** A pair that only one side listed, though the other has a list too: it is not in the market. */
export interface OneSidedPair {
  seeker: string
  vacancy: string
  /** Who listed the other. */
  listedBy: 'seeker' | 'vacancy'
}

export interface PreferenceMarket {
  market: Market
  /** In the order of the input: the seekers' lists, then the vacancies'. */
  oneSided: OneSidedPair[]
}

/**
 * A market out of preference lists. A pair exists where both accept: each lists the other, or has no list and is listed. Two sides
 * without lists accept nobody. Ids keep the order of the input. A side of which nobody has a list has no preferences (null); where some
 * have, those without are indifferent. There are no scores. Time and memory O(entries of the lists).
 * Throws RecordError with every problem: `row` is the place in its side's list, `path` a JSON pointer in the whole input, such as
 * `/seekers/3/prefers/1/0`.
 */
export function marketFromPreferences (preferences: Preferences): PreferenceMarket {
  const { seekers, vacancies } = readParties(preferences)
  const pairs = { seeker: [] as number[], vacancy: [] as number[], seekerRank: [] as number[], vacancyRank: [] as number[] }
  const add = (seeker: number, vacancy: number, seekerRank: number, vacancyRank: number): void => {
    pairs.seeker.push(seeker)
    pairs.vacancy.push(vacancy)
    pairs.seekerRank.push(seekerRank)
    pairs.vacancyRank.push(vacancyRank)
  }
  const oneSided: OneSidedPair[] = []
  const tell = (seeker: number, vacancy: number, listedBy: OneSidedPair['listedBy']): void => {
    oneSided.push({ seeker: seekers[seeker].id, vacancy: vacancies[vacancy].id, listedBy })
  }
  seekers.forEach(({ ranks }, seeker) => ranks?.forEach((rank, vacancy) => {
    const back = rankBack(vacancies[vacancy], seeker)
    if (back === undefined) tell(seeker, vacancy, 'seeker')
    else add(seeker, vacancy, rank, back)
  }))
  vacancies.forEach(({ ranks }, vacancy) => ranks?.forEach((rank, seeker) => {
    if (seekers[seeker].ranks === null) add(seeker, vacancy, 0, rank)
    else if (!seekers[seeker].ranks.has(vacancy)) tell(seeker, vacancy, 'vacancy')
  }))
  const { start, vacancy, from } = compressPairs(seekers.length, vacancies.length, pairs.seeker, pairs.vacancy)
  const ranksOf = (side: readonly Party[], all: readonly number[]): Uint32Array | null =>
    side.every(({ ranks }) => ranks === null) ? null : Uint32Array.from(from, input => all[input])
  const market = {
    seekers: seekers.map(({ id }) => id),
    vacancies: vacancies.map(({ id }) => id),
    seats: Uint32Array.from(vacancies, ({ seats }) => seats),
    start,
    vacancy,
    score: null,
    seekerRank: ranksOf(seekers, pairs.seekerRank),
    vacancyRank: ranksOf(vacancies, pairs.vacancyRank),
  }
  return { market, oneSided }
}

/** How a vacancy ranks a seeker who lists it; without a list it is indifferent. */
function rankBack (vacancy: Party, seeker: number): number | undefined {
  return vacancy.ranks === null ? 0 : vacancy.ranks.get(seeker)
}
