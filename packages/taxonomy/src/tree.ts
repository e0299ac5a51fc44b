/** A forest over row numbers. Parents stand before their children, so one pass fills every column. */
export class Tree {
  /** Row of the parent, -1 for a root. */
  readonly parents: Int32Array
  /** Steps up to the root of the row's own tree; 0 for a root. */
  readonly depths: Uint8Array

  constructor (parents: Int32Array) {
    this.parents = parents
    this.depths = new Uint8Array(parents.length)
    for (let row = 0; row < parents.length; row++) {
      const parent = parents[row]!
      if (parent >= row) throw new RangeError(`Row ${row} of a tree stands before its parent ${parent}.`)
      if (parent >= 0) this.depths[row] = this.depths[parent]! + 1
    }
  }

  /** The lowest row that is `a` or above it, and `b` or above it; -1 when they stand in different trees. O(depth). */
  commonAncestor (a: number, b: number): number {
    const { parents, depths } = this
    while (depths[a]! > depths[b]!) a = parents[a]!
    while (depths[b]! > depths[a]!) b = parents[b]!
    while (a !== b) {
      a = parents[a]!
      b = parents[b]!
      if (a < 0) return -1
    }
    return a
  }
}
