import type { IndexedMatcher, PairOptions, RankedPair } from '@padan/matcher'

export type Side = 'seekers' | 'vacancies'

/** Top lists end to end: list n stands from start[n] up to start[n + 1], best first. */
export interface TopLists {
  readonly start: Uint32Array
  /** Position of the one ranked in its side's `ids`. */
  readonly of: Uint32Array
  readonly score: Int32Array
  readonly potential: Int32Array
  readonly fit: Int32Array
}

export interface ListOptions extends PairOptions {
  limit: number
}

/** The top lists of some records of one side: those of vacancies rank seekers, those of seekers rank vacancies. */
export function rankLists (matcher: IndexedMatcher, side: Side, ids: readonly string[], positionOf: ReadonlyMap<string, number>, options: ListOptions): TopLists {
  const lists = ids.map(id => (side === 'vacancies' ? matcher.rankSeekers(id, options) : matcher.rankVacancies(id, options)).results)
  const start = new Uint32Array(lists.length + 1)
  lists.forEach((list, index) => { start[index + 1] = start[index] + list.length })
  const all: RankedPair[] = lists.flat()
  return {
    start,
    of: Uint32Array.from(all, pair => positionOf.get(pair.id)!),
    score: Int32Array.from(all, pair => pair.score),
    potential: Int32Array.from(all, pair => pair.potential),
    fit: Int32Array.from(all, pair => pair.fit),
  }
}

/** Lists of consecutive records as one. */
export function joinLists (parts: readonly TopLists[]): TopLists {
  const starts = [0]
  for (const { start } of parts) {
    const before = starts[starts.length - 1]
    for (let list = 1; list < start.length; list++) starts.push(before + start[list])
  }
  const total = starts[starts.length - 1]
  const joined = { start: Uint32Array.from(starts), of: new Uint32Array(total), score: new Int32Array(total), potential: new Int32Array(total), fit: new Int32Array(total) }
  let at = 0
  for (const part of parts) {
    joined.of.set(part.of, at)
    joined.score.set(part.score, at)
    joined.potential.set(part.potential, at)
    joined.fit.set(part.fit, at)
    at += part.of.length
  }
  return joined
}

/** Ids in the order of rankings' ties, UTF-16 code units, and the way back. */
export function inOrder (ids: Iterable<string>): { ids: string[], positionOf: Map<string, number> } {
  const sorted = [...ids].sort()
  return { ids: sorted, positionOf: new Map(sorted.map((id, position) => [id, position])) }
}
