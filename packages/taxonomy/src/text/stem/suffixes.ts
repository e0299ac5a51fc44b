/** What is left of a word without its endings, and which ending of the root it was. */
export interface Ending {
  base: string
  suffix: SuffixName | null
  cost: number
}

export type SuffixName = 'kan' | 'an' | 'i' | 'in'

const PARTICLES: readonly string[] = ['lah', 'kah', 'tah', 'pun']
const OWNERS: readonly string[] = ['nya', 'ku', 'mu']
const SHORTEST_BASE = 3

/** Costs order what letters alone do not: an ending that is part of a root in most words costs more. */
const PARTICLE_COST = 1
const SUFFIXES: ReadonlyArray<readonly [suffix: SuffixName, cost: number]> = [['kan', 0], ['an', 0], ['i', 2], ['in', 14]]

/** The ways to take the endings off a word, itself included: particle, owner and one of -kan, -an, -i (spoken -in), from the outside. At most 20. */
export function endingsOf (word: string): Ending[] {
  const bases: Array<{ base: string, cost: number }> = [{ base: word, cost: 0 }]
  for (const group of [PARTICLES, OWNERS]) {
    for (const { base, cost } of [...bases]) {
      for (const ending of group) {
        if (base.length - ending.length >= SHORTEST_BASE && base.endsWith(ending)) bases.push({ base: base.slice(0, -ending.length), cost: cost + PARTICLE_COST })
      }
    }
  }
  const found: Ending[] = []
  for (const { base, cost } of bases) {
    found.push({ base, suffix: null, cost })
    for (const [suffix, more] of SUFFIXES) {
      if (base.length - suffix.length >= SHORTEST_BASE && base.endsWith(suffix)) found.push({ base: base.slice(0, -suffix.length), suffix, cost: cost + more })
    }
  }
  return found
}
