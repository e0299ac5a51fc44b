import { createHash } from 'node:crypto'
import t from 'tap'
import { CITY_YEAR, demoCity, demoCountry } from '@padan/matcher/demo'
import { checkSeekers, checkVacancies } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'

const taxonomy = await loadTaxonomy()

t.test('the same seed gives the same bytes', async t => {
  const { seekers, vacancies } = demoCity(taxonomy, { seekers: 1000, vacancies: 1000 })
  t.equal(hashOf(seekers), '95b13feccf703f6c3b6c5f78b3089ebeba435d109d684e37adfb7e81cc12bb30', 'seekers')
  t.equal(hashOf(vacancies), 'e2d421abb0643d5a25353de076c2e83fbc6c995e711cde56d671c54c7dcde6d0', 'vacancies')
})

t.test('another seed gives another city', async t => {
  const [first] = demoCity(taxonomy, { seekers: 1 }).seekers
  const [other] = demoCity(taxonomy, { seed: 1, seekers: 1 }).seekers
  t.equal(first.id, other.id)
  t.not(JSON.stringify(first), JSON.stringify(other))
})

t.test('a larger city begins with the smaller one', async t => {
  const small = demoCity(taxonomy, { seekers: 100, vacancies: 100 })
  const large = demoCity(taxonomy, { seekers: 500, vacancies: 500 })
  t.same([...large.seekers].slice(0, 100), [...small.seekers])
  t.same([...large.vacancies].slice(0, 100), [...small.vacancies])
})

t.test('every record of the demo city and of the full year is valid', async t => {
  for (const size of [{}, CITY_YEAR]) {
    const { seekers, vacancies } = demoCity(taxonomy, size)
    t.same(checkSeekers([...seekers], taxonomy), [])
    t.same(checkVacancies([...vacancies], taxonomy), [])
  }
})

t.test('the country holds the people of the city, elsewhere', async t => {
  const options = { seekers: 2000, vacancies: 500 }
  const country = demoCountry(taxonomy, options)
  const seekers = [...country.seekers]
  const vacancies = [...country.vacancies]
  t.same(checkSeekers(seekers, taxonomy), [])
  t.same(checkVacancies(vacancies, taxonomy), [])
  const provinces = new Set(seekers.map(({ region }) => region!.slice(0, 2)))
  t.ok(provinces.size > 30, `seekers live in ${provinces.size} provinces`)
  t.same(seekers.map(withoutPlace), [...demoCity(taxonomy, options).seekers].map(withoutPlace))
})

t.test('options out of range are refused with a sentence', async t => {
  t.throws(() => demoCity(taxonomy, { seed: -1 }), { name: 'RangeError', message: /^seed must be a whole number from 0 to 4294967295, got -1\.$/ })
  t.throws(() => demoCity(taxonomy, { seekers: 0.5 }), RangeError)
  t.throws(() => demoCity(taxonomy, { vacancies: NaN }), RangeError)
  t.same([...demoCity(taxonomy, { seekers: 0 }).seekers], [])
})

t.test('a taxonomy without the shipped schemes is refused, naming what is missing', async t => {
  const bare = await loadTaxonomy({ base: false })
  t.throws(() => demoCity(bare), { name: 'RangeError', message: /needs the cluster '.+', which this taxonomy lacks/ })
})

function hashOf (records: Iterable<unknown>): string {
  const hash = createHash('sha256')
  for (const record of records) hash.update(`${JSON.stringify(record)}\n`)
  return hash.digest('hex')
}

/** Everything that does not follow from where somebody lives. */
function withoutPlace (seeker: { region?: string, point?: unknown, wish?: { wage?: unknown } }): object {
  const { region, point, wish, ...rest } = seeker
  return { ...rest, wish: wish === undefined ? undefined : { ...wish, wage: undefined } }
}
