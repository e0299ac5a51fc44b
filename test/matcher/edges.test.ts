import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { Seeker, Vacancy } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { createBoth } from './both-engines.ts'

const taxonomy = await loadTaxonomy()

const LIMITS = [0, 1, 2, 10, 999, 1000, 1_000_000_000]

t.test('nobody is ranked where nobody is', async t => {
  const matcher = createMatcher({ taxonomy })
  for (const limit of LIMITS) {
    t.same(matcher.rankSeekers({ id: 'lw-1' }, { limit }).results, [])
    t.same(matcher.rankVacancies({ id: 'pk-1' }, { limit }).results, [])
  }
})

t.test('a limit of none gives none, the usual one gives fifty, a huge one gives everybody, also with a score of 0', async t => {
  const matcher = createMatcher({ taxonomy })
  const silent = Array.from({ length: 120 }, (_, at) => ({ id: `x-${String(at).padStart(3, '0')}` }))
  matcher.seekers.put(silent)
  matcher.vacancies.put(silent)
  const ids = silent.map(({ id }) => id)
  for (const [limit, size] of [[0, 0], [undefined, 50], [120, 120], [121, 120], [Number.MAX_SAFE_INTEGER, 120], [1e308, 120]] as const) {
    for (const { results } of [matcher.rankSeekers('x-000', { limit }), matcher.rankVacancies('x-000', { limit })]) {
      t.same(results.map(({ id }) => id), ids.slice(0, size), String(limit))
      t.ok(results.every(({ score, potential }) => score === 0 && potential === 10_000_000))
    }
  }
})

t.test('equals stand by id in the order of UTF-16 code units', async t => {
  // U+10000 and above are written with surrogates (from D800), which come before U+E000 and U+FF5E; a combining mark is no letter.
  const ids = ['A', 'Z', 'a', 'a0', 'a\u0301', 'b', 'é', 'ä', '漢', '😀', '𐀀', '\uE000', '\uFF5E', 'aa', 'a😀', 'a\uFF5E', 'A\u030A', 'Å', '10', '9', 'z'.repeat(128)]
  const matcher = createBoth(taxonomy)
  matcher.seekers.put(ids.map(id => ({ id })))
  matcher.vacancies.put(ids.toReversed().map(id => ({ id })))
  const expected = ids.toSorted((a, b) => a < b ? -1 : 1)
  t.ok(expected.indexOf('😀') < expected.indexOf('\uFF5E'), 'which is not the order of code points')
  for (const limit of [1, 5, ids.length]) {
    t.same(matcher.rankSeekers({ id: 'lw' }, { limit }).results.map(({ id }) => id), expected.slice(0, limit))
    t.same(matcher.rankVacancies({ id: 'pk' }, { limit }).results.map(({ id }) => id), expected.slice(0, limit))
  }
})

t.test('one person a thousand times is a thousand equals', async t => {
  const person: Omit<Seeker, 'id'> = {
    units: [{ unit: 'C.24LAS01.001.1', evidence: 'certified' }, { unit: 'C.24LAS01.003.1', evidence: 'claimed' }],
    education: [{ level: 'SMK', field: 'smk:2.3.1' }],
    region: '36.71.01',
    reachKm: 10,
  }
  const vacancy: Vacancy = { id: 'lw-1', seats: 1, units: [{ unit: 'C.24LAS01.001.1' }, { unit: 'C.24LAS01.010.1' }], education: { min: 'SMA' }, region: '36.71.02' }
  const matcher = createBoth(taxonomy)
  const ids = Array.from({ length: 1000 }, (_, at) => `${at % 2 === 0 ? '😀' : '\uFF5E'}-${(at * 7919) % 1000}`)
  for (let at = 0; at < ids.length; at += 100) {
    matcher.seekers.put(ids.slice(at, at + 100).map(id => ({ id, ...person })))
    matcher.rankSeekers(vacancy, { limit: 1 })
  }
  const expected = ids.toSorted((a, b) => a < b ? -1 : 1)
  for (const limit of LIMITS) {
    const { results } = matcher.rankSeekers(vacancy, { limit })
    t.same(results.map(({ id }) => id), expected.slice(0, limit))
    t.equal(new Set(results.map(({ score }) => score)).size, Math.min(1, limit))
  }
})

t.test('a unit that everybody holds earns everybody the same', async t => {
  const matcher = createBoth(taxonomy)
  const unit = 'C.24LAS01.001.1'
  matcher.seekers.put(Array.from({ length: 3000 }, (_, at) => ({ id: `pk-${at}`, units: [{ unit, evidence: 'trained' }], ...at % 10 === 0 ? { region: '36.71.01' } : {} })))
  matcher.vacancies.put([{ id: 'lw-1', units: [{ unit, must: true }] }, { id: 'lw-2', units: [{ unit, certificate: true }] }, { id: 'lw-3', region: '36.71.01', units: [{ unit }] }])
  t.equal(matcher.rankSeekers('lw-1', { limit: 5000 }).results.length, 3000)
  t.equal(matcher.rankSeekers('lw-2', { limit: 5000 }).results.length, 0)
  t.same(matcher.rankSeekers('lw-3', { limit: 2 }).results.map(({ id, score }) => [id, score]), [['pk-0', 4500 * 850 + 1_000_000], ['pk-10', 4500 * 850 + 1_000_000]])
  t.equal(matcher.rankVacancies('pk-1').results.length, 2)
})

t.test('a vacancy may ask for 200 units, and a person hold 500', async t => {
  const matcher = createBoth(taxonomy)
  const unit = (at: number): string => taxonomy.units.codeAt(at * 3)
  const asked = Array.from({ length: 200 }, (_, at) => ({ unit: unit(at), importance: 1 + at % 5, must: at % 50 === 0 }))
  matcher.vacancies.put([{ id: 'lw-1', units: asked }, { id: 'lw-2', units: asked.slice(0, 1) }, { id: 'lw-3', units: asked.slice(100, 199) }])
  const numPeople = 11
  for (let person = 0; person < numPeople; person++) {
    const held = Array.from({ length: 50 * person }, (_, at) => ({ unit: taxonomy.units.codeAt((at * (person + 1)) % 600), evidence: 'certified' as const }))
    matcher.seekers.put({ id: `pk-${person}`, units: held })
  }
  for (const id of ['lw-1', 'lw-2', 'lw-3']) t.ok(matcher.rankSeekers(id, { limit: 5 }).results.length > 0, id)
  for (let person = 0; person < numPeople; person++) matcher.rankVacancies(`pk-${person}`, { profile: 'bkk' })
  const all = matcher.explain({ id: 'pk-all', units: asked.map(one => ({ unit: one.unit, evidence: 'certified' })) }, 'lw-1')
  t.match(all, { fit: 4_500_000, eligible: true })
  t.equal(all.rows.filter(({ criterion }) => criterion === 'unit').length, 200)
  t.throws(() => matcher.vacancies.put({ id: 'lw-4', units: [...asked, { unit: unit(200) }] }), { name: 'RecordError', problems: [{ path: '/units', code: 'too-many', received: '201' }] })
  const held = Array.from({ length: 501 }, (_, at) => ({ unit: taxonomy.units.codeAt(at), evidence: 'claimed' as const }))
  t.doesNotThrow(() => matcher.seekers.put({ id: 'pk-500', units: held.slice(1) }))
  t.throws(() => matcher.seekers.put({ id: 'pk-501', units: held }), { name: 'RecordError', problems: [{ path: '/units', code: 'too-many', received: '501' }] })
})

t.test('somebody who holds every unit of a cluster twice over, with all evidence, counts the best', async t => {
  const matcher = createBoth(taxonomy)
  const units = taxonomy.clusters.at(3).units.map(unit => taxonomy.units.codeAt(unit))
  const evidence = ['claimed', 'experienced', 'certified', 'trained'] as const
  matcher.seekers.put({ id: 'pk-1', units: evidence.flatMap(kind => units.map(unit => ({ unit, evidence: kind }))) })
  matcher.seekers.put({ id: 'pk-2', units: evidence.toReversed().flatMap(kind => units.map(unit => ({ unit, evidence: kind, ...kind === 'certified' ? { expires: '2026-01-01' } : {} }))) })
  matcher.vacancies.put({ id: 'lw-1', units: units.map(unit => ({ unit, must: true })) })
  t.same(matcher.rankSeekers('lw-1', { asOf: '2026-01-01' }).results.map(({ fit }) => fit), [4_500_000, 4_500_000])
  t.same(matcher.rankSeekers('lw-1', { asOf: '2026-01-02' }).results.map(({ fit }) => fit), [4_500_000, 3_825_000])
  t.same(matcher.rankSeekers('lw-1').results.map(({ fit }) => fit), [4_500_000, 3_825_000])
})

t.test('people at the poles, on the antimeridian and on the spot are found near the work and far from it', async t => {
  const matcher = createBoth(taxonomy)
  const points = [-90, -89.99999, -6.2, 0, 89.99999, 90].flatMap(lat => [-180, -179.99999, 0, 106.6, 179.99999, 180].map(lng => ({ lat, lng })))
  matcher.seekers.put(points.map((point, at) => ({ id: `pk-${at}`, point, reachKm: [0, 1, 500, 20_040][at % 4] })))
  matcher.vacancies.put(points.map((point, at) => ({ id: `lw-${at}`, point, seats: 1 })))
  points.forEach((_, at) => {
    for (const limit of [1, 7, 100]) {
      matcher.rankSeekers(`lw-${at}`, { limit })
      matcher.rankVacancies(`pk-${at}`, { limit })
    }
    t.equal(matcher.explain(`pk-${at}`, `lw-${at}`).appeal, 1_000_000, 'who is there is at home')
  })
  t.match(matcher.explain('pk-0', 'lw-5').rows.find(({ criterion }) => criterion === 'distance'), { because: { metres: 0 } }, 'the south pole at either end of the antimeridian')
})

t.test('deletes, replacements and questions in turn leave the index equal to the oracle', async t => {
  const matcher = createBoth(taxonomy)
  for (let round = 0; round < 12; round++) {
    matcher.seekers.put(Array.from({ length: 200 }, (_, at) => personAt(at * (round + 1) % 701, round)))
    for (let at = round; at < 701; at += 5) matcher.seekers.delete(`pk-${at}`)
    if (round === 7) matcher.seekers.clear()
    const { results } = matcher.rankSeekers({ id: 'lw-1', units: [{ unit: 'C.24LAS01.001.1' }], education: { min: 'D3' }, region: '36.71.05' }, { limit: 25, explain: true })
    t.equal(results.length, Math.min(25, matcher.seekers.size))
  }
})

t.test('records at all their limits rank as the oracle does', async t => {
  const matcher = createBoth(taxonomy)
  const months = [0, 1, 719, 720]
  const wages = [1, 999_999, 1_000_000, 19_000_000, 20_000_000, 1_000_000_000]
  const hours = [1, 40, 168]
  const numEntries = [0, 1, 50, 100]
  matcher.seekers.put(Array.from({ length: 400 }, (_, at): Seeker => ({
    id: `pk-${at}`,
    experience: Array.from({ length: numEntries[at % 4]! }, () => ({ occupation: ['7212', '7213', '1111'][at % 3]!, months: months[at % 4]! })),
    education: Array.from({ length: 20 }, () => ({ level: at % 2 === 0 ? 'S3' : 'TS' })),
    wish: { wage: wages[at % 6]!, maxHours: hours[at % 3]!, jobTypes: ['full-time', 'part-time', 'contract', 'daily', 'freelance', 'internship', 'apprenticeship'] },
    reachKm: at % 2 === 0 ? 20_040 : 0,
    point: { lat: at % 2 === 0 ? 90 : -90, lng: at % 3 === 0 ? 180 : -180 },
  })))
  matcher.vacancies.put(Array.from({ length: 400 }, (_, at): Vacancy => ({
    id: `lw-${at}`,
    seats: 100_000,
    experience: { months: [0, 1, 84, 719, 720][at % 5]! },
    occupation: ['7212', '7213', '1111'][at % 3]!,
    education: { min: at % 2 === 0 ? 'TS' : 'S3' },
    wage: { min: wages[at % 6]! },
    hours: hours[at % 3]!,
    jobType: 'apprenticeship',
    point: { lat: at % 4 === 0 ? -90 : 90, lng: 0 },
  })))
  for (let at = 0; at < 400; at += 10) {
    for (const limit of [1, 20]) {
      t.equal(matcher.rankSeekers(`lw-${at}`, { limit }).results.length, limit)
      t.equal(matcher.rankVacancies(`pk-${at}`, { limit }).results.length, limit)
    }
  }
})

function personAt (number: number, round: number): Seeker {
  const unit = taxonomy.units.indexOf('C.24LAS01.001.1') + number % 9
  return {
    id: `pk-${number}`,
    units: [{ unit: taxonomy.units.codeAt(unit), evidence: round % 2 === 0 ? 'trained' : 'claimed' }],
    education: [{ level: ['SMA', 'D2', 'S1'][(number + round) % 3]! }],
    region: ['36.71.01', '36.71.05', '31.73'][number % 3]!,
  }
}
