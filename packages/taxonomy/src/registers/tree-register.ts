import { ColumnRegister, checkIndex } from '../register.ts'
import type { RegisterSource } from '../register.ts'
import type { Tree } from '../tree.ts'
import type { RelatedRegister } from '../types.ts'

/** The same thing, or a narrower one than was asked for. */
const FULL_CREDIT = 1000

/** A register whose codes form a tree, with credit by how deep the lowest common ancestor lies. */
export class TreeRegister<Item> extends ColumnRegister<Item> implements RelatedRegister<Item> {
  readonly #tree: Tree
  readonly #creditByDepth: readonly number[]
  readonly #noun: string

  /** `creditByDepth[d]` is the credit of a common ancestor at depth d (0 is a root); deeper ones get the last. */
  constructor (source: RegisterSource<Item>, tree: Tree, creditByDepth: readonly number[]) {
    super(source)
    this.#tree = tree
    this.#creditByDepth = creditByDepth
    this.#noun = source.noun
  }

  relatedness (wanted: number, held: number): number {
    checkIndex(wanted, this.size, this.#noun)
    checkIndex(held, this.size, this.#noun)
    return depthCredit(this.#tree, this.#creditByDepth, wanted, held)
  }
}

/** 1000 when `wanted` is `held` or above it, else by the depth of their lowest common ancestor; 0 without one. */
export function depthCredit (tree: Tree, creditByDepth: readonly number[], wanted: number, held: number): number {
  const common = tree.commonAncestor(wanted, held)
  if (common === wanted) return FULL_CREDIT
  if (common < 0) return 0
  return creditByDepth[Math.min(tree.depths[common]!, creditByDepth.length - 1)]!
}
