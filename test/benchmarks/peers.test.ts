import { isDeepStrictEqual } from 'node:util'
import t from 'tap'
import { createMatcher, type Vacancy } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { lessUsual } from './less-usual.ts'
import { ALL_PEERS, chooseQuestions, LIMIT, makeMarket, RANK_OPTIONS } from './built.ts'

t.setTimeout(1_800_000)

const taxonomy = await loadTaxonomy()
const country = makeMarket(taxonomy, 500, 300)
const market = { ...country, vacancies: [...country.vacancies, ...country.vacancies.slice(0, 150).map(lessUsual)] }
const index = createMatcher({ taxonomy })
index.seekers.put([...market.seekers()])
index.vacancies.put(market.vacancies)

const vacancyOf = new Map(market.vacancies.map(vacancy => [vacancy.id, vacancy]))
const unitsOf = new Map([...market.seekers()].map(seeker => [seeker.id, new Set((seeker.units ?? []).map(({ unit }) => unit))]))

for (const { name, open } of ALL_PEERS) {
  const peer = await open().catch((error: Error) => error)
  if (peer instanceof Error) {
    // SQLite comes with Node, and not with every version of it.
    t.test(name, { skip: name === 'SQLite' ? `not shipped: ${peer.message}` : peer.message }, async () => {})
    continue
  }
  await t.test(name, async t => {
    await peer.load(market)
    if (peer.leavesOut === '') {
      const different = []
      for (const { id } of market.vacancies) {
        if (!isDeepStrictEqual(await peer.rank(id), idsAndScores(id))) different.push(id)
      }
      t.same(different, [], 'gives the ids and scores of the index for every vacancy')
    } else {
      const different = []
      for (const id of chooseQuestions(market, Infinity).headline) {
        const found = await peer.rank(id)
        const holders = [...unitsOf.keys()].filter(one => holds(one, vacancyOf.get(id)!))
        if (found.length !== Math.min(LIMIT, holders.length) || !found.every(one => holders.includes(one.id))) different.push(id)
      }
      t.same(different, [], 'gives people who hold an asked unit, as many as there are')
    }
  })
  await peer.close()
}

t.test('the questions are open adverts, with units and a place or without units', async t => {
  const { headline, thin } = chooseQuestions(market, Infinity)
  t.ok(headline.length > 50 && thin.length > 50, `${headline.length} and ${thin.length}`)
  t.ok(headline.every(id => Array.isArray(vacancyOf.get(id)!.units) && vacancyOf.get(id)!.remote !== true))
  t.ok(thin.every(id => vacancyOf.get(id)!.units === undefined))
})

function idsAndScores (vacancyId: string): { id: string, score: number }[] {
  return index.rankSeekers(vacancyId, RANK_OPTIONS).results.map(({ id, score }) => ({ id, score }))
}

function holds (seekerId: string, { units }: Vacancy): boolean {
  return Array.isArray(units) && units.some(({ unit }) => unitsOf.get(seekerId)!.has(unit))
}
