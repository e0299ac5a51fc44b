import fc from 'fast-check'
import t from 'tap'
import { PhraseTrie, tokensOf } from './inner.ts'

const WORDS = ['jasa', 'las', 'pipa', 'gas', 'dan', 'uap', 'kapal']
const phrases = fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }), { maxLength: 40 })
const texts = fc.array(fc.constantFrom(...WORDS, 'lain', ',', '.', ';'), { maxLength: 60 })

/** The longest phrase at each place, from left to right, found by comparing every phrase. */
function longestOf (text: string, listed: readonly string[]): Array<{ value: number, first: number, last: number }> {
  const tokens = tokensOf(text)
  const hits: Array<{ value: number, first: number, last: number }> = []
  for (let first = 0; first < tokens.length;) {
    let best: { value: number, first: number, last: number } | undefined
    for (const phrase of new Set(listed)) {
      const words = phrase.split(' ')
      const here = tokens.slice(first, first + words.length)
      const inside = here.slice(1)
      const apart = inside.some(({ opens }) => opens) || (words.length < 4 && inside.some(({ pauses }) => pauses))
      if (apart || here.map(({ word }) => word).join(' ') !== phrase) continue
      if (best === undefined || first + words.length - 1 > best.last) best = { value: listed.indexOf(phrase), first, last: first + words.length - 1 }
    }
    if (best !== undefined) hits.push(best)
    first = best === undefined ? first + 1 : best.last + 1
  }
  return hits
}

t.test('a scan finds the longest phrase at each place, as comparing every phrase does', async t => {
  fc.assert(fc.property(phrases, texts, (listed, pieces) => {
    const names = listed.map(words => words.join(' '))
    const trie = new PhraseTrie()
    for (const [value, name] of names.entries()) trie.add(name, value)
    const text = pieces.join(' ')
    t.same(trie.scan(tokensOf(text)), longestOf(text, names))
    for (const word of WORDS) t.equal(trie.begins(word), listed.some(([first]) => first === word))
  }), { numRuns: 300, seed: 20261128 })
})

t.test('a phrase added later is found in words that were read before', async t => {
  const trie = new PhraseTrie()
  const tokens = tokensOf('operator zyxforklift elektrik')
  t.same(trie.scan(tokens), [])
  trie.add('zyxforklift elektrik', 7)
  t.same(trie.scan(tokens), [{ value: 7, first: 1, last: 2 }])
  t.same([trie.begins('zyxforklift'), trie.begins('elektrik'), trie.begins('never numbered')], [true, false, false])
})

t.test('thousands of phrases keep their values', async t => {
  const trie = new PhraseTrie()
  const names = Array.from({ length: 5_000 }, (_, place) => `w${place % 97} x${place % 89} y${place}`)
  for (const [value, name] of names.entries()) trie.add(name, value)
  t.same(names.map(name => trie.scan(tokensOf(name))), names.map((_, value) => [{ value, first: 0, last: 2 }]))
  t.same(trie.scan(tokensOf('w1 x1')), [])
})
