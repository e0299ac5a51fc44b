import type { RankedPair } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import type { MarketLists, TopLists } from '@padan/matcher/threads'
import type { CityMarket } from './city-market.ts'
import { RANK_OPTIONS } from './market.ts'

/** However slow it is, the oracle makes so many lists of each side. */
const LEAST_LISTS = 3
/** Steps of the golden section fall evenly over a range, however many there are. */
const GOLDEN_SECTION = 0.618_033_988_749_895

export interface OracleLists {
  /** Milliseconds for all lists of both sides, by what those made took. */
  time: number
  /** Lists made. */
  seekers: number
  vacancies: number
}

/** Lets the oracle make lists, evenly spread over both sides, so many milliseconds for each; they must be the ones that `rankAll` made. */
export function timeOracle ({ taxonomy, seekers, vacancies }: CityMarket, lists: MarketLists, budget: number): OracleLists {
  const oracle = createOracle({ taxonomy })
  oracle.seekers.put(seekers)
  oracle.vacancies.put(vacancies)
  const ofVacancies = timeSide(lists.vacancies, lists.seekers.ids, id => oracle.rankSeekers(id, RANK_OPTIONS).results, budget)
  const ofSeekers = timeSide(lists.seekers, lists.vacancies.ids, id => oracle.rankVacancies(id, RANK_OPTIONS).results, budget)
  return { time: ofVacancies.time + ofSeekers.time, seekers: ofSeekers.made, vacancies: ofVacancies.made }
}

type Side = MarketLists['seekers']

function timeSide ({ ids, lists }: Side, others: readonly string[], rank: (id: string) => readonly RankedPair[], budget: number): { time: number, made: number } {
  const begin = performance.now()
  let spent = 0
  let made = 0
  for (; made < ids.length && (made < LEAST_LISTS || performance.now() - begin < budget); made++) {
    const position = Math.floor((made * GOLDEN_SECTION) % 1 * ids.length)
    const start = performance.now()
    const list = rank(ids[position])
    spent += performance.now() - start
    if (JSON.stringify(pairsOf(lists, position, others)) !== JSON.stringify(list.map(({ id, score, potential, fit }) => ({ id, score, potential, fit })))) {
      throw new Error(`The oracle and rankAll disagree about '${ids[position]}': no figure of this run is worth anything.`)
    }
  }
  return { time: made === 0 ? 0 : spent / made * ids.length, made }
}

function pairsOf ({ start, of, score, potential, fit }: TopLists, list: number, ids: readonly string[]): object[] {
  return Array.from({ length: start[list + 1] - start[list] }, (_, place) => {
    const at = start[list] + place
    return { id: ids[of[at]], score: score[at], potential: potential[at], fit: fit[at] }
  })
}
