import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { checkVacancies, createMatcher } from '@padan/matcher'
import { demoCity } from '@padan/matcher/demo'
import { createOracle } from '@padan/matcher/oracle'
import { advertRows, readAdverts, type AdvertReading } from '@padan/server'
import { loadTaxonomy } from '@padan/taxonomy'

const SOURCES = process.env.PADAN_SOURCES_DEV ?? fileURLToPath(new URL('../../../../shared/data-dev/', import.meta.url))
const FILE = join(SOURCES, 'adverts_2025.csv')
const skip = existsSync(FILE) ? false : `not shipped: no real adverts at ${FILE}: set PADAN_SOURCES_DEV to their folder`

/** Every so many adverts is ranked, and compared with the oracle. */
const STRIDE = 37
const AS_OF = '2026-11-20'

t.test('real adverts give valid vacancies, and demo seekers are ranked against them exactly', { skip }, async t => {
  const taxonomy = await loadTaxonomy()
  const readings: AdvertReading[] = []
  for await (const reading of readAdverts(advertRows(() => createReadStream(FILE)), taxonomy)) readings.push(reading)
  const vacancies = readings.map(({ vacancy }) => vacancy)
  t.equal(vacancies.length, 1480)
  t.same(checkVacancies(vacancies, taxonomy), [])

  const count = (test: (reading: AdvertReading) => boolean): number => readings.filter(test).length
  const found = {
    units: count(({ vacancy }) => vacancy.units !== undefined),
    occupation: count(({ vacancy }) => vacancy.occupation !== undefined),
    region: count(({ vacancy }) => vacancy.region !== undefined || vacancy.remote === true),
    education: count(({ vacancy }) => vacancy.education !== undefined),
    fields: count(({ vacancy }) => vacancy.fields !== undefined),
    experience: count(({ vacancy }) => vacancy.experience !== undefined),
    wage: count(({ vacancy }) => vacancy.wage !== undefined),
    refused: count(({ refused }) => refused.length > 0),
  }
  t.comment(`of ${readings.length} adverts: ${Object.entries(found).map(([what, number]) => `${what} ${number}`).join(', ')}`)
  t.ok(found.units > 1000 && found.occupation > 900 && found.region > 1400 && found.education === 1480)

  const seekers = [...demoCity(taxonomy, { seekers: 2000, vacancies: 0 }).seekers]
  const matcher = createMatcher({ taxonomy })
  const oracle = createOracle({ taxonomy })
  for (const engine of [matcher, oracle]) {
    engine.seekers.put(seekers)
    engine.vacancies.put(vacancies)
  }
  for (let advert = 0; advert < vacancies.length; advert += STRIDE) {
    const { id } = vacancies[advert]
    const options = { limit: 20, asOf: AS_OF }
    t.same(matcher.rankSeekers(id, options), oracle.rankSeekers(id, options), `seekers for '${vacancies[advert].title}'`)
  }
  for (const { id } of seekers.slice(0, 20)) {
    t.same(matcher.rankVacancies(id, { limit: 20, asOf: AS_OF }), oracle.rankVacancies(id, { limit: 20, asOf: AS_OF }), `adverts for ${id}`)
  }
})
