import fc from 'fast-check'
import t, { type Test } from 'tap'
import { loadTaxonomy } from '@padan/taxonomy'
import { createTextIndex, textIndexOf, type TextIndex } from '@padan/taxonomy/text'

/** Few words, some of them forms, misspellings and parts of others, so that things share much and scores lie close. */
const WORDS = ['plan', 'planning', 'plans', 'budget', 'budgets', 'manage', 'managing', 'staff', 'the', 'of', 'weld', 'welding', 'wled', 'forklift', 'fork', 'lift', 'jahit', 'menjahit', 'baju', 'pajak', 'faktur', 'nurse', 'perawat', 'x']
const words = (most: number): fc.Arbitrary<string> => fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map(list => list.join(' '))
const things = fc.array(fc.record({ label: words(4), synonyms: fc.array(words(4), { maxLength: 3 }), description: fc.option(words(20), { nil: undefined }) }), { minLength: 1, maxLength: 30 })
  .map(list => list.map(({ description, ...thing }, place) => ({ code: `c${place * 7 % 31}`, ...thing, ...(description === undefined ? {} : { description }) })))

/** What the search for likely things must answer: the whole search without the others. */
function agrees (t: Test, index: TextIndex, text: string, limit: number, least: number, typing: boolean): void {
  const whole = index.search(text, { limit: index.size, typing }).filter(({ score }) => score >= least).slice(0, limit)
  t.same(index.search(text, { limit, least, typing }), whole, `${text} (${least})`)
}

t.test('things of a score or more are those of the whole search, in order, whatever the catalogue', async t => {
  fc.assert(fc.property(things, words(14), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 1000 }), fc.boolean(), (list, text, limit, least, typing) => {
    const index = createTextIndex(list)
    for (const bound of [least, 400, 580]) agrees(t, index, text, limit, bound, typing)
  }), { numRuns: 300, seed: 6 })
})

t.test('the same among the concepts and the occupations that are shipped', async t => {
  const taxonomy = await loadTaxonomy()
  let found = 0
  for (const kind of ['concept', 'occupation'] as const) {
    const index = textIndexOf(taxonomy, kind)
    const register = kind === 'concept' ? taxonomy.concepts : taxonomy.occupations
    for (let place = 0; place < register.size; place += 97) {
      const { title } = register.at(place)
      for (const text of [title, title.slice(0, -2), `dibutuhkan ${title} yang mampu bekerja dalam tim`]) {
        for (const least of [400, 580, 800]) agrees(t, index, text, 3, least, false)
        found += index.search(text, { least: 580 }).length
      }
    }
  }
  t.ok(found > 50, `${found} things of 580 or more: the search for likely things had something to find`)
})

t.test('a bound that is none is refused', async t => {
  for (const least of [-1, 1001, 0.5, NaN]) t.throws(() => createTextIndex([]).search('nurse', { least }), { name: 'RangeError', message: /^least must be a whole number from 0 to 1000, got / })
})
