import fc from 'fast-check'
import t from 'tap'
import { createSpeller, oneEditApart } from './inner.ts'

const CASES: ReadonlyArray<readonly [word: string, meant: string | undefined]> = [
  ['pengalamn', 'pengalaman'],
  ['pengalamann', 'pengalaman'],
  ['pengalamam', 'pengalaman'],
  ['pengalmaan', 'pengalaman'],
  ['pengalaman', undefined],
  ['mengalaman', undefined],
  ['pengalm', undefined],
  ['sekarang', undefined],
  ['semarabg', 'semarang'],
  ['gajih', undefined],
  ['lulusam', undefined],
  ['', undefined],
]

t.test('a word one edit from exactly one listed word is mended', async t => {
  const speller = createSpeller(['pengalaman', 'semarang', 'gaji', 'lulusan', 'lulusat'], ['sekarang'])
  for (const [word, meant] of CASES) t.equal(speller.mend(word), meant, word)
})

t.test('mending agrees with a search through the whole list', async () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 5, maxLength: 8 })
  fc.assert(fc.property(fc.array(word, { maxLength: 8 }), word, (words, asked) => {
    const long = [...new Set(words)].filter(listed => listed.length >= 6)
    const near = long.includes(asked) || asked.length < 6 ? [] : long.filter(listed => listed[0] === asked[0] && editsWithin(listed, asked))
    return createSpeller(words, []).mend(asked) === (near.length === 1 ? near[0] : undefined)
  }), { numRuns: 2_000, seed: 20261121 })
})

t.test('one edit is a letter more, less, other, or swapped with its neighbour', async t => {
  for (const [left, right, is] of [['abc', 'abcd', true], ['abc', 'ab', true], ['abc', 'axc', true], ['abc', 'acb', true], ['abc', 'cba', false], ['abc', 'axx', false], ['abc', 'abcde', false]] as const) {
    t.equal(oneEditApart(left, right), is, `${left} ${right}`)
  }
})

/** Every word one edit from `from`, spelt out. */
function editsWithin (from: string, to: string): boolean {
  const edits = new Set<string>()
  for (let place = 0; place <= from.length; place++) {
    edits.add(from.slice(0, place) + from.slice(place + 1))
    for (const letter of 'abc') {
      edits.add(from.slice(0, place) + letter + from.slice(place))
      edits.add(from.slice(0, place) + letter + from.slice(place + 1))
    }
    if (place + 1 < from.length) edits.add(from.slice(0, place) + from[place + 1] + from[place] + from.slice(place + 2))
  }
  return edits.has(to)
}
