import { normaliseName } from './normalise.ts'

/** Names of a register in comparable form, one entry a name; a row may have several. */
export interface NameList {
  /** Normalised, with a space before and after, so that a word is found as ` word `. */
  names: string[]
  rows: number[]
}

/** How well a name answers a text; lower is better. */
const SAME = 0
const PREFIX = 1
const WORDS = 2
const NO_MATCH = 3

/** Collects the names of rows 0 to `size - 1`. */
export function nameList (size: number, namesOf: (row: number) => readonly string[]): NameList {
  const list: NameList = { names: [], rows: [] }
  for (let row = 0; row < size; row++) {
    for (const name of namesOf(row)) {
      list.names.push(` ${normaliseName(name)} `)
      list.rows.push(row)
    }
  }
  return list
}

/**
 * Rows with a name that is the text, begins with it or holds all its words, best first: same, prefix, words; then the shorter
 * name; then the lower code. A row counts once, by its best name. One pass over all names.
 */
export function findNames (list: NameList, text: string, codes: readonly string[]): number[] {
  const wanted = normaliseName(text)
  if (wanted === '') return []
  const words = [...new Set(wanted.split(' '))].map(word => ` ${word} `)

  const best = new Map<number, { grade: number, length: number }>()
  for (let i = 0; i < list.names.length; i++) {
    const name = list.names[i]!
    const grade = gradeName(name, wanted, words)
    if (grade === NO_MATCH) continue
    const row = list.rows[i]!
    const known = best.get(row)
    if (known === undefined || grade < known.grade || (grade === known.grade && name.length < known.length)) {
      best.set(row, { grade, length: name.length })
    }
  }

  return [...best]
    .sort(([rowA, a], [rowB, b]) => a.grade - b.grade || a.length - b.length || (codes[rowA]! < codes[rowB]! ? -1 : 1))
    .map(([row]) => row)
}

function gradeName (paddedName: string, wanted: string, words: readonly string[]): number {
  if (paddedName.startsWith(wanted, 1)) return paddedName.length === wanted.length + 2 ? SAME : PREFIX
  for (const word of words) {
    if (!paddedName.includes(word)) return NO_MATCH
  }
  return WORDS
}
