import { getEventListeners } from 'node:events'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import { demoCity } from '@padan/matcher/demo'
import { rankAll, type MarketLists, type TopLists } from '@padan/matcher/threads'
import { loadTaxonomy, parseCatalogue } from '@padan/taxonomy'

const AS_OF = '2026-11-20'
const taxonomy = await loadTaxonomy()
const matcher = cityMatcher(taxonomy)

t.test('the lists are those of single rankings, both ways', async t => {
  const market = await rankAll(matcher, { limit: 7, asOf: AS_OF, profile: 'bkk' })
  t.same([market.seekers.ids.length, market.vacancies.ids.length], [700, 90])
  market.vacancies.ids.forEach((id, index) => {
    t.same(read(market.vacancies.lists, index, market.seekers.ids), shown(matcher.rankSeekers(id, { limit: 7, asOf: AS_OF, profile: 'bkk' }).results), id)
  })
  market.seekers.ids.forEach((id, index) => {
    t.same(read(market.seekers.lists, index, market.vacancies.ids), shown(matcher.rankVacancies(id, { limit: 7, asOf: AS_OF, profile: 'bkk' }).results), id)
  })
})

t.test('the bytes are the same for any number of workers', async t => {
  const alone = bytesOf(await rankAll(matcher, { asOf: AS_OF }))
  for (const workers of [1, 2, 3]) t.same(bytesOf(await rankAll(matcher, { asOf: AS_OF, workers })), alone, `${workers} workers`)
})

t.test('progress rises to the end', async t => {
  for (const workers of [0, 2]) {
    const seen: number[] = []
    await rankAll(matcher, { limit: 1, workers, onProgress: (done, total) => { seen.push(done); t.equal(total, 790) } })
    t.same(seen, [...seen].sort((a, b) => a - b))
    t.equal(seen.at(-1), 790)
  }
})

t.test('work in hand can be stopped, and a stopped signal starts nothing', async t => {
  for (const workers of [0, 2]) {
    const controller = new AbortController()
    const reason = new Error('enough')
    await t.rejects(rankAll(matcher, { workers, signal: controller.signal, onProgress: () => controller.abort(reason) }), reason)
    await t.rejects(rankAll(matcher, { workers, signal: controller.signal }), reason)
  }
})

t.test('records that come and go during a batch change nothing of it', async t => {
  const undisturbed = bytesOf(await rankAll(matcher, { limit: 5, asOf: AS_OF }))
  for (const workers of [0, 2]) {
    const market = cityMatcher(taxonomy)
    const disturb = () => {
      for (const side of [market.seekers, market.vacancies]) for (const id of [...side.ids()].slice(0, 40)) side.delete(id)
      market.seekers.put({ id: 'newcomer', willingToMove: true })
      market.vacancies.put({ id: 'newcomer', units: 'any' })
    }
    t.same(bytesOf(await rankAll(market, { limit: 5, asOf: AS_OF, workers, onProgress: disturb })), undisturbed, `${workers} workers`)
    t.ok(market.seekers.size < 700 && market.seekers.has('newcomer'))
  }
})

t.test('a signal that lives longer than the work keeps nothing of it', async t => {
  const { signal } = new AbortController()
  for (const workers of [0, 1, 2]) await rankAll(matcher, { limit: 1, workers, signal })
  t.same(getEventListeners(signal, 'abort'), [])
})

t.test('a market without people, or without vacancies, has empty lists', async t => {
  const empty = createMatcher({ taxonomy })
  for (const workers of [0, 1]) {
    const market = await rankAll(empty, { workers })
    t.same([market.seekers.ids, market.vacancies.ids, market.seekers.lists.of.length], [[], [], 0])
  }
})

t.test('threads load the catalogues they are told of, and refuse to guess', async t => {
  const catalogues = [parseCatalogue('{"units":[{"code":"X.00TEST.001.1","title":"Unit for a test"}]}', 'json')]
  const own = createMatcher({ taxonomy: await loadTaxonomy({ catalogues }) })
  own.seekers.put({ id: 's', units: [{ unit: 'X.00TEST.001.1', evidence: 'trained' }] })
  own.vacancies.put({ id: 'v', units: [{ unit: 'X.00TEST.001.1' }] })
  t.same(bytesOf(await rankAll(own, { workers: 1, catalogues })), bytesOf(await rankAll(own)))
  await t.rejects(rankAll(own, { workers: 1 }), /snapshot is of taxonomy/)
})

t.test('bad options are refused before any work', async t => {
  await t.rejects(rankAll(matcher, { workers: -1 }), /workers must be a whole number from 0 to 64, got -1/)
  await t.rejects(rankAll(matcher, { limit: -1 }), RangeError)
})

function cityMatcher (of: typeof taxonomy) {
  const city = demoCity(of, { seekers: 700, vacancies: 90 })
  const filled = createMatcher({ taxonomy: of })
  filled.seekers.put([...city.seekers])
  filled.vacancies.put([...city.vacancies])
  return filled
}

function read (lists: TopLists, index: number, ids: readonly string[]) {
  return Array.from({ length: lists.start[index + 1]! - lists.start[index]! }, (_, offset) => {
    const at = lists.start[index]! + offset
    return [ids[lists.of[at]!], lists.score[at], lists.potential[at], lists.fit[at]]
  })
}

function shown (results: readonly { id: string, score: number, potential: number, fit: number }[]) {
  return results.map(({ id, score, potential, fit }) => [id, score, potential, fit])
}

function bytesOf (market: MarketLists): string {
  return JSON.stringify([market.seekers, market.vacancies].map(({ ids, lists }) => [ids, ...Object.values(lists).map(column => [...column])]))
}
