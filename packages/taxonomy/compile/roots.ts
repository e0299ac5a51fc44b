import { readOwnTable } from './read-table.ts'

/** The roots of the stemmer's lexicon, in order and parted by spaces: a hand-made list. */
export function compileRoots (): string {
  return [...new Set(readOwnTable('roots.csv').map(({ root }) => root!))].sort().join(' ')
}

/** Words of proof-read texts by how often they stand in them, as `count-words` counted them: one string a digit of the count, commonest first. */
export function compileWordCounts (): string[] {
  const byDigits: string[][] = []
  for (const { word, count } of readOwnTable('word-counts.csv')) (byDigits[count!.length - 1] ??= []).push(word!)
  return Array.from(byDigits, words => (words ?? []).join(' ')).reverse()
}
