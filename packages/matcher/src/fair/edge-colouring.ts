/** A bipartite multigraph: its edges, and the numbers of left and right vertices. */
export interface Bipartite {
  readonly left: Uint32Array
  readonly right: Uint32Array
  readonly numLeft: number
  readonly numRight: number
}

const NONE = -1

/**
 * Colours the edges so that no two at one vertex are alike (König, 1916): as many colours as the greatest degree suffice. Where an edge finds no colour that is
 * free at both ends, two colours change places along an alternating path; in a bipartite graph the path from one end never comes to the other.
 *
 *     left a free          a   b   a            flip:   b   a   b           then the edge takes a
 *     right b free   right ─── · ─── · ───        right ─── · ─── · ───
 *
 * Throws RangeError for fewer colours than the greatest degree. O(edges · (colours + vertices)); paths are short in practice. Lowest free colour first.
 */
export function colourEdges ({ left, right, numLeft, numRight }: Bipartite, numColours: number): Uint32Array {
  const size = left.length
  const colour = new Uint32Array(size)
  // The edge of each colour at each vertex.
  const atLeft = new Int32Array(numLeft * numColours).fill(NONE)
  const atRight = new Int32Array(numRight * numColours).fill(NONE)
  for (let edge = 0; edge < size; edge++) {
    const a = left[edge] * numColours
    const b = right[edge] * numColours
    let common = 0
    while (common < numColours && (atLeft[a + common] !== NONE || atRight[b + common] !== NONE)) common++
    if (common === numColours) {
      const freeLeft = firstFree(atLeft, a, numColours)
      const freeRight = firstFree(atRight, b, numColours)
      if (freeLeft === NONE || freeRight === NONE) throw new RangeError(`Edge ${edge} meets a vertex with more than ${numColours} edges; give as many colours as the greatest degree.`)
      flip(atRight, atLeft, right, left, colour, right[edge], freeLeft, freeRight, numColours)
      common = freeLeft
    }
    colour[edge] = common
    atLeft[a + common] = edge
    atRight[b + common] = edge
  }
  return colour
}

function firstFree (at: Int32Array, row: number, numColours: number): number {
  for (let colour = 0; colour < numColours; colour++) if (at[row + colour] === NONE) return colour
  return NONE
}

/** Exchanges two colours along the path that begins with `first` at a vertex of the side `at` (whose vertices are in `end`), where `second` is free. */
function flip (at: Int32Array, otherAt: Int32Array, end: Uint32Array, otherEnd: Uint32Array, colour: Uint32Array, begin: number, first: number, second: number, numColours: number): void {
  const path: number[] = []
  for (let vertex = begin, own = at, far = otherEnd, one = first; ;) {
    const edge = own[vertex * numColours + one]
    if (edge === NONE) break
    path.push(edge)
    vertex = far[edge]
    own = own === at ? otherAt : at
    far = far === otherEnd ? end : otherEnd
    one = one === first ? second : first
  }
  for (const edge of path) {
    at[end[edge] * numColours + colour[edge]] = NONE
    otherAt[otherEnd[edge] * numColours + colour[edge]] = NONE
  }
  for (const edge of path) {
    const next = colour[edge] === first ? second : first
    colour[edge] = next
    at[end[edge] * numColours + next] = edge
    otherAt[otherEnd[edge] * numColours + next] = edge
  }
}
