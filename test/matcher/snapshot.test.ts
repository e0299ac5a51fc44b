import fc from 'fast-check'
import t from 'tap'
import { createMatcher, ENGINE_VERSION, SnapshotError, type Matcher } from '@padan/matcher'
import { demoCity } from '@padan/matcher/demo'
import { loadTaxonomy, parseCatalogue } from '@padan/taxonomy'
import { LAYOUT, writeArrayFile } from './inner.js'
import { marketOf } from './market.js'

const taxonomy = await loadTaxonomy()
const AS_OF = '2026-11-20'

t.test('a loaded matcher answers as the saved one, and goes on taking records', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(marketOf(taxonomy, 20), marketOf(taxonomy, 12), (market, later) => {
    const saved = createMatcher({ taxonomy })
    saved.seekers.put(market.seekers)
    saved.vacancies.put(market.vacancies)
    for (const { id } of market.seekers.slice(0, 3)) saved.seekers.delete(id)
    const loaded = createMatcher({ taxonomy })
    loaded.load(saved.save())
    sameAnswers(loaded, saved)
    for (const matcher of [saved, loaded]) {
      matcher.seekers.put(later.seekers)
      matcher.vacancies.put(later.vacancies)
      matcher.vacancies.delete(market.vacancies[0]?.id ?? '')
    }
    sameAnswers(loaded, saved)
  }), { numRuns: 60, seed: 20_261_128 }))
})

t.test('compact leaves nothing of records that were deleted or replaced, and the same answers', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(marketOf(taxonomy, 20), fc.integer({ min: 0, max: 12 }), (market, removed) => {
    const matcher = createMatcher({ taxonomy })
    matcher.seekers.put(market.seekers)
    matcher.vacancies.put(market.vacancies)
    matcher.save()
    for (const { id } of market.seekers.slice(0, removed)) matcher.seekers.delete(id)
    for (const { id } of market.vacancies.slice(0, removed)) matcher.vacancies.put({ id })
    const before = createMatcher({ taxonomy })
    before.load(matcher.save())
    const fresh = createMatcher({ taxonomy })
    fresh.seekers.put([...market.seekers.slice(removed)])
    fresh.vacancies.put([...market.vacancies.slice(removed), ...market.vacancies.slice(0, removed).map(({ id }) => ({ id }))])
    const loaded = createMatcher({ taxonomy })
    const bytes = matcher.save({ compact: true })
    loaded.load(bytes)
    for (const other of [before, fresh, loaded]) sameAnswers(other, matcher)
    if (bytes.length > fresh.save().length) throw new Error('Something was left.')
  }), { numRuns: 60, seed: 20_261_128 }))
  t.throws(() => createMatcher({ taxonomy }).save({ compacted: true } as object), RangeError)
})

t.test('the same population saves to the same bytes', async t => {
  t.same(saveCity(), saveCity())
})

t.test('a snapshot cut anywhere is refused, and nothing changes', async t => {
  const bytes = saveCity()
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put({ id: 'stays' })
  for (let cut = 0; cut < bytes.length; cut += Math.ceil(bytes.length / 300)) {
    if (refusal(matcher, bytes.subarray(0, cut)) === undefined) t.fail(`${cut} of ${bytes.length} bytes were taken`)
  }
  t.match(refusal(matcher, bytes.subarray(0, bytes.length - 1)), /it is cut/)
  t.same([matcher.seekers.size, matcher.seekers.has('stays')], [1, true])
})

t.test('a snapshot with any bit turned is refused', async t => {
  const bytes = saveCity()
  const matcher = createMatcher({ taxonomy })
  for (let turned = 0; turned < bytes.length; turned += Math.ceil(bytes.length / 300)) {
    const damaged = bytes.slice()
    damaged[turned]! ^= 1 << turned % 8
    if (refusal(matcher, damaged) === undefined) t.fail(`bit ${turned % 8} of byte ${turned} was not missed`)
  }
  t.equal(matcher.seekers.size, 0)
})

t.test('foreign bytes are refused with a sentence that says so', async t => {
  const matcher = createMatcher({ taxonomy })
  t.match(refusal(matcher, new Uint8Array(0)), /at least 32 bytes, got 0/)
  t.match(refusal(matcher, new TextEncoder().encode('{"seekers": [], "vacancies": [], "more": 1}')), /do not begin with PADANSN1/)
})

t.test('a snapshot of another taxonomy is refused', async t => {
  const other = await loadTaxonomy({ catalogues: [parseCatalogue('{"units":[{"code":"X.00TEST.001.1","title":"Unit for a test"}]}', 'json')] })
  const matcher = createMatcher({ taxonomy: other })
  t.match(refusal(matcher, saveCity()), new RegExp(`this is taxonomy ${other.version.replaceAll('+', '\\+')}`))
})

t.test('a snapshot of another layout is refused, and the populations stay', async t => {
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put({ id: 'stays' })
  const header = { engine: ENGINE_VERSION, layout: LAYOUT, taxonomy: taxonomy.version, seekers: 1, vacancies: 0 }
  const { layout, ...unnumbered } = header
  t.match(refusal(matcher, writeArrayFile(unnumbered, {})), `another build of engine ${ENGINE_VERSION}: its layout is 1, this build reads ${layout}. Rebuild it`)
  t.match(refusal(matcher, writeArrayFile({ ...header, layout: layout + 1 }, {})), `its layout is ${layout + 1}, this build reads ${layout}.`)
  t.match(refusal(matcher, writeArrayFile(header, { 'seekers.0.dead': new Uint8Array(1) })), /^The snapshot has no 'seekers\.0\.rows'/)
  t.same([matcher.seekers.size, matcher.seekers.has('stays')], [1, true])
})

function saveCity (): Uint8Array {
  const city = demoCity(taxonomy, { seekers: 300, vacancies: 60 })
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put([...city.seekers])
  matcher.vacancies.put([...city.vacancies])
  return matcher.save()
}

/** The message of the SnapshotError that loading ends in; undefined when it does not. */
function refusal (matcher: ReturnType<typeof createMatcher>, bytes: Uint8Array): string | undefined {
  try {
    matcher.load(bytes)
    return undefined
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error
    return error.message
  }
}

function sameAnswers (found: Matcher, wanted: Matcher): void {
  const answers = (matcher: Matcher) => JSON.stringify([
    [...wanted.vacancies.ids()].sort().map(id => matcher.rankSeekers(id, { asOf: AS_OF, explain: true })),
    [...wanted.seekers.ids()].sort().map(id => matcher.rankVacancies(id, { asOf: AS_OF, limit: 5 })),
    [...matcher.seekers.ids()].sort(),
    [matcher.seekers.size, matcher.vacancies.size],
  ])
  if (answers(found) !== answers(wanted)) throw new Error('the loaded matcher answers otherwise')
}
