import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher, JOB_TYPES } from '@padan/matcher'
import type { Because, Seeker, Vacancy } from '@padan/matcher'
import { loadTaxonomy } from '@padan/taxonomy'
import { anyPairOf, AS_OF } from './market.ts'

const taxonomy = await loadTaxonomy()
const matcher = createMatcher({ taxonomy })

const EVIDENCE = { certified: 1000, trained: 850, experienced: 750, claimed: 600 }
const KINDS = Object.keys(EVIDENCE)

t.test('a unit row names the held unit that gave the most, by credit, relatedness, evidence and place in the taxonomy', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyPairOf(taxonomy), AS_OF, ({ seeker, vacancy }, asOf) => {
    if (seeker.units === undefined || !Array.isArray(vacancy.units)) return
    const facts = factsOf(seeker, vacancy, 'unit', asOf)
    deepStrictEqual(facts, vacancy.units.map(({ unit }) => bestUnit(seeker.units!, unit, asOf)))
  }), { numRuns: 600, seed: 20_261_128 }))
})

t.test('equal credit, relatedness and evidence name the unit that comes first in the taxonomy, in whatever order they are held', async t => {
  const wanted = [...Array(taxonomy.units.size).keys()].find(unit => {
    const [first, second] = taxonomy.units.relatives(unit)
    return first !== undefined && second !== undefined && first.perMille === second.perMille
  })!
  const equals = taxonomy.units.relatives(wanted).slice(0, 2).map(({ held }) => held).sort((a, b) => a - b)
  const units = equals.map(unit => ({ unit: taxonomy.units.codeAt(unit), evidence: 'trained' as const }))
  for (const held of [units, units.toReversed()]) {
    t.match(factsOf({ id: 'pk-1', units: held }, { id: 'lw-1', units: [{ unit: taxonomy.units.codeAt(wanted) }] }, 'unit'), [{ kind: 'unit', held: units[0]!.unit }])
  }
})

t.test('between a certificate that is over and a training worth the same, the certificate is named', async t => {
  const unit = 'C.24LAS01.001.1'
  const units = [{ unit, evidence: 'trained' as const }, { unit, evidence: 'certified' as const, expires: '2026-11-19' }]
  for (const held of [units, units.toReversed()]) {
    t.match(factsOf({ id: 'pk-1', units: held }, { id: 'lw-1', units: [{ unit }] }, 'unit', '2026-11-20'), [{ kind: 'unit', evidence: 'certified', expired: true, reason: 'same' }])
    t.match(factsOf({ id: 'pk-1', units: held }, { id: 'lw-1', units: [{ unit }] }, 'unit', '2026-11-19'), [{ kind: 'unit', evidence: 'certified', expired: false }])
  }
})

t.test('the other rows name what was asked and what was found, the first where several are equal', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyPairOf(taxonomy), AS_OF, ({ seeker, vacancy }, asOf) => {
    for (const [criterion, plain] of Object.entries(PLAIN)) {
      const [found] = factsOf(seeker, vacancy, criterion, asOf)
      if (found!.kind === 'unstated' || found!.kind === 'open') continue
      deepStrictEqual(found, plain(seeker, vacancy), criterion)
    }
  }), { numRuns: 1200, seed: 20_261_128 }))
})

t.test('what is left open is told of the side that left it open', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyPairOf(taxonomy), AS_OF, ({ seeker, vacancy }, asOf) => {
    const { wish = {} } = seeker
    const open: Record<string, 'vacancy' | 'seeker' | undefined> = {
      unit: vacancy.units === 'any' ? 'vacancy' : undefined,
      education: vacancy.education === 'any' ? 'vacancy' : undefined,
      field: vacancy.fields === 'any' ? 'vacancy' : undefined,
      experience: vacancy.experience === 'any' || vacancy.experience?.months === 0 ? 'vacancy' : undefined,
      distance: vacancy.remote === true ? 'vacancy' : undefined,
      wage: wish.wage === 'any' ? 'seeker' : undefined,
      wish: wish.occupations === 'any' || wish.sectors === 'any' ? 'seeker' : undefined,
      'job-type': [wish.jobTypes, wish.maxHours].includes('any') && [wish.jobTypes, wish.maxHours].every(one => one === 'any' || one === undefined) ? 'seeker' : undefined,
    }
    for (const { criterion, because } of matcher.explain(seeker, vacancy, { asOf }).rows) strictEqual(because.kind === 'open' ? because.by : undefined, open[criterion], criterion)
  }), { numRuns: 800, seed: 20_261_128 }))
})

const PLAIN: Record<string, (seeker: Seeker, vacancy: Vacancy) => Because> = {
  education: ({ education }, vacancy) => {
    const levels = education!.map(({ level }) => taxonomy.levels.get(level)!)
    const held = levels.find(({ rank }) => rank === Math.max(...levels.map(one => one.rank)))!
    const required = taxonomy.levels.get((vacancy.education as { min: string }).min)!
    return { kind: 'education', required: required.code, held: held.code, stepsBelow: Math.max(0, required.rank - held.rank) }
  },
  field: ({ education }, vacancy) => {
    const held = education!.flatMap(({ field }) => field ?? [])
    const wanted = vacancy.fields as string[]
    if (held.length === 0) return { kind: 'field', wanted: wanted[0]!, held: null, relatedness: 0 }
    const best = greatest(wanted.flatMap(want => held.map(have => ({ wanted: want, held: have, relatedness: related('fields', want, have) }))))
    return { kind: 'field', ...best }
  },
  experience: ({ experience }, vacancy) => {
    const occupation = vacancy.occupation!
    const milliMonths = experience!.reduce((sum, entry) => sum + entry.months * related('occupations', occupation, entry.occupation), 0)
    return { kind: 'experience', requiredMonths: (vacancy.experience as { months: number }).months, countedMonths: Math.floor(milliMonths / 1000), occupation }
  },
  wage: ({ wish }, { wage }) => ({ kind: 'wage', wish: wish!.wage as number, offer: wage!.min! }),
  wish: ({ wish }, { occupation, sector }) => {
    const occupations = Array.isArray(wish!.occupations) && occupation !== undefined ? wish!.occupations : []
    const sectors = Array.isArray(wish!.sectors) && sector !== undefined ? wish!.sectors : []
    const best = greatest([
      ...occupations.map(wished => ({ in: 'occupation' as const, wished, offered: occupation!, relatedness: related('occupations', wished, occupation!) })),
      ...sectors.map(wished => ({ in: 'sector' as const, wished, offered: sector!, relatedness: related('sectors', wished, sector!) })),
    ])
    return { kind: 'wish', ...best }
  },
  'job-type': ({ wish }, { jobType = null, hours = null }) => ({
    kind: 'job-type',
    offered: jobType,
    wished: Array.isArray(wish!.jobTypes) ? JOB_TYPES.filter(type => wish!.jobTypes!.includes(type as never)) : null,
    hours,
    maxHours: typeof wish!.maxHours === 'number' ? wish!.maxHours : null,
  }),
}

function factsOf (seeker: Seeker, vacancy: Vacancy, criterion: string, asOf?: string): Because[] {
  return matcher.explain(seeker, vacancy, { asOf }).rows.filter(row => row.criterion === criterion).map(({ because }) => because)
}

function bestUnit (held: NonNullable<Seeker['units']>, unit: string, asOf?: string): Because {
  const wanted = taxonomy.units.indexOf(unit)
  const candidates = held.flatMap(one => {
    const index = taxonomy.units.indexOf(one.unit)
    const relation = index === wanted ? { perMille: 1000, reason: 'same' as const, via: '' } : taxonomy.units.relatives(wanted).find(relative => relative.held === index)
    if (relation === undefined) return []
    const expired = one.expires !== undefined && (asOf === undefined || one.expires < asOf)
    const credit = Math.floor(relation.perMille * (expired ? EVIDENCE.trained : EVIDENCE[one.evidence]) / 1000)
    return [{ ...one, index, relation, expired, credit }]
  })
  const [best] = candidates.sort((a, b) =>
    b.credit - a.credit || b.relation.perMille - a.relation.perMille || KINDS.indexOf(a.evidence) - KINDS.indexOf(b.evidence) || a.index - b.index)
  if (best === undefined) return { kind: 'unit-missing', unit }
  const { relation: { perMille, reason, via }, evidence, expired } = best
  return { kind: 'unit', unit, held: best.unit, evidence, expired, relatedness: perMille, reason, via }
}

function related (register: 'fields' | 'occupations' | 'sectors', wanted: string, held: string): number {
  return taxonomy[register].relatedness(taxonomy[register].indexOf(wanted), taxonomy[register].indexOf(held))
}

function greatest<T extends { relatedness: number }> (items: readonly T[]): T {
  return items.find(({ relatedness }) => relatedness === Math.max(...items.map(one => one.relatedness)))!
}
