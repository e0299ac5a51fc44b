import type { IndexedThing } from '../../dist/text/index.js'

/** The codes of things, likest first. */
export type Search = (text: string) => string[]

const MOST = 50

/** Cosine of TF-IDF over character n-grams of 3 to 5 within words, each name a document; a thing counts by its best name. As scikit-learn's `char_wb` does it. */
export function characterNgrams (things: readonly IndexedThing[]): Search {
  const names = things.flatMap(({ code, label, synonyms = [] }) => [label, ...synonyms].map(name => ({ code, grams: gramsOf(name) })))
  const documents = new Map<string, number>()
  for (const { grams } of names) for (const gram of grams.keys()) documents.set(gram, (documents.get(gram) ?? 0) + 1)
  const rarity = (gram: string): number => Math.log((1 + names.length) / (1 + (documents.get(gram) ?? 0))) + 1
  const postings = new Map<string, Array<{ name: number, weight: number }>>()
  for (const [name, { grams }] of names.entries()) {
    let squares = 0
    for (const [gram, count] of grams) squares += (count * rarity(gram)) ** 2
    for (const [gram, count] of grams) {
      const row = postings.get(gram) ?? []
      row.push({ name, weight: count * rarity(gram) / Math.sqrt(squares) })
      postings.set(gram, row)
    }
  }
  return text => {
    const scores = new Map<string, number>()
    const byName = new Float64Array(names.length)
    for (const [gram, count] of gramsOf(text)) {
      const gain = count * rarity(gram)
      for (const { name, weight } of postings.get(gram) ?? []) byName[name]! += gain * weight
    }
    for (let name = 0; name < byName.length; name++) {
      const score = byName[name]!
      if (score > 0 && score > (scores.get(names[name]!.code) ?? 0)) scores.set(names[name]!.code, score)
    }
    return bestOf(scores)
  }
}

/** BM25 (k1 1.2, b 0.75) over the plain words of all a thing says of itself. */
export function bm25 (things: readonly IndexedThing[]): Search {
  const postings = new Map<string, Array<{ thing: number, count: number }>>()
  const lengths = things.map(({ label, synonyms = [], description = '' }, thing) => {
    const words = wordsOf([label, ...synonyms, description].join(' '))
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const [word, count] of counts) {
      const row = postings.get(word) ?? []
      row.push({ thing, count })
      postings.set(word, row)
    }
    return words.length
  })
  const mean = lengths.reduce((sum, length) => sum + length, 0) / things.length
  return text => {
    const scores = new Map<string, number>()
    for (const word of new Set(wordsOf(text))) {
      const row = postings.get(word) ?? []
      const rarity = Math.log(1 + (things.length - row.length + 0.5) / (row.length + 0.5))
      for (const { thing, count } of row) {
        const { code } = things[thing]!
        scores.set(code, (scores.get(code) ?? 0) + rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * lengths[thing]! / mean)))
      }
    }
    return bestOf(scores)
  }
}

export function wordsOf (text: string): string[] {
  return text.toLowerCase().normalize('NFKD').split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')
}

export function gramsOf (text: string): Map<string, number> {
  const grams = new Map<string, number>()
  for (const word of wordsOf(text)) {
    const padded = ` ${word} `
    for (let length = 3; length <= 5; length++) {
      for (let place = 0; place + length <= padded.length; place++) {
        const gram = padded.slice(place, place + length)
        grams.set(gram, (grams.get(gram) ?? 0) + 1)
      }
    }
  }
  return grams
}

function bestOf (scores: ReadonlyMap<string, number>): string[] {
  return [...scores].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a < b ? -1 : 1)).slice(0, MOST).map(([code]) => code)
}
