import t from 'tap'
import { loadTaxonomy, parseCatalogue } from '@padan/taxonomy'
import { createBoth } from './both-engines.ts'

const relations = [499, 500, 588, 589, 667, 833, 834].map(perMille => ({ wanted: 'X.99ABC01.001.1', held: `X.99ABC02.${perMille}.1`, perMille }))
const catalogue = parseCatalogue(JSON.stringify({
  units: [{ code: 'X.99ABC01.001.1', title: 'Meracik Kopi' }, ...relations.map(({ held, perMille }) => ({ code: held, title: `Menyeduh Teh ${perMille}` }))],
  relations,
}), 'json')
const taxonomy = await loadTaxonomy({ catalogues: [catalogue] })

const METRES_PER_STEP = 6_371_008.8 * Math.PI / 180 / 100_000

t.test('a must unit passes from a credit of 500 on, in ledgers and in rankings', async t => {
  const cases: Array<[perMille: number, evidence: 'certified' | 'trained' | 'experienced' | 'claimed', credit: number]> = [
    [499, 'certified', 499], [500, 'certified', 500], [588, 'trained', 499], [589, 'trained', 500], [667, 'experienced', 500], [833, 'claimed', 499], [834, 'claimed', 500],
  ]
  const matcher = createBoth(taxonomy)
  matcher.seekers.put(cases.map(([perMille, evidence]) => ({ id: `${perMille}`, units: [{ unit: `X.99ABC02.${perMille}.1`, evidence }] })))
  matcher.vacancies.put({ id: 'lw-1', units: [{ unit: 'X.99ABC01.001.1', must: true }] })
  for (const [perMille, evidence, credit] of cases) {
    const { rows, rules, eligible } = matcher.explain(`${perMille}`, 'lw-1')
    t.equal(rows[0]!.credit, credit, `${perMille} ${evidence}`)
    t.equal(eligible, credit >= 500)
    t.match(rules.find(({ rule }) => rule === 'must-unit'), { code: credit >= 500 ? null : 'unit-below-500' })
    t.equal(matcher.rankVacancies(`${perMille}`).results.length, credit >= 500 ? 1 : 0)
  }
  t.same(matcher.rankSeekers('lw-1').results.map(({ id }) => id), ['500', '589', '667', '834'])
})

t.test('a reach of so many kilometres holds up to the last hundred metres that begin there', async t => {
  const matcher = createBoth(taxonomy)
  const lngAt = (metres: number): number => Math.round(metres / METRES_PER_STEP) / 100_000
  const points = [0, 99, 101, 11_999, 12_001, 12_099, 12_101].map(metres => ({ id: `${metres}`, point: { lat: 0, lng: lngAt(metres) } }))
  matcher.vacancies.put(points)
  const inReach = (reachKm: number): string[] => matcher.rankVacancies({ id: 'pk', point: { lat: 0, lng: 0 }, reachKm }).results.map(({ id }) => id)
  t.same(inReach(0), ['0', '99'])
  t.same(inReach(12), ['0', '99', '101', '11999', '12001', '12099'])
  t.same(inReach(13), ['0', '99', '101', '11999', '12001', '12099', '12101'])
})

t.test('a day at the edge still counts: the last of a certificate, of a licence and of a vacancy, the first of age', async t => {
  const matcher = createBoth(taxonomy)
  const day = '2026-11-20'
  matcher.seekers.put({ id: 'pk-1', units: [{ unit: 'X.99ABC01.001.1', evidence: 'certified', expires: day }], licences: [{ licence: 'sim-b2-umum', expires: day }], adultFrom: day })
  matcher.vacancies.put([
    { id: 'certificate', units: [{ unit: 'X.99ABC01.001.1', certificate: true }] },
    { id: 'licence', licences: ['sim-a'] },
    { id: 'open', opens: day, closes: day },
    { id: 'adult', adultsOnly: true },
  ])
  const eligibleOn = (asOf?: string): string[] => matcher.rankVacancies('pk-1', { asOf }).results.map(({ id }) => id).sort()
  t.same(eligibleOn('2026-11-19'), ['certificate', 'licence'])
  t.same(eligibleOn('2026-11-20'), ['adult', 'certificate', 'licence', 'open'])
  t.same(eligibleOn('2026-11-21'), ['adult'])
  t.same(eligibleOn(), ['adult', 'certificate', 'licence', 'open'], 'without a day nothing is known to be over')
})

t.test('one matcher answers ten thousand questions and remembers nothing of them', async t => {
  const matcher = createBoth(taxonomy)
  const fields = ['smk:2.3.1', 'smk:2.1.1', 'smk:8.3.1', 'pt:562']
  const codes = ['7212', '2120.05', '1111']
  matcher.seekers.put(fields.map((field, at) => ({ id: `pk-${at}`, education: [{ level: 'SMK', field }], experience: [{ occupation: codes[at % 3]!, months: 9 + at }], region: '36.71.01', wish: { occupations: codes.slice(0, 1 + at % 3) } })))
  matcher.vacancies.put(fields.map((field, at) => ({ id: `lw-${at}`, fields: [field], experience: { months: 20 }, occupation: codes[at % 3]!, region: ['36.71.05', '12.71'][at % 2]!, licences: at === 3 ? ['sim-c'] : [] })))
  t.doesNotThrow(() => {
    for (let turn = 0; turn < 10_000; turn++) {
      // Two numbers without a common factor with what the scratch is cleared by, so that every question meets every state of it.
      matcher.rankSeekers(`lw-${turn % 4}`, { limit: 2 + turn % 3 })
      matcher.rankVacancies(`pk-${turn % 4}`, { limit: 2 + turn % 3 })
    }
  })
})
