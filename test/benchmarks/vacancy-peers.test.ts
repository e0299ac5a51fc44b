import { isDeepStrictEqual } from 'node:util'
import t from 'tap'
import { createMatcher, type Seeker, type Vacancy } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { lessUsual } from './less-usual.ts'
import { makeVacancyMarket, RANK_OPTIONS, VACANCY_PEERS } from './built.ts'

t.setTimeout(1_800_000)

const taxonomy = await loadTaxonomy()
const country = makeVacancyMarket(taxonomy, 600, 200)
const vacancies = [...country.vacancies()]
const all = [...vacancies, ...vacancies.slice(0, 150).map(lessUsual)].sort((a, b) => a.id < b.id ? -1 : 1)
const market = { ...country, numVacancies: all.length, vacancies: () => all[Symbol.iterator]() as IterableIterator<Vacancy> }
const seekers = [...country.seekers, ...country.seekers.slice(0, 100).map(unusualSeeker)]
const index = createMatcher({ taxonomy })
index.vacancies.put(all)

for (const { name, open } of VACANCY_PEERS) {
  const peer = await open().catch((error: Error) => error)
  const reason = peer instanceof Error ? peer.message : false
  t.test(`${name} gives the ids and scores of the index for every seeker`, { skip: reason }, async t => {
    if (peer instanceof Error) return
    t.teardown(() => peer.close())
    await peer.load(market)
    let listed = 0
    for (const seeker of seekers) {
      const found = await peer.rank(seeker)
      const wanted = index.rankVacancies(seeker, RANK_OPTIONS).results.map(({ id, score }) => ({ id, score }))
      if (!isDeepStrictEqual(found, wanted)) t.same(found, wanted, JSON.stringify(seeker))
      listed += wanted.length
    }
    t.ok(listed > 10 * seekers.length, `${listed} pairs for ${seekers.length} seekers`)
  })
}

/** What people may say and those of the country seldom do: the next one of a list of changes. */
function unusualSeeker (seeker: Seeker, number: number): Seeker {
  const changes: Partial<Seeker>[] = [
    { units: [] },
    { units: undefined, experience: undefined, licences: undefined },
    { region: undefined, point: undefined, reachKm: 5 },
    { point: { lat: -89.9, lng: -179.9 }, willingToMove: false, reachKm: 30 },
    { wish: { wage: 'any', occupations: 'any', jobTypes: 'any', maxHours: 'any' } },
    { wish: { sectors: ['C', 'F'], maxHours: 30 }, licences: [{ licence: 'sim-b1' }, { licence: 'sim-c', expires: '2026-11-19' }] },
    { education: [{ level: 'TS' }], needs: taxonomy.accommodations.size > 0 ? [taxonomy.accommodations.codeAt(0)] : [], adultFrom: '2027-01-01' },
    { adultFrom: '2026-11-20', willingToMove: true },
    { wish: undefined, education: undefined },
  ]
  return { ...seeker, ...changes[number % changes.length], id: `unusual-${seeker.id}` }
}
