import { compressPairs } from './compress-pairs.ts'
import type { Market } from './market.ts'

/** Pairs with their costs, rows and columns counted from 0; given several times, a pair has its lowest cost. */
export interface Arcs {
  rows: number[]
  columns: number[]
  costs: number[]
}

/** A market out of the pairs that may be placed, one seat a column. O(pairs log pairs + rows + columns). */
export function marketFromArcs (rowIds: readonly string[], columnIds: readonly string[], { rows, columns, costs }: Arcs): Market {
  // Of a pair that comes several times the first is kept, so the lowest cost goes first.
  const order = Uint32Array.from(costs.keys()).sort((a, b) => costs[a] - costs[b] || a - b)
  const { start, vacancy, from } = compressPairs(rowIds.length, columnIds.length, order.map(arc => rows[arc]), order.map(arc => columns[arc]))
  return {
    seekers: rowIds,
    vacancies: columnIds,
    seats: new Uint32Array(columnIds.length).fill(1),
    start,
    vacancy,
    score: Int32Array.from(from, input => -costs[order[input]]),
    seekerRank: null,
    vacancyRank: null,
  }
}

/** The numbers from 1. */
export function idsFromOne (count: number): string[] {
  return Array.from({ length: count }, (_, number) => String(number + 1))
}
