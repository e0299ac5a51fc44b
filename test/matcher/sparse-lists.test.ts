import t from 'tap'
import { checkSeekers, checkVacancies, createMatcher } from '@padan/matcher'
import type { Seeker } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'

const taxonomy = await loadTaxonomy()

/** A hole in a list is an element that did not come: it is refused like `undefined`, not passed over. */
const HOLES: Array<[side: 'seeker' | 'vacancy', record: object, path: string]> = [
  ['seeker', { units: Array(2) }, '/units'],
  ['seeker', { education: Array(1) }, '/education'],
  ['seeker', { experience: Array(1) }, '/experience'],
  ['seeker', { licences: Array(3) }, '/licences'],
  ['seeker', { needs: Array(1) }, '/needs'],
  ['seeker', { wish: { occupations: Array(2) } }, '/wish/occupations'],
  ['seeker', { wish: { sectors: Array(2) } }, '/wish/sectors'],
  ['seeker', { wish: { jobTypes: Array(2) } }, '/wish/jobTypes'],
  ['vacancy', { units: Array(2) }, '/units'],
  ['vacancy', { fields: Array(2) }, '/fields'],
  ['vacancy', { licences: Array(1) }, '/licences'],
  ['vacancy', { provides: Array(1) }, '/provides'],
]

t.test('a hole in a list is refused at its place', async t => {
  for (const [side, record, path] of HOLES) {
    const read = side === 'seeker' ? checkSeekers : checkVacancies
    const found = read([{ id: 'a', ...record }], taxonomy).map(problem => problem.path)
    t.ok(found.length > 0 && found.every(at => at.startsWith(`${path}/`)), `${side} ${path}`, { found })
  }
})

t.test('a hole among the records is refused at its row', async t => {
  const records = [{ id: 'a' }]
  records[2] = { id: 'c' }
  t.same(checkSeekers(records, taxonomy).map(({ row, code }) => `${row} ${code}`), ['1 missing', '1 not-a-record'])
})

t.test('a list with holes does not disturb what is stored', async t => {
  const matcher = createMatcher({ taxonomy })
  matcher.vacancies.put({ id: 'lw-1', units: [{ unit: 'C.24LAS01.001.1' }] })
  matcher.seekers.put({ id: 'pk-1' })
  t.throws(() => matcher.seekers.put({ id: 'pk-2', units: Array(2) } as Seeker), { name: 'RecordError' })
  t.same(matcher.rankSeekers('lw-1').results.map(({ id }) => id), ['pk-1'])
  t.ok(matcher.seekers.has('pk-1'))
})
