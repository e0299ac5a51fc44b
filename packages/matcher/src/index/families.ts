import type { Taxonomy } from '@padan/taxonomy'

/** Units in one posting: three bits each, ten in a word, two words. */
export const FAMILY_SIZE = 20

/**
 * A partition of the units into families of at most FAMILY_SIZE, so that what a person holds (or a vacancy asks) of one family fits in
 * one posting. Units of one cluster are wanted together, so they are kept together; the rest follow the taxonomy's order, in which
 * units of one decree are neighbours. Any partition gives the same rankings; a good one opens fewer postings.
 */
export interface Families {
  readonly count: number
  /** Family of each unit. */
  readonly familyOf: Uint16Array
  /** Place of each unit in its family, 0..FAMILY_SIZE-1. */
  readonly positionOf: Uint8Array
}

export function familiesOf (taxonomy: Taxonomy): Families {
  const size = taxonomy.units.size
  const familyOf = new Uint16Array(size)
  const positionOf = new Uint8Array(size)
  const assigned = new Uint8Array(size)
  let count = 0

  function fill (units: readonly number[]): void {
    const free = units.filter(unit => assigned[unit] === 0)
    free.forEach((unit, index) => {
      assigned[unit] = 1
      familyOf[unit] = count + Math.floor(index / FAMILY_SIZE)
      positionOf[unit] = index % FAMILY_SIZE
    })
    count += Math.ceil(free.length / FAMILY_SIZE)
  }

  // Large clusters first: the small ones are mostly parts of them.
  const clusters = Array.from({ length: taxonomy.clusters.size }, (_, index) => taxonomy.clusters.at(index))
  clusters.sort((a, b) => b.units.length - a.units.length || a.index - b.index)
  for (const cluster of clusters) fill(cluster.units)
  fill(Array.from({ length: size }, (_, unit) => unit))
  return { count, familyOf, positionOf }
}
