import t from 'tap'
import type { Matcher, Profile, Seeker, Vacancy } from '@padan/matcher'
import { demoCity, demoCountry } from '@padan/matcher/demo'
import { loadTaxonomy } from '@padan/taxonomy'
import { createBoth } from './both-engines.ts'

const taxonomy = await loadTaxonomy()

/** Shares unlike any built-in ones: nothing for units, nearly everything for what lies between the two. */
const OWN: Profile = { name: 'own', shares: { unit: 0, education: 1, field: 1999, experience: 3000, distance: 4000, wage: 0, wish: 999, 'job-type': 1 } }
const PROFILES = ['job-fair', 'ojt', 'bkk', 'antar-kerja', OWN]
const DAYS = [undefined, '2026-11-20', '2029-01-01']
const LIMITS = [1, 10, 50, 400]
const NUM_WAYS = PROFILES.length * DAYS.length

for (const [name, make, size] of [
  ['city', demoCity, { seekers: 2500, vacancies: 200 }],
  ['country', demoCountry, { seekers: 2000, vacancies: 120 }],
] as const) {
  const population = make(taxonomy, size)
  const seekers = [...population.seekers]
  const vacancies = [...population.vacancies]

  t.test(`every vacancy of a demo ${name} ranks its seekers as the oracle does`, async t => {
    const matcher = filled(seekers, vacancies)
    let numResults = 0
    t.doesNotThrow(() => {
      vacancies.forEach(({ id }, at) => {
        numResults += matcher.rankSeekers(id, wayOf(at)).results.length
      })
    })
    t.ok(numResults > vacancies.length, `${numResults} results`)
  })

  t.test(`the seekers of a demo ${name} rank the vacancies as the oracle does`, async t => {
    const matcher = filled(seekers, vacancies)
    let numResults = 0
    t.doesNotThrow(() => {
      for (let at = 0; at < seekers.length; at += 3) numResults += matcher.rankVacancies(seekers[at]!.id, wayOf(at / 3)).results.length
    })
    t.ok(numResults > seekers.length / 3, `${numResults} results`)
  })
}

t.test('a city that loses and gains people, bite by bite, ranks as the oracle does', async t => {
  const { seekers, vacancies } = demoCity(taxonomy, { seekers: 6000, vacancies: 10 })
  const matcher = createBoth(taxonomy)
  matcher.vacancies.put([...vacancies])
  const all = [...seekers]
  t.doesNotThrow(() => {
    // The last bite is larger than what the index lets wait.
    for (const [start, end] of [[0, 1], [1, 40], [40, 900], [900, 1000], [1000, 1800], [0, 300], [1800, 6000]] as const) {
      matcher.seekers.put(all.slice(start, end))
      for (let at = start; at < end; at += 7) matcher.seekers.delete(all[at]!.id)
      for (const id of [...matcher.vacancies.ids()].slice(0, 3)) matcher.rankSeekers(id, { limit: 30, asOf: '2026-11-20' })
    }
  })
  t.equal([...matcher.seekers.ids()].length, matcher.seekers.size)
})

function filled (seekers: readonly Seeker[], vacancies: readonly Vacancy[]): Matcher {
  const matcher = createBoth(taxonomy)
  matcher.seekers.put(seekers)
  matcher.vacancies.put(vacancies)
  return matcher
}

/** Every profile with every day in turn, and a limit that changes after each round of them. */
function wayOf (turn: number): { profile: string | Profile, asOf?: string, limit: number, explain: boolean } {
  const way = turn % NUM_WAYS
  return { profile: PROFILES[way % PROFILES.length]!, asOf: DAYS[Math.floor(way / PROFILES.length)], limit: LIMITS[Math.floor(turn / NUM_WAYS) % LIMITS.length]!, explain: turn % 4 === 0 }
}
