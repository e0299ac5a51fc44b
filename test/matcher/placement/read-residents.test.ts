import t from 'tap'
import { marketFromPreferences, readResidents } from '@padan/matcher/placement'

const TEXT = `# three residents, two hospitals
3 2
1: 1 2
2: (1 2)
3: 2      # the second only

1: 2: 2 (1 3)
2: 1: 3 1 2
`

t.test('reads counts, lists with ties, and capacities', async t => {
  const wanted = marketFromPreferences({
    seekers: [{ id: '1', prefers: ['1', '2'] }, { id: '2', prefers: [['1', '2']] }, { id: '3', prefers: ['2'] }],
    vacancies: [{ id: '1', seats: 2, prefers: ['2', ['1', '3']] }, { id: '2', seats: 1, prefers: ['3', '1', '2'] }],
  })
  t.same(readResidents(TEXT), wanted)
  t.same(readResidents(TEXT.replaceAll('\n', '\r\n')), wanted)
  t.same(wanted.oneSided, [{ seeker: '3', vacancy: '1', listedBy: 'vacancy' }])
  t.same(readResidents('1 1\n1:\n1: 0:').market.vacancy.length, 0)
})

t.test('names the line of what is wrong', async t => {
  const cases: [string, RegExp][] = [
    ['', /Line 1: expected the numbers of residents and hospitals, but the text is empty/],
    ['\n3', /Line 2: expected the numbers of residents and hospitals, got '3'/],
    ['1 -1', /Line 1: expected a number of hospitals from 0 to 10000000, got '-1'/],
    ['1 1\n1: 1', /Line 2: expected 1 lines of residents and 1 of hospitals, but there are 1 lines/],
    ['1 1\n2: 1\n1: 1: 1', /Line 2: expected the line of number 1, got '2'/],
    ['1 1\n1 1\n1: 1: 1', /Line 2: expected 'number: preferences', got '1 1'/],
    ['1 1\n1: 1\n\n1: 1', /Line 4: expected 'number: capacity: preferences'/],
    ['1 1\n1: 2\n1: 1: 1', /Line 2: expected a number from 1 to 1, got '2'/],
    ['1 1\n1: 1 1\n1: 1: 1', /Line 2: expected each number once, got '1'/],
    ['1 1\n1: (1\n1: 1: 1', /Line 2: expected a '\)' that ends the tie/],
    ['1 1\n1: 1)\n1: 1: 1', /Line 2: expected a '\(' before this/],
    ['1 1\n1: ((1))\n1: 1: 1', /Line 2: expected a '\)' before the next/],
    ['1 1\n1: 1\n1: x: 1', /Line 3: expected a capacity from 0 to 10000000, got 'x'/],
  ]
  for (const [text, message] of cases) t.throws(() => readResidents(text), message)
  t.throws(() => readResidents(null as unknown as string), /Expected a text, got null/)
})
