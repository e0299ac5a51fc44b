import { readOwnTable } from './read-table.ts'

/** The roots of the stemmer's lexicon, in order and parted by spaces: a hand-made list. */
export function compileRoots (): string {
  return [...new Set(readOwnTable('roots.csv').map(({ root }) => root!))].sort().join(' ')
}
