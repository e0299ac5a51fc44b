import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { Matcher, Population } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { loadTaxonomy } from '@padan/taxonomy'

const taxonomy = await loadTaxonomy()

/** The index and the oracle keep their records differently, and must not be told apart. */
const MAKERS = [['index', createMatcher], ['oracle', createOracle]] as const

/** Ids that a plain object would trip over, and ids that a careless comparison would mix up. */
const ODD_IDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '0', '-0', '00', 'é', 'e\u0301', 'É', '😀', '\uFF5E', 'a b', 'a/b', '%2F', 'x'.repeat(128)]

for (const [name, make] of MAKERS) {
  for (const side of ['seekers', 'vacancies'] as const) {
    t.test(`${side} of the ${name} are kept, replaced, deleted and cleared by id`, async t => {
      const population = populationOf(make({ taxonomy }), side)
      t.equal(population.size, 0)
      t.same([...population.ids()], [])
      t.equal(population.has('a'), false)
      t.equal(population.delete('a'), false)

      t.equal(population.put([]), undefined)
      population.put({ id: 'a' })
      population.put([{ id: 'b' }, { id: 'c' }])
      t.same([...population.ids()].sort(), ['a', 'b', 'c'])
      population.put([{ id: 'b' }, { id: 'd' }])
      t.equal(population.size, 4)

      t.equal(population.delete('b'), true)
      t.equal(population.delete('b'), false)
      t.equal(population.has('b'), false)
      t.equal(population.size, 3)
      t.same([...population.ids()].sort(), ['a', 'c', 'd'])
      population.put({ id: 'b' })
      t.equal(population.has('b'), true)
      t.equal(population.size, 4)

      population.clear()
      t.equal(population.size, 0)
      t.equal(population.has('a'), false)
      t.same([...population.ids()], [])
      population.put({ id: 'a' })
      t.same([...population.ids()], ['a'])
    })

    t.test(`${side} of the ${name} may have any id that is text`, async t => {
      const population = populationOf(make({ taxonomy }), side)
      t.same(ODD_IDS.filter(id => population.has(id) || population.delete(id)), [])
      population.put(ODD_IDS.map(id => ({ id })))
      t.equal(population.size, ODD_IDS.length)
      t.same([...population.ids()].sort(), ODD_IDS.toSorted())
      t.same(ODD_IDS.filter(id => !population.has(id)), [])
      t.same(ODD_IDS.filter(id => !population.delete(id)), [])
      t.equal(population.size, 0)
    })
  }

  t.test(`a replaced record of the ${name} is judged as it is now, before and after a question`, async t => {
    const matcher = make({ taxonomy })
    matcher.vacancies.put({ id: 'lw-1', education: { min: 'S1' }, region: '36.71.01' })
    matcher.seekers.put({ id: 'pk-1', education: [{ level: 'S1' }] })
    t.equal(matcher.rankSeekers('lw-1').results[0]!.score, 1_000_000)
    matcher.seekers.put({ id: 'pk-1', education: [{ level: 'D3' }] })
    t.equal(matcher.explain('pk-1', 'lw-1').score, 500_000)
    t.equal(matcher.rankSeekers('lw-1').results[0]!.score, 500_000)
    t.equal(matcher.rankVacancies('pk-1').results[0]!.score, 500_000)
    matcher.vacancies.put({ id: 'lw-1', education: 'any' })
    t.equal(matcher.rankVacancies('pk-1').results[0]!.score, 1_000_000)
    t.equal(matcher.rankSeekers('lw-1').results.length, 1)
    t.equal(matcher.rankVacancies('pk-1').results.length, 1)
  })

  t.test(`a deleted record of the ${name} is in no ranking and cannot be named`, async t => {
    const matcher = make({ taxonomy })
    matcher.seekers.put([{ id: 'pk-1' }, { id: 'pk-2' }])
    matcher.vacancies.put([{ id: 'lw-1' }, { id: 'lw-2' }])
    t.equal(matcher.rankSeekers('lw-1').results.length, 2)
    matcher.seekers.delete('pk-1')
    matcher.vacancies.delete('lw-1')
    t.same(matcher.rankSeekers('lw-2').results.map(({ id }) => id), ['pk-2'])
    t.same(matcher.rankVacancies('pk-2').results.map(({ id }) => id), ['lw-2'])
    for (const [side, ask] of [
      ['seeker', () => matcher.rankVacancies('pk-1')],
      ['seeker', () => matcher.explain('pk-1', 'lw-2')],
      ['seeker', () => matcher.gap('pk-1', 'lw-2')],
      ['vacancy', () => matcher.rankSeekers('lw-1')],
      ['vacancy', () => matcher.explain('pk-2', 'lw-1')],
      ['vacancy', () => matcher.gap('pk-2', 'lw-1')],
    ] as const) t.throws(ask, { name: 'NotFoundError', side, id: side === 'seeker' ? 'pk-1' : 'lw-1', message: new RegExp(`There is no ${side} '(pk|lw)-1'`) })
  })

  t.test(`putting one bad record into the ${name} changes nothing`, async t => {
    const matcher = make({ taxonomy })
    matcher.seekers.put([{ id: 'pk-1', education: [{ level: 'S1' }] }, { id: 'pk-2' }])
    matcher.vacancies.put({ id: 'lw-1', education: { min: 'S1' } })
    const before = matcher.rankSeekers('lw-1', { explain: true })
    const bad = [{ id: 'pk-1', education: [{ level: 'SD' }] }, { id: 'pk-3' }, { id: 'pk-4', education: [{ level: 'XYZ' }] }]
    t.throws(() => matcher.seekers.put(bad), { name: 'RecordError', problems: [{ row: 2, id: 'pk-4', path: '/education/0/level', code: 'unknown-code' }] })
    t.throws(() => matcher.seekers.put([{ id: 'pk-9' }, { id: 'pk-9' }]), { name: 'RecordError', problems: [{ row: 1, code: 'duplicate-id' }] })
    t.throws(() => matcher.vacancies.put([{ id: 'lw-1', education: 'any' }, { id: '' }]), { name: 'RecordError' })
    t.same([...matcher.seekers.ids()].sort(), ['pk-1', 'pk-2'])
    t.same([...matcher.vacancies.ids()], ['lw-1'])
    t.same(matcher.rankSeekers('lw-1', { explain: true }), before)
  })
}

t.test('asking about a bad inline record stores nothing and tells what is wrong', async t => {
  const matcher = createMatcher({ taxonomy })
  matcher.vacancies.put({ id: 'lw-1' })
  for (const ask of [
    () => matcher.explain({ id: 'pk-1', reachKm: -1 }, 'lw-1'),
    () => matcher.gap({ id: 'pk-1', reachKm: -1 }, 'lw-1'),
    () => matcher.rankVacancies({ id: 'pk-1', reachKm: -1 }),
  ]) t.throws(ask, { name: 'RecordError', problems: [{ row: 0, id: 'pk-1', path: '/reachKm', code: 'out-of-range', received: '-1' }] })
  t.throws(() => matcher.rankSeekers({ id: 'lw-9', seats: 0.5 }), { name: 'RecordError', problems: [{ path: '/seats', code: 'not-a-number' }] })
  t.same([matcher.seekers.size, matcher.vacancies.size], [0, 1])
})

function populationOf (matcher: Matcher, side: 'seekers' | 'vacancies'): Population<{ id: string }> {
  return matcher[side] as Population<{ id: string }>
}
