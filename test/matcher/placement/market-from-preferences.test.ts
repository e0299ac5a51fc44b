import fc from 'fast-check'
import t from 'tap'
import { checkMarket, marketFromPreferences, type Preferences } from '@padan/matcher/placement'
import { RecordError } from '@padan/matcher'

t.test('a pair is where both accept; an inner list is a tie; what one side alone lists is told', async t => {
  const { market, oneSided } = marketFromPreferences({
    seekers: [{ id: 'ani', prefers: ['w', ['x', 'y']] }, { id: 'budi', prefers: ['x'] }, { id: 'citra' }],
    vacancies: [{ id: 'y', seats: 2 }, { id: 'x', seats: 0, prefers: [['ani', 'citra']] }, { id: 'w', seats: 1, prefers: ['citra', 'ani'] }],
  })
  checkMarket(market)
  t.same(market, {
    seekers: ['ani', 'budi', 'citra'],
    vacancies: ['y', 'x', 'w'],
    seats: Uint32Array.of(2, 0, 1),
    start: Uint32Array.of(0, 3, 3, 5),
    vacancy: Uint32Array.of(0, 1, 2, 1, 2),
    score: null,
    seekerRank: Uint32Array.of(1, 1, 0, 0, 0),
    vacancyRank: Uint32Array.of(0, 0, 1, 0, 0),
  })
  t.same(oneSided, [{ seeker: 'budi', vacancy: 'x', listedBy: 'seeker' }])
  t.same(marketFromPreferences({ seekers: [{ id: 'a', prefers: [] }], vacancies: [{ id: 'v', seats: 1, prefers: ['a'] }] }).oneSided, [{ seeker: 'a', vacancy: 'v', listedBy: 'vacancy' }])
})

t.test('a side without any list has no preferences, and two such sides accept nobody', async t => {
  const { market } = marketFromPreferences({ seekers: [{ id: 'a', prefers: ['v'] }], vacancies: [{ id: 'v', seats: 1 }] })
  t.same([market.seekerRank, market.vacancyRank], [Uint32Array.of(0), null])
  t.same(marketFromPreferences({ seekers: [{ id: 'a' }], vacancies: [{ id: 'v', seats: 1 }] }).market.vacancy.length, 0)
  t.same(marketFromPreferences({ seekers: [], vacancies: [] }).market.start, Uint32Array.of(0))
})

t.test('agrees with the definition on random lists', async t => {
  const list = (ids: string[]) => fc.option(fc.shuffledSubarray(ids).chain(all => fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length })
    .map(joins => all.reduce<(string | string[])[]>((lists, id, at) => joins[at] && Array.isArray(lists.at(-1)) ? [...lists.slice(0, -1), [...lists.at(-1)!, id]] : [...lists, joins[at] ? [id] : id], []))), { nil: undefined })
  const [seekers, vacancies] = [['s1', 's2', 's3'], ['v1', 'v2', 'v3']]
  const preferences = fc.record({
    seekers: fc.tuple(...seekers.map(id => fc.record({ id: fc.constant(id), prefers: list(vacancies) }))),
    vacancies: fc.tuple(...vacancies.map(id => fc.record({ id: fc.constant(id), seats: fc.nat(3), prefers: list(seekers) }))),
  })
  fc.assert(fc.property(preferences, given => {
    const { market, oneSided } = marketFromPreferences(given)
    const place = (prefers: readonly (string | readonly string[])[] | undefined, id: string) => prefers === undefined ? null : prefers.findIndex(entry => Array.isArray(entry) ? entry.includes(id) : entry === id)
    const wanted: unknown[] = []
    const lone: unknown[] = []
    for (const seeker of given.seekers) {
      for (const vacancy of given.vacancies) {
        const [there, back] = [place(seeker.prefers, vacancy.id), place(vacancy.prefers, seeker.id)]
        if (there === null && back === null) continue
        if (there !== -1 && back !== -1) wanted.push([seeker.id, vacancy.id, there ?? 0, back ?? 0])
        else if (there !== -1 && there !== null) lone.push([seeker.id, vacancy.id, 'seeker'])
        else if (back !== -1 && back !== null) lone.push([seeker.id, vacancy.id, 'vacancy'])
      }
    }
    const found = market.seekers.flatMap((id, number) => Array.from(market.vacancy.subarray(market.start[number], market.start[number + 1]), (to, offset) => {
      const pair = market.start[number]! + offset
      return [id, market.vacancies[to]!, market.seekerRank?.[pair] ?? 0, market.vacancyRank?.[pair] ?? 0]
    }))
    t.strictSame(JSON.stringify(found), JSON.stringify(wanted))
    t.same(oneSided.map(({ seeker, vacancy, listedBy }) => [seeker, vacancy, listedBy].join()).sort(), lone.map(one => (one as string[]).join()).sort())
  }), { seed: 20_261_121, numRuns: 300 })
})

t.test('names every problem with its row and path', async t => {
  const given = {
    seekers: [{ id: 'a', prefers: ['v', ['w', 'v', 'x']] }, { id: 'a' }, { id: 'b', prefers: 'v', wishes: [] }, null, { id: ' c' }, { id: 'd', prefers: [7, [['v']]] }],
    vacancies: [{ id: 'v', seats: -1 }, { id: 'w' }, { id: 'u', seats: '2', prefers: ['b', 'q'] }],
  } as unknown as Preferences
  try {
    marketFromPreferences(given)
    t.fail('it must be refused')
  } catch (error) {
    t.type(error, RecordError)
    t.same((error as RecordError).problems.map(({ row, path, code }) => [row, path, code]), [
      [0, '/seekers/0/prefers/1/1', 'duplicate'],
      [0, '/seekers/0/prefers/1/2', 'unknown-code'],
      [1, '/seekers/1/id', 'duplicate-id'],
      [2, '/seekers/2/wishes', 'unknown-field'],
      [2, '/seekers/2/prefers', 'wrong-type'],
      [3, '/seekers/3', 'not-a-record'],
      [4, '/seekers/4/id', 'bad-id'],
      [5, '/seekers/5/prefers/0', 'wrong-type'],
      [5, '/seekers/5/prefers/1/0', 'wrong-type'],
      [0, '/vacancies/0/seats', 'out-of-range'],
      [1, '/vacancies/1/seats', 'missing'],
      [2, '/vacancies/2/seats', 'wrong-type'],
      [2, '/vacancies/2/prefers/1', 'unknown-code'],
    ])
    t.match((error as RecordError).problems[1]!.messageId, /id salah satu lowongan/)
  }
  for (const nothing of [null, 7, [], { seekers: [] }, { seekers: {}, vacancies: [] }]) t.throws(() => marketFromPreferences(nothing as unknown as Preferences), RecordError)
})
