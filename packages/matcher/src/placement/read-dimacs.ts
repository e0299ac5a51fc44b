import type { Market } from './market.ts'
import { idsFromOne, marketFromArcs, type Arcs } from './market-from-arcs.ts'

const MOST_NODES = 20_000_000

/**
 * A market out of an assignment problem in the format of the DIMACS challenges: `c` lines are comments, `p asn NODES ARCS` says how many there are, an `n` line
 * names each node that is a row, an `a ROW COLUMN COST` line each pair that may be placed. Nodes keep their numbers as ids. Throws RangeError with the line. O(text).
 */
export function readDimacs (text: string): Market {
  const isRow: Uint8Array[] = []
  const arcs: Arcs = { rows: [], columns: [], costs: [] }
  let numNodes = 0
  let numArcs = 0
  text.split(/\r\n|\n|\r/).forEach((content, index) => {
    const words = content.trim().split(/\s+/)
    const whole = (word: string | undefined, least: number, most: number, what: string): number => {
      const number = Number(word)
      if (word !== undefined && /^[+-]?\d+$/.test(word) && number >= least && number <= most) return number
      throw new RangeError(`Line ${index + 1}: expected ${what} from ${least} to ${most}, got '${String(word ?? 'nothing').slice(0, 40)}'.`)
    }
    if (words[0] === '' || words[0] === 'c') return
    if (words[0] === 'p') {
      if (words[1] !== 'asn' || isRow.length > 0) throw new RangeError(`Line ${index + 1}: expected one line 'p asn NODES ARCS', got '${content.slice(0, 40)}'.`)
      numNodes = whole(words[2], 1, MOST_NODES, 'a number of nodes')
      numArcs = whole(words[3], 0, 2_147_483_647, 'a number of arcs')
      isRow.push(new Uint8Array(numNodes))
    } else if (isRow.length === 0) throw new RangeError(`Line ${index + 1}: expected 'p asn NODES ARCS' first, got '${content.slice(0, 40)}'.`)
    else if (words[0] === 'n') isRow[0][whole(words[1], 1, numNodes, 'a node') - 1] = 1
    else if (words[0] === 'a') {
      const [row, column] = [words[1], words[2]].map(word => whole(word, 1, numNodes, 'a node') - 1)
      if (isRow[0][row] === 0) throw new RangeError(`Line ${index + 1}: node ${row + 1} has an arc but no line 'n ${row + 1}' before it.`)
      if (isRow[0][column] === 1) throw new RangeError(`Line ${index + 1}: node ${column + 1} is a row, and an arc leads to it.`)
      arcs.rows.push(row)
      arcs.columns.push(column)
      arcs.costs.push(whole(words[3], -2_147_483_647, 2_147_483_647, 'a cost'))
    } else throw new RangeError(`Line ${index + 1}: expected a line that begins with c, p, n or a, got '${content.slice(0, 40)}'.`)
  })
  if (isRow.length === 0) throw new RangeError("Line 1: expected a line 'p asn NODES ARCS', but there is none.")
  if (arcs.costs.length !== numArcs) throw new RangeError(`The text has ${arcs.costs.length} arcs, and its line 'p' says ${numArcs}.`)
  return numbered(isRow[0], arcs)
}

/** Rows and columns counted apart, in the order of their nodes. */
function numbered (isRow: Uint8Array, { rows, columns, costs }: Arcs): Market {
  const ids: [string[], string[]] = [[], []]
  const place = new Uint32Array(isRow.length)
  idsFromOne(isRow.length).forEach((id, node) => { place[node] = ids[1 - isRow[node]].push(id) - 1 })
  return marketFromArcs(ids[0], ids[1], { rows: rows.map(node => place[node]), columns: columns.map(node => place[node]), costs })
}
