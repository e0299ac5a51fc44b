import { normaliseName } from '../normalise.ts'
import { readTitle } from '../relations/title-words.ts'

/** Anything with names. */
export interface NamedThing {
  code: string
  names: readonly string[]
}

/** Things that may be one. */
export interface LikelyDuplicate {
  /** They share a whole name, or names of the same roots (`pemeriksaan pompa`, `memeriksa pompa`). */
  why: 'name' | 'wording'
  /** The shared name, as the first of them writes it. */
  name: string
  /** In ascending order. */
  codes: string[]
}

/** Names of one root are shared by things of different kinds: `mengelas` is done, `las` is a trade. */
const FEWEST_ROOTS = 2

/**
 * Things that share a name in its normal form, then things whose names have the same roots, two or more, dealt with in the same manner: teaching something is not doing it. Things that
 * were told by one name are not told again by another. In the order of the first thing of each group. O(names).
 */
export function likelyDuplicates (things: readonly NamedThing[]): LikelyDuplicate[] {
  const told = new Set<string>()
  const found: LikelyDuplicate[] = []
  for (const [why, keyOf] of [['name', normaliseName], ['wording', rootsOf]] as const) {
    for (const { name, codes } of groupsBy(things, keyOf)) {
      const sorted = [...codes].sort()
      const group = sorted.join('\n')
      if (sorted.length < 2 || told.has(group)) continue
      told.add(group)
      found.push({ why, name, codes: sorted })
    }
  }
  return found
}

/** '' for names of too few roots. */
function rootsOf (name: string): string {
  const { roots, manner } = readTitle(name)
  return roots.length < FEWEST_ROOTS ? '' : `${manner} ${[...roots].sort().join(' ')}`
}

function groupsBy (things: readonly NamedThing[], keyOf: (name: string) => string): Iterable<{ name: string, codes: Set<string> }> {
  const groups = new Map<string, { name: string, codes: Set<string> }>()
  for (const { code, names } of things) {
    for (const name of names) {
      const key = keyOf(name)
      if (key === '') continue
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { name, codes: new Set([code]) })
      else group.codes.add(code)
    }
  }
  return groups.values()
}
