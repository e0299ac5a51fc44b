import t from 'tap'
import { createMatcher, defineProfile, NotFoundError, PROFILES } from '@padan/matcher'
import type { Matcher } from '@padan/matcher'
import { createOracle } from '@padan/matcher/oracle'
import { loadTaxonomy } from '@padan/taxonomy'

const taxonomy = await loadTaxonomy()

type Options = Record<string, unknown>
/** Options, and what the message must say of them. */
type Case = [options: Options, says: RegExp]

const PAIR_CASES: Case[] = [
  [{ profile: 'jobfair' }, /no profile 'jobfair'.*job-fair, ojt, bkk, antar-kerja/],
  [{ profile: '' }, /no profile ''/],
  [{ profile: null }, /no profile 'null'/],
  [{ profile: 7 }, /no profile '7'/],
  [{ profile: '__proto__' }, /no profile '__proto__'/],
  [{ profile: 'constructor' }, /no profile 'constructor'/],
  [{ profile: [] }, /A profile needs a name/],
  [{ profile: {} }, /A profile needs a name, a text that is not empty; got none\./],
  [{ profile: { name: 5 } }, /A profile needs a name, a text that is not empty; got a number\./],
  [{ profile: { name: '', shares: {} } }, /A profile needs a name, a text that is not empty; got ''\./],
  [{ profile: { name: 'own' } }, /Profile 'own' needs an object of shares/],
  [{ profile: { name: '', shares: {} } }, /A profile needs a name/],
  [{ profile: { name: 'own', shares: null } }, /Profile 'own' needs an object of shares/],
  [{ profile: { name: 'own', shares: {} } }, /must total 10000 basis points, got 0/],
  [{ profile: { name: 'own', shares: { unit: 9999 } } }, /must total 10000 basis points, got 9999/],
  [{ profile: { name: 'own', shares: { unit: 10_000, wage: 1 } } }, /must total 10000 basis points, got 10001/],
  [{ profile: { name: 'own', shares: { unit: 10_001, wage: -1 } } }, /Share 'wage' .* got -1/],
  [{ profile: { name: 'own', shares: { unit: 9999.5, wage: 0.5 } } }, /Share 'unit' .* got 9999.5/],
  [{ profile: { name: 'own', shares: { unit: NaN } } }, /Share 'unit' .* got NaN/],
  [{ profile: { name: 'own', shares: { unit: '10000' } } }, /Share 'unit' .* got 10000/],
  [{ profile: { name: 'own', shares: { unit: 10_000, age: 0 } } }, /no criterion 'age'; the criteria are unit, education/],
  [{ profile: { name: 'own', shares: JSON.parse('{"unit":10000,"__proto__":{"wage":0}}') as unknown } }, /no criterion '__proto__'/],
  [{ asOf: '2026-02-30' }, /asOf must be a day.*got '2026-02-30'/],
  [{ asOf: 'today' }, /got 'today'/],
  [{ asOf: '' }, /got ''/],
  [{ asOf: null }, /got 'null'/],
  [{ asOf: 20261120 }, /got '20261120'/],
  [{ asOf: new Date(NaN) }, /got 'Invalid Date'/],
  [{ as_of: '2026-11-20' }, /no option 'as_of'; the options are profile, asOf/],
  [{ Profile: 'ojt' }, /no option 'Profile'/],
  [JSON.parse('{"__proto__":{}}') as Options, /no option '__proto__'/],
]

const LIMIT_CASES: Case[] = [
  [{ limit: -1 }, /limit must be a whole number from 0, got -1/],
  [{ limit: 0.5 }, /got 0.5/],
  [{ limit: NaN }, /got NaN/],
  [{ limit: Infinity }, /got Infinity/],
  [{ limit: null }, /got null/],
  [{ limit: '10' }, /got 10/],
  [{ limit: 10n }, /got 10/],
  [{ most: 10 }, /no option 'most'; the options are .*limit/],
]

const OFFER_CASES: Case[] = [
  [{ offers: [{ id: 'blk-1', units: ['X.1'] }] }, /Offer 'blk-1' has the unit 'X.1'/],
  [{ offers: [{ id: 'blk-1', units: ['M.702090.001.01'] }] }, /Offer 'blk-1' has the unit 'M.702090.001.01', which is unknown or needs its decree/],
  [{ offers: [{ id: 'blk-1', units: ['C.24LAS01.001.1'], evidence: 'learned' }] }, /Offer 'blk-1' leads to evidence 'learned'; expected one of certified, trained/],
]

for (const [name, make] of [['index', createMatcher], ['oracle', createOracle]] as const) {
  const matcher = make({ taxonomy })
  matcher.seekers.put({ id: 'pk-1' })
  matcher.vacancies.put({ id: 'lw-1' })
  const asks = asksOf(matcher)

  t.test(`a bad option is a RangeError of the ${name} that says what came, whatever is asked`, async t => {
    for (const [options, says] of PAIR_CASES) {
      for (const ask of Object.keys(asks)) t.throws(() => asks[ask]!(options), { name: 'RangeError', message: says }, `${ask} ${String(says)}`)
    }
    for (const [options, says] of LIMIT_CASES) {
      for (const ask of ['rankSeekers', 'rankVacancies', 'gap', 'marketGap', 'trainingNeeds']) t.throws(() => asks[ask]!(options), { name: 'RangeError', message: says }, `${ask} ${String(says)}`)
    }
    for (const [options, says] of OFFER_CASES) {
      for (const ask of ['gap', 'marketGap', 'trainingNeeds']) t.throws(() => asks[ask]!(options), { name: 'RangeError', message: says })
    }
    t.throws(() => asks['explain']!({ limit: 5 }), { name: 'RangeError', message: /no option 'limit'/ })
    t.throws(() => asks['gap']!({ explain: true }), { name: 'RangeError', message: /no option 'explain'/ })
    t.throws(() => asks['rankSeekers']!({ offers: [] }), { name: 'RangeError', message: /no option 'offers'/ })
  })

  t.test(`an id that names nobody is a NotFoundError of the ${name} with side and id`, async t => {
    for (const [side, ask] of [
      ['seeker', () => matcher.rankVacancies('lw-1')],
      ['seeker', () => matcher.explain('lw-1', 'lw-1')],
      ['seeker', () => matcher.gap('lw-1', 'lw-1')],
      ['vacancy', () => matcher.rankSeekers('pk-1')],
      ['vacancy', () => matcher.explain('pk-1', 'pk-1')],
      ['vacancy', () => matcher.gap('pk-1', 'pk-1')],
    ] as const) {
      const id = side === 'seeker' ? 'lw-1' : 'pk-1'
      t.throws(ask, { name: 'NotFoundError', side, id, message: `There is no ${side} '${id}'; put it first or check the id.` })
    }
    for (const id of ['', '__proto__', 'PK-1', 'pk-1 ']) t.throws(() => matcher.rankVacancies(id), { name: 'NotFoundError', id })
    t.ok(new NotFoundError('seeker', 'a') instanceof RangeError)
  })

  t.test(`options that say nothing are the defaults of the ${name}`, async t => {
    const usual = matcher.rankSeekers('lw-1', { profile: 'job-fair', limit: 50, explain: false })
    t.same(matcher.rankSeekers('lw-1'), usual)
    t.same(matcher.rankSeekers('lw-1', {}), usual)
    t.same(matcher.rankSeekers('lw-1', { profile: undefined, asOf: undefined, limit: undefined, explain: undefined }), usual)
    t.match(usual, { profile: 'job-fair', shares: PROFILES['job-fair']!.shares, asOf: null, taxonomy: taxonomy.version })
    t.notOk('ledger' in usual.results[0]!)
    t.match(matcher.rankSeekers('lw-1', { asOf: '2026-11-20', profile: 'ojt' }), { profile: 'ojt', asOf: '2026-11-20' })
  })

  t.test(`the ${name} refuses to be made with an unknown option or a profile that does not add up`, async t => {
    t.throws(() => make({ taxonomy, clock: 1 } as never), { name: 'RangeError', message: /no option 'clock'; the options are taxonomy, profiles/ })
    for (const options of [null, undefined, []]) t.throws(() => make(options as never), { name: 'RangeError', message: /^Options must be an object with any of taxonomy, profiles, got / })
    t.throws(() => make({} as never), { name: 'TypeError', message: 'taxonomy must be what loadTaxonomy() of @padan/taxonomy resolves to, got undefined.' })
    t.throws(() => make({ taxonomy: null } as never), { name: 'TypeError', message: 'taxonomy must be what loadTaxonomy() of @padan/taxonomy resolves to, got null.' })
    t.throws(() => make({ taxonomy, profiles: null } as never), { name: 'RangeError', message: 'profiles must be a list of profiles, got null.' })
    t.throws(() => make({ taxonomy, profiles: {} } as never), { name: 'RangeError', message: 'profiles must be a list of profiles, got object.' })
    t.throws(() => make({ taxonomy, profiles: [null] } as never), { name: 'RangeError', message: 'A profile must be an object with name and shares, got null.' })
    t.throws(() => make({ taxonomy, profiles: [{ name: 'own', shares: { unit: 1 } as never }] }), { name: 'RangeError', message: /'own' must total 10000 basis points, got 1/ })
  })

  t.test(`a profile of one's own is used by name or as it is, on top of the ${name}'s`, async t => {
    const own = { name: 'own', shares: { wage: 10_000 } as never }
    const other = { name: 'ojt', shares: { wish: 10_000 } as never }
    const made = make({ taxonomy, profiles: [own, other] })
    t.same(made.profiles.map(profile => profile.name), ['job-fair', 'ojt', 'bkk', 'antar-kerja', 'own'])
    const rowsOf = (profile: string | typeof own): string[] => made.explain({ id: 'pk-1' }, { id: 'lw-1' }, { profile }).rows.map(({ criterion, weight }) => `${criterion} ${weight}`)
    t.same(rowsOf('own'), ['wage 10000'])
    t.same(rowsOf(own), ['wage 10000'])
    t.same(rowsOf('ojt'), ['wish 10000'], 'a built-in name may be given other shares')
    t.equal(rowsOf('bkk').length, 8)
  })
}

t.test("a defined profile is complete, frozen and no longer the caller's", async t => {
  const shares = { unit: 9000, wage: 1000 }
  const profile = defineProfile({ name: 'own', shares })
  shares.unit = 0
  t.same(profile, { name: 'own', shares: { unit: 9000, education: 0, field: 0, experience: 0, distance: 0, wage: 1000, wish: 0, 'job-type': 0 } })
  t.ok(Object.isFrozen(profile) && Object.isFrozen(profile.shares))
})

function asksOf (matcher: Matcher): Record<string, (options: Options) => unknown> {
  return {
    rankSeekers: options => matcher.rankSeekers('lw-1', options),
    rankVacancies: options => matcher.rankVacancies('pk-1', options),
    explain: options => matcher.explain('pk-1', 'lw-1', options),
    gap: options => matcher.gap('pk-1', 'lw-1', options),
    marketGap: options => matcher.marketGap('pk-1', options),
    trainingNeeds: options => matcher.trainingNeeds(options),
  }
}
