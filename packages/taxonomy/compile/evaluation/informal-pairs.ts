import { createTextIndex, formaliseText } from '../../dist/text/index.js'
import { readEvaluationTable } from '../read-table.ts'
import { bm25, characterNgrams, wordsOf, type Search } from './baseline-searches.ts'
import { partOf, type Part } from './split.ts'

const SEED = 'padan-informal-1'
const MOST = 50

/** What one writes in five minutes: the short forms that everybody knows. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(('yg yang|gak tidak|ga tidak|gk tidak|tdk tidak|sy saya|thn tahun|bln bulan|udh sudah|blm belum|dgn dengan|utk untuk|tp tetapi|jg juga|krn karena|sm sama|bs bisa|aja saja|klo kalau|dr dari')
  .split('|').map(pair => pair.split(' ') as [string, string]))

interface Pair {
  informal: string
  formal: string
}

/**
 * Sentences as people type them against the same in formal words: the share of the words of either that the two have in common in order (twice the longest common run of words over the words of both),
 * after each way to make the one formal, and how well the formal sentence is found among all by the informal one.
 */
export function informalReport (part: Part): string {
  const all = readEvaluationTable('informal-pairs.csv').map(({ informal, formal }): Pair => ({ informal: informal!, formal: formal! }))
  const pairs = all.filter(({ informal }) => partOf(informal, SEED) === part)
  const ways: ReadonlyArray<readonly [string, (text: string) => string]> = [
    ['Padan, formaliseText', text => formaliseText(text).text],
    ['a list of twenty short forms', text => wordsOf(text).map(word => SHORT_FORMS.get(word) ?? word).join(' ')],
    ['left as it is', text => text],
  ]
  const same = ways.map(([name, way]) => `| ${name} | ${pairs.length} | ${mean(pairs.map(({ informal, formal }) => likeness(wordsOf(way(informal)), wordsOf(formal)))).toFixed(3)} |\n`)
  const things = all.map(({ formal }, place) => ({ code: String(place), label: formal }))
  const index = createTextIndex(things)
  const searches: ReadonlyArray<readonly [string, Search]> = [
    ['Padan, formaliseText and search', text => index.search(formaliseText(text).text, { limit: MOST }).map(({ code }) => code)],
    ['character n-grams', characterNgrams(things)], ['BM25', bm25(things)],
  ]
  const found = searches.map(([name, find]) => {
    const ranks = pairs.map(pair => find(pair.informal).indexOf(String(all.indexOf(pair))))
    return `| ${name} | ${pairs.length} | ${mean(ranks.map(rank => rank < 0 ? 0 : 1 / (rank + 1))).toFixed(3)} | ${mean(ranks.map(rank => Number(rank === 0))).toFixed(3)} |\n`
  })
  return `| made formal by | pairs | words right |\n| --- | --- | --- |\n${same.join('')}\n| formal sentence found by | pairs | MRR | first |\n| --- | --- | --- | --- |\n${found.join('')}`
}

function likeness (left: readonly string[], right: readonly string[]): number {
  const lengths = new Uint16Array(right.length + 1)
  for (const word of left) {
    let corner = 0
    for (let place = 1; place <= right.length; place++) {
      const above = lengths[place]!
      lengths[place] = word === right[place - 1] ? corner + 1 : Math.max(above, lengths[place - 1]!)
      corner = above
    }
  }
  return 2 * lengths[right.length]! / (left.length + right.length)
}

function mean (values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
