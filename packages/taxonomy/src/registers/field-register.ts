import { unpackInts } from '../packed-ints.ts'
import { ColumnRegister, checkIndex, foldPlainCode } from '../register.ts'
import type { FieldTable } from '../tables.ts'
import { Tree } from '../tree.ts'
import type { Field, RelatedRegister } from '../types.ts'
import { depthCredit } from './tree-register.ts'

/** Per mille by the depth of the lowest common ancestor: a root, a storey below it, or deeper. */
const CREDIT_BY_DEPTH = Object.freeze([250, 600, 800])

/** What a wider field is worth to somebody who asked for the next narrower one, and for one further down. */
const PARENT_CREDIT = 700
const ANCESTOR_CREDIT = 400

/** Kept, per mille, when the held field is read as its twin in another branch or tree. */
const TWIN_FACTOR = 900

/** The vocational spectrum and the university tree, joined by twins. */
export class FieldColumns extends ColumnRegister<Field> implements RelatedRegister<Field> {
  readonly #tree: Tree
  /** Twins of a field and of its ancestors, field after field; `#twinStarts` says where each field's begin. */
  readonly #twins: Int32Array
  readonly #twinStarts: Int32Array

  constructor (table: FieldTable) {
    const { codes, titles } = table
    const tree = new Tree(unpackInts(table.parents).map(place => place - 1))
    super({
      noun: 'field',
      codes,
      fold: foldPlainCode,
      names: row => [titles[row]!],
      item: row => ({
        index: row,
        code: codes[row]!,
        title: titles[row]!,
        parent: tree.parents[row]! < 0 ? null : tree.parents[row]!,
        tree: codes[row]!.startsWith('smk:') ? 'smk' : 'pt',
      }),
    })
    this.#tree = tree
    const reach = twinReach(tree, table.twins)
    this.#twins = Int32Array.from(reach.flat())
    this.#twinStarts = new Int32Array(reach.length + 1)
    for (let row = 0; row < reach.length; row++) this.#twinStarts[row + 1] = this.#twinStarts[row]! + reach[row]!.length
  }

  relatedness (wanted: number, held: number): number {
    checkIndex(wanted, this.size, 'field')
    checkIndex(held, this.size, 'field')
    const direct = directCredit(this.#tree, wanted, held)
    if (direct >= TWIN_FACTOR) return direct

    let throughTwin = 0
    for (let i = this.#twinStarts[held]!; i < this.#twinStarts[held + 1]!; i++) {
      throughTwin = Math.max(throughTwin, directCredit(this.#tree, wanted, this.#twins[i]!))
    }
    return Math.max(direct, Math.floor(TWIN_FACTOR * throughTwin / 1000))
  }
}

function directCredit (tree: Tree, wanted: number, held: number): number {
  if (held !== wanted && tree.commonAncestor(wanted, held) === held) {
    return tree.parents[wanted] === held ? PARENT_CREDIT : ANCESTOR_CREDIT
  }
  return depthCredit(tree, CREDIT_BY_DEPTH, wanted, held)
}

/** For each field: the twins of the field and of everything above it, each once. */
function twinReach (tree: Tree, twins: ReadonlyArray<readonly [number, number]>): number[][] {
  const own: number[][] = Array.from(tree.parents, () => [])
  for (const [a, b] of twins) {
    own[a]!.push(b)
    own[b]!.push(a)
  }
  const reach: number[][] = []
  for (let row = 0; row < own.length; row++) {
    const parent = tree.parents[row]!
    reach.push(parent < 0 ? own[row]! : [...new Set([...own[row]!, ...reach[parent]!])])
  }
  return reach
}
