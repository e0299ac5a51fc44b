import t from 'tap'
import { isDictionaries, marketFromPreferences, preferencesFromDictionaries, readResidents } from '@padan/matcher/placement'

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

t.test('colons may be left out, as generators of such problems write them', async t => {
  t.same(readResidents('4 2\n1 2 1\n2 (1 2)\n3\n4 ( 2 1 )\n1 2 2 (1 4)\n2 1 1 2\n'), readResidents('4 2\n1: 2 1\n2: (1 2)\n3:\n4: (2 1)\n1: 2: 2 (1 4)\n2: 1: 1 2\n'))
  t.same(readResidents('0 1\n1 3').market.seats, [3])
})

t.test('dictionaries of Python\'s libraries are preferences', async t => {
  const residents = { A: ['C'], S: ['C', 'M'], 3: [['M', 'C']] }
  const wanted = marketFromPreferences({ seekers: [{ id: '3', prefers: [['M', 'C']] }, { id: 'A', prefers: ['C'] }, { id: 'S', prefers: ['C', 'M'] }], vacancies: [{ id: 'C', seats: 2, prefers: ['S', '3', 'A'] }, { id: 'M', seats: 1, prefers: ['3', 'S'] }] })
  t.same(marketFromPreferences(preferencesFromDictionaries({ residents, hospitals: { C: ['S', 3, 'A'], M: [3, 'S'] }, capacities: { C: 2, M: 1 } })), wanted)
  t.same(marketFromPreferences(preferencesFromDictionaries({ residents, hospitals: { C: { capacity: 2, preferences: ['S', 3, 'A'] }, M: { capacity: 1, preferences: [3, 'S'] } } })), wanted)
  t.throws(() => preferencesFromDictionaries({ residents, hospitals: { C: ['A'] } }), /The hospital 'C' must have a capacity, a whole number; got none/)
  t.throws(() => preferencesFromDictionaries({ residents, hospitals: {}, capacities: { X: 1 } }), /capacities has the hospital 'X', which is not among the hospitals/)
  t.throws(() => preferencesFromDictionaries({ residents: { A: 'C' as unknown as string[] }, hospitals: {} }), /must be a list, got string/)
  t.ok(isDictionaries({ residents, hospitals: {} }))
  for (const other of [null, [], { residents }, { residents: [], hospitals: [] }, { seekers: [], vacancies: [] }]) t.notOk(isDictionaries(other))
})

t.test('names the line of what is wrong', async t => {
  const cases: [string, RegExp][] = [
    ['', /Line 1: expected the numbers of residents and hospitals, but the text is empty/],
    ['\n3', /Line 2: expected the numbers of residents and hospitals, got '3'/],
    ['1 -1', /Line 1: expected a number of hospitals from 0 to 10000000, got '-1'/],
    ['1 1\n1: 1', /Line 2: expected 1 lines of residents and 1 of hospitals, but there are 1 lines/],
    ['1 1\n2: 1\n1: 1: 1', /Line 2: expected the line of number 1, got '2'/],
    ['1 1\n1: 1: 1\n1: 1: 1', /Line 2: expected 'number: preferences', got '1: 1: 1'/],
    ['1 1\n1 1\n1', /Line 3: expected 'number: capacity: preferences', got '1'/],
    ['1 1\n1 1\n1 x 1', /Line 3: expected a capacity from 0 to 10000000, got 'x'/],
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
