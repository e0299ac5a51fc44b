import { pairNumber } from './lottery.ts'
import type { Market } from './market.ts'
import { sortByKey } from './sort-by-key.ts'
import { lotteryNumbers, tieOrder, type TieRule } from './ties.ts'

/** The list of every seeker: `pairs` by seeker, in blocks as in `market.start`, each block best first. */
export function seekerLists (market: Market, ties: TieRule): Uint32Array {
  const { start, vacancy, seekerRank } = market
  const direct = seekerRank === null ? null : pairsByDistinctRank(start, seekerRank)
  if (direct !== null) return direct
  return sortedPairs({ ownerOf: seekerOfPair(market), rankedOf: vacancy, rank: seekerRank, owners: market.seekers, ranked: market.vacancies }, ties)
}

/** The line of every vacancy, in which no two stand at one place. */
export interface VacancyLines {
  /** Where the line of each vacancy begins, and the end: `vacancies.length + 1` numbers. */
  readonly start: Uint32Array
  /** The place in line of the seeker of each pair: 0 or more, best lowest, below `start[vacancy + 1] - start[vacancy]`; some may be empty. */
  readonly place: Uint32Array
}

export function vacancyLines (market: Market, ties: TieRule): VacancyLines {
  const { vacancy, vacancyRank, vacancies, seekers } = market
  const direct = vacancyRank === null ? null : distinctRanks(vacancy, vacancyRank, vacancies.length)
  if (direct !== null) return { start: direct, place: vacancyRank as Uint32Array }
  const sorted = sortedPairs({ ownerOf: vacancy, rankedOf: seekerOfPair(market), rank: vacancyRank, owners: vacancies, ranked: seekers }, ties)
  const start = new Uint32Array(vacancies.length + 1)
  for (let pair = 0; pair < vacancy.length; pair++) start[vacancy[pair] + 1]++
  for (let at = 0; at < vacancies.length; at++) start[at + 1] += start[at]
  const place = new Uint32Array(vacancy.length)
  for (let at = 0; at < sorted.length; at++) place[sorted[at]] = at - start[vacancy[sorted[at]]]
  return { start, place }
}

/** The seeker of each pair. */
export function seekerOfPair ({ start, vacancy, seekers }: Market): Uint32Array {
  const seekerOf = new Uint32Array(vacancy.length)
  for (let seeker = 0; seeker < seekers.length; seeker++) seekerOf.fill(seeker, start[seeker], start[seeker + 1])
  return seekerOf
}

/** Ranks that leave more than half of their room empty are sorted. */
const MOST_ROOM = 2

/**
 * Pairs by rank within each block, in one pass, where no rank is twice in a block and ranks are dense; null where not. Most lists
 * that people write are so: a permutation.
 */
function pairsByDistinctRank (start: Uint32Array, rank: Uint32Array): Uint32Array | null {
  const pairs = new Uint32Array(rank.length)
  const numBlocks = start.length - 1
  let longest = 0
  for (let block = 0; block < numBlocks; block++) longest = Math.max(longest, start[block + 1] - start[block])
  // The pair at each rank of the block at hand, plus one; all zero between blocks.
  const atRank = new Uint32Array(MOST_ROOM * longest + 1)
  for (let block = 0; block < numBlocks; block++) {
    const first = start[block]
    const end = start[block + 1]
    const room = MOST_ROOM * (end - first) + 1
    for (let pair = first; pair < end; pair++) {
      if (rank[pair] >= room || atRank[rank[pair]] !== 0) return null
      atRank[rank[pair]] = pair + 1
    }
    for (let at = first, place = 0; at < end; place++) {
      if (atRank[place] === 0) continue
      pairs[at++] = atRank[place] - 1
      atRank[place] = 0
    }
  }
  return pairs
}

/** Where the ranks of each owner begin when they are laid end to end, where no owner has one twice and they are dense; null where not. */
function distinctRanks (owner: Uint32Array, rank: Uint32Array, numOwners: number): Uint32Array | null {
  const numPairs = owner.length
  const start = new Uint32Array(numOwners + 1)
  const most = MOST_ROOM * numPairs + numOwners
  for (let pair = 0; pair < numPairs; pair++) {
    if (rank[pair] >= most) return null
    if (rank[pair] >= start[owner[pair] + 1]) start[owner[pair] + 1] = rank[pair] + 1
  }
  let room = 0
  for (let at = 0; at < numOwners; at++) {
    room += start[at + 1]
    if (room > most) return null
    start[at + 1] = room
  }
  const isTaken = new Uint8Array(room)
  for (let pair = 0; pair < numPairs; pair++) {
    const at = start[owner[pair]] + rank[pair]
    if (isTaken[at] === 1) return null
    isTaken[at] = 1
  }
  return start
}

/** One side's lists: who owns the list that a pair is on, whom it ranks there, and how. */
interface Side {
  ownerOf: Uint32Array
  rankedOf: Uint32Array
  rank: Uint32Array | null
  owners: readonly string[]
  ranked: readonly string[]
}

/** All pairs by owner, then rank, then tie rule: sorts by the last first, each keeping the order of the one before. O(pairs). */
function sortedPairs ({ ownerOf, rankedOf, rank, owners, ranked }: Side, ties: TieRule): Uint32Array {
  const numPairs = ownerOf.length
  const position = new Uint32Array(ranked.length)
  tieOrder(ranked, ties).forEach((index, at) => { position[index] = at })
  const key = new Uint32Array(numPairs)
  for (let pair = 0; pair < numPairs; pair++) key[pair] = position[rankedOf[pair]]
  let sorted = sortByKey(Uint32Array.from(key.keys()), key)
  if (ties.rule === 'multiple-lottery' && ties.seed !== null) {
    const ranking = lotteryNumbers(owners, ties.seed)
    const number = lotteryNumbers(ranked, ties.seed)
    for (let pair = 0; pair < numPairs; pair++) key[pair] = pairNumber(ranking[ownerOf[pair]], number[rankedOf[pair]])
    sorted = sortByKey(sorted, key)
  }
  if (rank !== null) sorted = sortByKey(sorted, rank)
  return sortByKey(sorted, ownerOf)
}
