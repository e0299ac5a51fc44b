import type { RelatedRegister } from '@padan/taxonomy'

/** Bits that the branches of one register share out among them. */
export const BRANCH_BITS = 10
export const ALL_BRANCHES: number = (1 << BRANCH_BITS) - 1

/**
 * Coarse places in a tree of codes, for bounds: every item has one bit, by the branch it stands in, and for every item it is known which
 * bits hold anything related to it. No common bit means no credit; a common bit means nothing. Bits are shared by several branches.
 */
export class Branches {
  readonly #register: RelatedRegister<{ parent: number | null }>
  readonly #bitOf: Uint16Array
  readonly #answering = new Map<number, number>()
  readonly #answered = new Map<number, number>()

  /** Branches begin `depth` steps below the roots. O(items x depth). */
  constructor (register: RelatedRegister<{ parent: number | null }>, depth: number) {
    this.#register = register
    const branchOf = branchesOf(register, depth)
    this.#bitOf = Uint16Array.from(branchOf, branch => 1 << (branch % BRANCH_BITS))
  }

  /** Bits of the items in a list; all of them for 'any', none for null. */
  bitsOf (items: readonly number[] | 'any' | null): number {
    if (items === null) return 0
    if (items === 'any') return ALL_BRANCHES
    let bits = 0
    for (const item of items) bits |= this.#bitOf[item]
    return bits
  }

  /** Bits of all items that answer `wanted` at least in part. O(items) the first time. */
  answering (wanted: number): number {
    return this.#remember(this.#answering, wanted, item => this.#register.relatedness(wanted, item))
  }

  /** Bits of all items that `held` answers at least in part. O(items) the first time. */
  answeredBy (held: number): number {
    return this.#remember(this.#answered, held, item => this.#register.relatedness(item, held))
  }

  #remember (known: Map<number, number>, item: number, relatedness: (other: number) => number): number {
    let bits = known.get(item)
    if (bits !== undefined) return bits
    bits = 0
    for (let other = 0; other < this.#register.size; other++) {
      if (relatedness(other) > 0) bits |= this.#bitOf[other]
    }
    known.set(item, bits)
    return bits
  }
}

/** A number for the branch of each item: that of its ancestor at the depth, or of itself where it stands above. */
function branchesOf (register: RelatedRegister<{ parent: number | null }>, depth: number): number[] {
  const numbers = new Map<number, number>()
  return Array.from({ length: register.size }, (_, item) => {
    const path = [item]
    for (let parent = register.at(item).parent; parent !== null; parent = register.at(parent).parent) path.unshift(parent)
    const head = path[Math.min(depth, path.length - 1)]
    const number = numbers.get(head) ?? numbers.size
    numbers.set(head, number)
    return number
  })
}
