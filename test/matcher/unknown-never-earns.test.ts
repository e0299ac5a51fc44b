import { ok, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher } from '@padan/matcher'
import type { Ledger, Seeker, Vacancy } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyPairOf, AS_OF, profileOf, seekerOf, vacancyOf, poolsOf } from './market.ts'

const taxonomy = await loadTaxonomy()
const matcher = createMatcher({ taxonomy })
const pools = poolsOf(taxonomy)

type Pair = { seeker: Seeker, vacancy: Vacancy }

/** Properties that never earn by being left out, as JSON pointers. `*` stands for every element of a list. */
const EARN_NOTHING = [
  '/seeker/units', '/seeker/education', '/seeker/education/*/field', '/seeker/experience', '/seeker/wish', '/seeker/wish/wage', '/seeker/wish/occupations',
  '/seeker/wish/sectors', '/vacancy/units', '/vacancy/education', '/vacancy/fields', '/vacancy/experience', '/vacancy/occupation', '/vacancy/sector', '/vacancy/remote',
  '/vacancy/wage', '/vacancy/wage/min', '/vacancy/jobType', '/vacancy/hours',
]

/** Properties that no score depends on. */
const WEIGH_NOTHING = [
  '/seeker/reachKm', '/seeker/willingToMove', '/seeker/licences', '/seeker/licences/*/expires', '/seeker/needs', '/seeker/adultFrom',
  '/vacancy/title', '/vacancy/seats', '/vacancy/opens', '/vacancy/closes', '/vacancy/units/*/must', '/vacancy/units/*/certificate', '/vacancy/education/must',
  '/vacancy/wage/max', '/vacancy/licences', '/vacancy/provides', '/vacancy/adultsOnly',
]

/**
 * Properties whose absence has a meaning of its own, so that leaving them out may raise a score: the row it may raise, and what to
 * leave out with it for the rule to hold again.
 */
const MEAN_SOMETHING: Array<[path: string, raises: string, together: string[]]> = [
  // Without an exact point the region's centroid counts.
  ['/seeker/point', 'distance', ['/seeker/point', '/seeker/region']],
  ['/seeker/region', 'distance', ['/seeker/point', '/seeker/region']],
  ['/vacancy/point', 'distance', ['/vacancy/point', '/vacancy/region']],
  ['/vacancy/region', 'distance', ['/vacancy/point', '/vacancy/region']],
  // What is not asked cannot be refused.
  ['/seeker/wish/jobTypes', 'job-type', ['/seeker/wish/jobTypes', '/seeker/wish/maxHours']],
  ['/seeker/wish/maxHours', 'job-type', ['/seeker/wish/jobTypes', '/seeker/wish/maxHours']],
  // A certificate without an end does not end.
  ['/seeker/units/*/expires', 'unit', ['/seeker/units']],
  // Importances are shares of one weight.
  ['/vacancy/units/*/importance', 'unit', ['/vacancy/units']],
]

for (const path of EARN_NOTHING) {
  t.test(`leaving out ${path} never raises a score`, async t => {
    t.doesNotThrow(() => compare([path], (before, after) => {
      ok(after.score <= before.score, `${before.score} rises to ${after.score}`)
      strictEqual(risen(before, after), undefined)
    }))
  })
}

for (const path of WEIGH_NOTHING) {
  t.test(`leaving out ${path} changes no score`, async t => {
    t.doesNotThrow(() => compare([path], (before, after) => {
      strictEqual(JSON.stringify(after.rows), JSON.stringify(before.rows))
      strictEqual(after.potential, before.potential)
    }))
  })
}

for (const [path, criterion, together] of MEAN_SOMETHING) {
  t.test(`leaving out ${path} raises nothing but ${criterion}, and nothing when left out as ${together.join(' and ')}`, async t => {
    t.doesNotThrow(() => compare([path], (before, after) => ok([undefined, criterion].includes(risen(before, after)))))
    t.doesNotThrow(() => compare(together, (before, after) => ok(after.score <= before.score, `${before.score} rises to ${after.score}`)))
  })
}

t.test('every property of a record is in exactly one of the lists', async t => {
  const listed = [...EARN_NOTHING, ...WEIGH_NOTHING, ...MEAN_SOMETHING.map(([path]) => path)]
  t.same(listed.filter((path, at) => listed.indexOf(path) !== at), [])
  const seen = new Set<string>()
  for (const seeker of fc.sample(seekerOf(pools, 'pk-1'), { numRuns: 300, seed: 1 })) for (const path of optionalPaths({ seeker })) seen.add(path)
  for (const vacancy of fc.sample(vacancyOf(pools, 'lw-1'), { numRuns: 300, seed: 1 })) for (const path of optionalPaths({ vacancy })) seen.add(path)
  t.same([...seen].toSorted(), listed.toSorted())
})

t.test('somebody who tells nothing earns only what is left open', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(vacancyOf(pools, 'lw-1'), AS_OF, profileOf(), (vacancy, asOf, profile) => {
    const { rows } = matcher.explain({ id: 'pk-1' }, vacancy, { asOf, profile })
    ok(rows.every(({ points, because }) => points === 0 || (because.kind === 'open' && because.by === 'vacancy')))
  }), { numRuns: 500, seed: 20_261_128 }))
})

t.test('an advert that tells nothing earns only where the person is open to everything', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(seekerOf(pools, 'pk-1'), AS_OF, profileOf(), (seeker, asOf, profile) => {
    const { rows } = matcher.explain(seeker, { id: 'lw-1' }, { asOf, profile })
    ok(rows.every(({ points, because }) => points === 0 || (because.kind === 'open' && because.by === 'seeker')))
  }), { numRuns: 500, seed: 20_261_128 }))
})

t.test('two records that tell nothing score nothing, and could score everything', async t => {
  for (const profile of matcher.profiles) {
    t.match(matcher.explain({ id: 'pk-1' }, { id: 'lw-1' }, { profile }), { score: 0, potential: 10_000_000, fit: 0, appeal: 0, eligible: true })
  }
})

function compare (paths: readonly string[], check: (before: Ledger, after: Ledger) => void): void {
  let tried = 0
  fc.assert(fc.property(anyPairOf(taxonomy), AS_OF, profileOf(), ({ seeker, vacancy }, asOf, profile) => {
    const pair = { seeker, vacancy }
    const less = structuredClone(pair)
    let left = 0
    for (const path of paths) left += leaveOut(less, path.split('/').slice(1))
    if (left === 0) return
    tried++
    check(matcher.explain(seeker, vacancy, { asOf, profile }), matcher.explain(less.seeker, less.vacancy, { asOf, profile }))
  }), { numRuns: 250, seed: 20_261_128 })
  if (tried < 10) throw new Error(`Only ${tried} pairs had ${paths.join(' or ')}.`)
}

/** Deletes what the path leads to, and returns how often it was there. */
function leaveOut (node: unknown, [step, ...rest]: readonly string[]): number {
  if (node === null || typeof node !== 'object' || step === undefined) return 0
  if (step === '*') return Array.isArray(node) ? node.reduce((sum: number, one: unknown) => sum + leaveOut(one, rest), 0) : 0
  const record = node as Record<string, unknown>
  if (!Object.hasOwn(record, step)) return 0
  if (rest.length > 0) return leaveOut(record[step], rest)
  delete record[step]
  return 1
}

/** Criterion of the first row with more points than before. */
function risen (before: Ledger, after: Ledger): string | undefined {
  const old = pointsOf(before)
  return [...pointsOf(after)].find(([criterion, points]) => points > (old.get(criterion) ?? 0))?.[0]
}

/** By criterion, since leaving a list of units out leaves one row of them. */
function pointsOf ({ rows }: Ledger): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { criterion, points } of rows) sums.set(criterion, (sums.get(criterion) ?? 0) + points)
  return sums
}

/** Pointers to everything in a pair that the types let somebody leave out. */
function optionalPaths (pair: Partial<Pair>): string[] {
  const required = /\/(id|\*\/(unit|evidence|level|occupation|months|licence)|point\/(lat|lng)|education\/min|experience\/months)$/
  const paths: string[] = []
  const visit = (node: unknown, path: string): void => {
    if (path.split('/').length > 2 && !path.endsWith('*') && !required.test(path)) paths.push(path)
    if (Array.isArray(node)) for (const one of node) { if (typeof one === 'object') visit(one, `${path}/*`) }
    else if (typeof node === 'object' && node !== null) for (const [key, value] of Object.entries(node)) visit(value, `${path}/${key}`)
  }
  for (const [side, record] of Object.entries(pair)) visit(record, `/${side}`)
  return paths
}
