import type { Claims } from './claims.ts'
import type { StableTerms } from './stable-options.ts'

/** A member of a set, or a set that is in none: how many are placed there, how many of them fixed. */
export interface CapNode {
  readonly set: StableTerms['caps'][number] | null
  /** The vacancy's number; -1 for a set. */
  readonly vacancy: number
  /** In the order given. */
  readonly within: CapNode[]
  target: number
  parent: CapNode | null
  placed: number
  fixed: number
}

/** The cap sets of a placement as a tree with its counts, and who gives way when a vacancy has one more. */
export class ClaimedCaps {
  readonly sets: readonly CapNode[]
  readonly #ofVacancy = new Map<number, CapNode>()

  constructor (claims: Claims) {
    const sets = new Map(claims.terms.caps.map(set => [set.id, newNode(set, -1)]))
    this.sets = [...sets.values()]
    for (const node of this.sets) {
      for (const member of node.set?.members ?? []) {
        const child = 'setId' in member ? sets.get(member.setId) : newNode(null, claims.vacancyNumber(member.vacancyId))
        if (child === undefined) throw new RangeError('placement.options has a cap set with a member that is not there.')
        child.target = member.target ?? 0
        child.parent = node
        node.within.push(child)
        if (child.vacancy !== -1) this.#ofVacancy.set(child.vacancy, child)
      }
    }
    for (const [vacancy, leaf] of this.#ofVacancy) {
      const placed = claims.admitted[vacancy]
      const fixed = placed.filter(seeker => claims.fixedAt(seeker) === vacancy).length
      for (let node: CapNode | null = leaf; node !== null; node = node.parent) {
        node.placed += placed.length
        node.fixed += fixed
      }
    }
  }

  /** Whether a vacancy is a member of a cap set. */
  isCapped (vacancy: number): boolean {
    return this.#ofVacancy.has(vacancy)
  }

  /** The innermost set that is full around a vacancy, or null where one more would fit. */
  fullSet (vacancy: number): CapNode | null {
    let node = this.#ofVacancy.get(vacancy)?.parent ?? null
    while (node !== null && node.set !== null && node.placed < node.set.atMost) node = node.parent
    return node
  }

  /** The vacancies within a node, at any depth. */
  vacanciesOf (node: CapNode): number[] {
    return node.vacancy === -1 ? node.within.flatMap(member => this.vacanciesOf(member)) : [node.vacancy]
  }

  /**
   * The vacancy that gives one up if this one had one more, or -1 where one more would fit: from the innermost full set down, always the
   * member most over its target, the later one among equals; members with none but fixed people have nothing to give.
   */
  giver (vacancy: number): number {
    const path = new Set<CapNode>()
    for (let up = this.#ofVacancy.get(vacancy) ?? null; up !== null; up = up.parent) path.add(up)
    let node = this.fullSet(vacancy)
    if (node === null) return -1
    while (node.vacancy === -1) {
      const over = (member: CapNode): number => {
        const placed = member.placed + (path.has(member) ? 1 : 0)
        return placed === member.fixed ? -1 : Math.max(0, placed - member.target)
      }
      node = node.within.reduce((last, member) => over(member) >= over(last) ? member : last)
    }
    return node.vacancy
  }
}

function newNode (set: CapNode['set'], vacancy: number): CapNode {
  return { set, vacancy, within: [], target: 0, parent: null, placed: 0, fixed: 0 }
}
