import fc from 'fast-check'
import t from 'tap'
import { createTextIndex, type IndexedThing } from '@padan/taxonomy/text'
import { SortedWords } from './inner.ts'

const THINGS: readonly IndexedThing[] = [
  { code: 's1', label: 'operate forklift', synonyms: ['forklift operation', 'drive forklift truck'], description: 'Move goods in a warehouse with a forklift.' },
  { code: 's2', label: 'manage budgets', synonyms: ['administer budgets', 'oversee budgets'] },
  { code: 's3', label: 'manage staff', synonyms: ['supervise staff', 'oversee employees'] },
  { code: 's4', label: 'menjahit pakaian', synonyms: ['jahit baju'] },
  { code: 's5', label: 'web design' },
  { code: 's6', label: 'administer medication', synonyms: ['manage medication'] },
]
const index = createTextIndex(THINGS)
const best = (text: string): string | undefined => index.search(text, { limit: 1 })[0]?.code

t.test('finds things by their names, other forms of their words, and damaged words', async t => {
  for (const [text, code] of [
    ['operate forklift', 's1'], ['operating a forklift', 's1'], ['opertae forklfit', 's1'], ['fork lift', 's1'], ['budget management', 's2'], ['penjahit pakaian', 's4'], ['jahitan baju', 's4'],
    ['webdesign', 's5'], ['goods of a warehouse', 's1'],
  ] as const) t.equal(best(text), code, text)
})

t.test('a name in its own words scores highest, and scores are whole per mille', async t => {
  for (const { code, label } of THINGS) {
    const [hit] = index.search(label)
    t.match(hit, { code, name: label })
    for (const { score } of index.search(label)) t.ok(Number.isInteger(score) && score >= 0 && score <= 1000)
  }
})

t.test('learned substitutes reach names that hold other words', async t => {
  t.equal(best('administer staff'), 's3', 'administer stands for manage among budgets')
})

t.test('the order does not depend on earlier questions or on the order of things', async t => {
  const turned = createTextIndex([...THINGS].reverse())
  for (const text of ['manage', 'oversee', 'forklift', 'baju staff budgets']) {
    t.same(turned.search(text), index.search(text), text)
    t.same(index.search(text), index.search(text))
  }
})

t.test('an unfinished word is finished while typing', async t => {
  t.equal(index.search('medic', { typing: true })[0]?.code, 's6')
  t.same(index.search('', { typing: true }), [])
})

t.test('bad input is refused with what came and what was expected, or finds nothing', async t => {
  t.throws(() => index.search('x', { limit: 0 }), { message: /limit must be a whole number of 1 or more, got 0/ })
  t.throws(() => index.search(null as unknown as string), { message: /reads a string, got null/ })
  t.throws(() => createTextIndex([{ code: '', label: 'x' }]), { message: /Thing 0 must have a code/ })
  t.same(createTextIndex([]).search('forklift'), [])
  for (const text of ['', '\u0000\u200B', '🙂🙂', 'a'.repeat(1_000_000), 'x '.repeat(100_000), 'ذكاء']) t.type(index.search(text), Array)
})

t.test('near words are those that the table of edit distances calls near', async t => {
  const word = fc.stringMatching(/^[ab\u00e7d]{1,7}$/)
  fc.assert(fc.property(fc.array(word, { maxLength: 40 }), word, fc.integer({ min: 0, max: 2 }), (words, asked, most) => {
    const sorted = new SortedWords(words)
    const wanted = sorted.words.map((one, place) => ({ place, edits: editsBetween(one, asked) })).filter(({ edits }) => edits <= most)
    t.same(sorted.near(asked, most, Infinity), wanted)
  }), { seed: 20_261_128 })
})

/** Optimal string alignment, by the book. */
function editsBetween (left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, row) => Array.from({ length: right.length + 1 }, (_, column) => row === 0 ? column : column === 0 ? row : 0))
  for (let row = 1; row <= left.length; row++) {
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      rows[row]![column] = Math.min(rows[row - 1]![column]! + 1, rows[row]![column - 1]! + 1, rows[row - 1]![column - 1]! + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (swapped) rows[row]![column] = Math.min(rows[row]![column]!, rows[row - 2]![column - 2]! + 1)
    }
  }
  return rows[left.length]![right.length]!
}

t.test('words side by side count for more than the same words apart', async t => {
  const pairs = createTextIndex([{ code: 'apart', label: 'control of traffic in the air' }, { code: 'beside', label: 'air traffic and its control' }])
  t.equal(pairs.search('air traffic control')[0]?.code, 'beside')
  const scores = pairs.search('air traffic control').map(({ score }) => score)
  t.ok(scores[0]! > scores[1]!, 'not by the order of codes alone')
})

t.test('a misspelt word is likened by the letters that were meant, and words that say nothing tell titles apart', async t => {
  const titles = createTextIndex([{ code: '1', label: 'operator mesin plastik' }, { code: '2', label: 'operator mesin plastik lainnya' }])
  t.equal(titles.search('opertor mesin plastik lainnya')[0]?.code, '2')
  t.equal(titles.search('opertor mesin plastik')[0]?.code, '1')
})
