import { readTitle } from './title-words.ts'
import type { TitleWords } from './title-words.ts'

/** Two titles whose wording is near. */
export interface Likeness {
  a: number
  b: number
  /** 0 to 1: the cosine of their roots, rare ones weighing more. */
  cosine: number
  /** Whether either title holds what the other one works on; else only one does. */
  mutual: boolean
}

/**
 * Calls with every pair of titles (a below b) of which one holds what the other works on, both in the same manner: `Merawat Sistem Rem` and `Memperbaiki
 * Sistem Rem`, not `Merawat Sistem Kemudi` beside it, and not teaching, selling or supervising beside doing. O(titles * titles that share a head).
 * Weights are whole numbers and the cosine is one division and one root, so every engine gives the same bits.
 */
export function forEachLikeTitle (titles: readonly string[], visit: (likeness: Likeness) => void): void {
  const read = titles.map(readTitle)
  const holders = new Map<string, number[]>()
  read.forEach(({ roots }, row) => {
    for (const root of roots) {
      const rows = holders.get(root)
      if (rows === undefined) holders.set(root, [row])
      else rows.push(row)
    }
  })
  const squares = new Map([...holders].map(([root, rows]) => [root, rarity(titles.length, rows.length) ** 2]))
  const norms = read.map(({ roots }) => roots.reduce((sum, root) => sum + squares.get(root)!, 0))

  read.forEach((left, row) => {
    for (const other of left.head === '' ? [] : holders.get(left.head) ?? []) {
      const right = read[other]!
      if (other === row || left.manner !== right.manner) continue
      const mutual = right.head !== '' && left.roots.includes(right.head)
      // A mutual pair comes up from both sides; it is told once.
      if (mutual && other < row) continue
      const cosine = sharedWeight(left, right, squares) / Math.sqrt(norms[row]! * norms[other]!)
      visit({ a: Math.min(row, other), b: Math.max(row, other), cosine, mutual })
    }
  })
}

function sharedWeight (left: TitleWords, right: TitleWords, squares: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const root of left.roots) {
    if (right.roots.includes(root)) sum += squares.get(root)!
  }
  return sum
}

/** How many times the number of holders doubles before it passes all titles, and one: a whole number, without logarithms. */
function rarity (numTitles: number, numHolders: number): number {
  return 32 - Math.clz32(Math.floor(numTitles / numHolders))
}
