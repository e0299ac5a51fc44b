import t from 'tap'
import { checkSeekers, checkVacancies, createMatcher, RecordError } from '@padan/matcher'
import type { ProblemCode, RecordProblem } from '@padan/matcher'
import { describeProblem } from '@padan/matcher/prose'
import { loadTaxonomy } from '@padan/taxonomy'

const taxonomy = await loadTaxonomy()

type Side = 'seeker' | 'vacancy'
/** What is wrong, on which side, with which record, at which path, and what is said to have come. */
type Case = [code: ProblemCode, side: Side, record: unknown, path: string, received?: string]

const UNIT = 'C.24LAS01.001.1'
const HUGE = 1e308
const LONE = '\uD800'
const unitsOf = (count: number): unknown[] => Array.from({ length: count }, (_, at) => ({ unit: taxonomy.units.codeAt(at), evidence: 'claimed' }))
const codesOf = (register: { codeAt (index: number): string }, count: number): string[] => Array.from({ length: count }, (_, at) => register.codeAt(at))
/** Parsed, since a literal would set the prototype instead of a key. */
const parsed = (json: string): unknown => JSON.parse(json)

const CASES: Case[] = [
  ['not-a-record', 'seeker', null, '', 'null'],
  ['not-a-record', 'seeker', undefined, ''],
  ['not-a-record', 'seeker', 'pk-1', '', 'pk-1'],
  ['not-a-record', 'seeker', 7, '', '7'],
  ['not-a-record', 'vacancy', true, '', 'true'],
  ['not-a-record', 'vacancy', [], '', 'a list of 0'],
  ['not-a-record', 'vacancy', [{ id: 'lw-1' }], '', 'a list of 1'],
  ['not-a-record', 'vacancy', Symbol('a'), '', 'Symbol(a)'],

  ['missing', 'seeker', {}, '/id'],
  ['missing', 'vacancy', { title: 'Juru las' }, '/id'],
  ['wrong-type', 'seeker', { id: 5 }, '/id', '5'],
  ['wrong-type', 'seeker', { id: null }, '/id', 'null'],
  ['wrong-type', 'vacancy', { id: ['a'] }, '/id', 'a list of 1'],
  ['wrong-type', 'vacancy', { id: { toString: () => 'a' } }, '/id', 'an object'],
  ...['', ' ', ' a', 'a ', 'a\n', '\u00A0a', 'a\u0000b', 'a\tb', 'a\u007F', 'a\u0085b', LONE, `a${LONE}b`, '\uDC00😀', 'x'.repeat(129)].flatMap((id): Case[] => [
    ['bad-id', 'seeker', { id }, '/id', id.length > 80 ? `${'x'.repeat(80)}…` : id],
    ['bad-id', 'vacancy', { id }, '/id', id.length > 80 ? `${'x'.repeat(80)}…` : id],
  ]),

  ['unknown-field', 'seeker', { id: 'a', colour: 'red' }, '/colour'],
  ['unknown-field', 'seeker', { id: 'a', Units: [] }, '/Units'],
  ['unknown-field', 'seeker', { id: 'a', seats: 1 }, '/seats'],
  ['unknown-field', 'vacancy', { id: 'a', reachKm: 1 }, '/reachKm'],
  ['unknown-field', 'vacancy', { id: 'a', 'a/b~c': 1 }, '/a~1b~0c'],
  ['unknown-field', 'vacancy', { id: 'a', ['k'.repeat(200)]: 1 }, `/${'k'.repeat(80)}…`],
  ['unknown-field', 'vacancy', { id: 'a', [`${'k'.repeat(79)}😀`]: 1 }, `/${'k'.repeat(79)}…`],
  ['unknown-field', 'vacancy', { id: 'a', [`${'k'.repeat(78)}😀k`]: 1 }, `/${'k'.repeat(78)}😀…`],
  ['unknown-field', 'seeker', parsed('{"id":"a","__proto__":{"units":[]}}'), '/__proto__'],
  ['unknown-field', 'seeker', parsed('{"id":"a","constructor":{"prototype":{}}}'), '/constructor'],
  ['unknown-field', 'vacancy', parsed('{"id":"a","toString":1}'), '/toString'],
  ['unknown-field', 'vacancy', parsed('{"id":"a","wage":{"__proto__":{"min":1}}}'), '/wage/__proto__'],
  ['unknown-field', 'seeker', { id: 'a', units: [{ unit: UNIT, evidence: 'claimed', level: 3 }] }, '/units/0/level'],
  ['unknown-field', 'seeker', { id: 'a', wish: { wages: 1 } }, '/wish/wages'],
  ['unknown-field', 'seeker', { id: 'a', point: { lat: 0, lng: 0, alt: 0 } }, '/point/alt'],
  ['unknown-field', 'seeker', { id: 'a', education: [{ level: 'SMK', year: 2020 }] }, '/education/0/year'],
  ['unknown-field', 'vacancy', { id: 'a', education: { level: 'SMK', min: 'SMK' } }, '/education/level'],
  ['unknown-field', 'vacancy', { id: 'a', experience: { months: 1, years: 1 } }, '/experience/years'],

  ['protected-attribute', 'seeker', { id: 'a', sex: 'f' }, '/sex'],
  ['protected-attribute', 'seeker', { id: 'a', wish: { agama: 'x' } }, '/wish/agama'],
  ['protected-attribute', 'seeker', { id: 'a', education: [{ level: 'SMK', nisn: '1' }] }, '/education/0/nisn'],
  ['protected-attribute', 'vacancy', { id: 'a', maxAge: 25 }, '/maxAge'],
  ['nik-as-id', 'seeker', { id: '3671015203990001' }, '/id'],

  ['wrong-type', 'vacancy', { id: 'a', title: LONE }, '/title', LONE],
  ['wrong-type', 'vacancy', { id: 'a', title: `Juru ${LONE}las` }, '/title', `Juru ${LONE}las`],
  ['wrong-type', 'vacancy', { id: 'a', title: '\uDC00😀' }, '/title', '\uDC00😀'],
  ['wrong-type', 'vacancy', { id: 'a', remote: `${'x'.repeat(79)}😀` }, '/remote', `${'x'.repeat(79)}…`],
  ['wrong-type', 'vacancy', { id: 'a', remote: `${'x'.repeat(78)}😀x` }, '/remote', `${'x'.repeat(78)}😀…`],
  ['wrong-type', 'vacancy', { id: 'a', remote: `${'x'.repeat(79)}${LONE}x` }, '/remote', `${'x'.repeat(79)}${LONE}…`],
  ['wrong-type', 'seeker', { id: 'a', units: 'any' }, '/units', 'any'],
  ['wrong-type', 'seeker', { id: 'a', units: { 0: {} } }, '/units', 'an object'],
  ['wrong-type', 'seeker', { id: 'a', units: null }, '/units', 'null'],
  ['wrong-type', 'seeker', { id: 'a', units: [null] }, '/units/0', 'null'],
  ['wrong-type', 'seeker', { id: 'a', units: [[]] }, '/units/0', 'a list of 0'],
  ['wrong-type', 'seeker', { id: 'a', units: [UNIT] }, '/units/0', UNIT],
  ['wrong-type', 'seeker', { id: 'a', units: [{ unit: 5, evidence: 'claimed' }] }, '/units/0/unit', '5'],
  ['wrong-type', 'seeker', { id: 'a', units: [{ unit: UNIT, evidence: 1 }] }, '/units/0/evidence', '1'],
  ['wrong-type', 'seeker', { id: 'a', education: {} }, '/education', 'an object'],
  ['wrong-type', 'seeker', { id: 'a', education: 'any' }, '/education', 'any'],
  ['wrong-type', 'seeker', { id: 'a', experience: [12] }, '/experience/0', '12'],
  ['wrong-type', 'seeker', { id: 'a', region: 3671 }, '/region', '3671'],
  ['wrong-type', 'seeker', { id: 'a', point: [0, 0] }, '/point', 'a list of 2'],
  ['wrong-type', 'seeker', { id: 'a', point: { lat: '0', lng: 0 } }, '/point/lat', '0'],
  ['wrong-type', 'seeker', { id: 'a', point: { lat: 0, lng: null } }, '/point/lng', 'null'],
  ['wrong-type', 'seeker', { id: 'a', wish: 'any' }, '/wish', 'any'],
  ['wrong-type', 'seeker', { id: 'a', wish: { wage: '5000000' } }, '/wish/wage', '5000000'],
  ['wrong-type', 'seeker', { id: 'a', wish: { occupations: '7212' } }, '/wish/occupations', '7212'],
  ['wrong-type', 'seeker', { id: 'a', wish: { jobTypes: ['daily', 3] } }, '/wish/jobTypes/1', '3'],
  ['wrong-type', 'seeker', { id: 'a', reachKm: '5' }, '/reachKm', '5'],
  ['wrong-type', 'seeker', { id: 'a', reachKm: 5n }, '/reachKm', '5'],
  ['wrong-type', 'seeker', { id: 'a', willingToMove: 'yes' }, '/willingToMove', 'yes'],
  ['wrong-type', 'seeker', { id: 'a', willingToMove: 1 }, '/willingToMove', '1'],
  ['wrong-type', 'seeker', { id: 'a', adultFrom: 2026 }, '/adultFrom', '2026'],
  ['wrong-type', 'seeker', { id: 'a', adultFrom: new Date(0) }, '/adultFrom', 'an object'],
  ['wrong-type', 'seeker', { id: 'a', needs: 'ramp' }, '/needs', 'ramp'],
  ['wrong-type', 'vacancy', { id: 'a', title: 5 }, '/title', '5'],
  ['wrong-type', 'vacancy', { id: 'a', seats: true }, '/seats', 'true'],
  ['wrong-type', 'vacancy', { id: 'a', units: 'Any' }, '/units', 'Any'],
  ['wrong-type', 'vacancy', { id: 'a', units: [{ unit: UNIT, must: 'yes' }] }, '/units/0/must', 'yes'],
  ['wrong-type', 'vacancy', { id: 'a', units: [{ unit: UNIT, certificate: null }] }, '/units/0/certificate', 'null'],
  ['wrong-type', 'vacancy', { id: 'a', education: 'SMK' }, '/education', 'SMK'],
  ['wrong-type', 'vacancy', { id: 'a', education: { min: 'SMK', must: 1 } }, '/education/must', '1'],
  ['wrong-type', 'vacancy', { id: 'a', experience: 12 }, '/experience', '12'],
  ['wrong-type', 'vacancy', { id: 'a', wage: 5_000_000 }, '/wage', '5000000'],
  ['wrong-type', 'vacancy', { id: 'a', remote: 'false' }, '/remote', 'false'],
  ['wrong-type', 'vacancy', { id: 'a', jobType: null }, '/jobType', 'null'],
  ['wrong-type', 'vacancy', { id: 'a', licences: [{ licence: 'sim-c' }] }, '/licences/0', 'an object'],
  ['wrong-type', 'vacancy', { id: 'a', adultsOnly: 0 }, '/adultsOnly', '0'],

  ...[NaN, Infinity, -Infinity, 0.5, -1.5, 1e-9].flatMap((number): Case[] => [
    ['not-a-number', 'seeker', { id: 'a', reachKm: number }, '/reachKm', String(number)],
    ['not-a-number', 'seeker', { id: 'a', wish: { wage: number } }, '/wish/wage', String(number)],
    ['not-a-number', 'seeker', { id: 'a', wish: { maxHours: number } }, '/wish/maxHours', String(number)],
    ['not-a-number', 'seeker', { id: 'a', experience: [{ occupation: '7212', months: number }] }, '/experience/0/months', String(number)],
    ['not-a-number', 'vacancy', { id: 'a', seats: number }, '/seats', String(number)],
    ['not-a-number', 'vacancy', { id: 'a', hours: number }, '/hours', String(number)],
    ['not-a-number', 'vacancy', { id: 'a', wage: { min: number } }, '/wage/min', String(number)],
    ['not-a-number', 'vacancy', { id: 'a', wage: { max: number } }, '/wage/max', String(number)],
    ['not-a-number', 'vacancy', { id: 'a', experience: { months: number } }, '/experience/months', String(number)],
    ['not-a-number', 'vacancy', { id: 'a', units: [{ unit: UNIT, importance: number }] }, '/units/0/importance', String(number)],
  ]),
  ...[NaN, Infinity, -Infinity].flatMap((number): Case[] => [
    ['not-a-number', 'seeker', { id: 'a', point: { lat: number, lng: 0 } }, '/point/lat', String(number)],
    ['not-a-number', 'vacancy', { id: 'a', point: { lat: 0, lng: number } }, '/point/lng', String(number)],
  ]),
  ...[-1, HUGE, -HUGE, 2 ** 53].flatMap((number): Case[] => [
    ['out-of-range', 'seeker', { id: 'a', reachKm: number }, '/reachKm', String(number)],
    ['out-of-range', 'seeker', { id: 'a', wish: { wage: number } }, '/wish/wage', String(number)],
    ['out-of-range', 'seeker', { id: 'a', experience: [{ occupation: '7212', months: number }] }, '/experience/0/months', String(number)],
    ['out-of-range', 'vacancy', { id: 'a', seats: number }, '/seats', String(number)],
    ['out-of-range', 'vacancy', { id: 'a', experience: { months: number } }, '/experience/months', String(number)],
  ]),
  ['out-of-range', 'seeker', { id: 'a', reachKm: 20_041 }, '/reachKm', '20041'],
  ['out-of-range', 'seeker', { id: 'a', wish: { wage: 0 } }, '/wish/wage', '0'],
  ['out-of-range', 'seeker', { id: 'a', wish: { wage: 1_000_000_001 } }, '/wish/wage', '1000000001'],
  ['out-of-range', 'seeker', { id: 'a', wish: { maxHours: 169 } }, '/wish/maxHours', '169'],
  ['out-of-range', 'seeker', { id: 'a', wish: { maxHours: 0 } }, '/wish/maxHours', '0'],
  ['out-of-range', 'seeker', { id: 'a', experience: [{ occupation: '7212', months: 721 }] }, '/experience/0/months', '721'],
  ['out-of-range', 'seeker', { id: 'a', point: { lat: 90.000001, lng: 0 } }, '/point/lat', '90.000001'],
  ['out-of-range', 'seeker', { id: 'a', point: { lat: 0, lng: -180.000001 } }, '/point/lng', '-180.000001'],
  ['out-of-range', 'vacancy', { id: 'a', point: { lat: HUGE, lng: 0 } }, '/point/lat', '1e+308'],
  ['out-of-range', 'vacancy', { id: 'a', seats: 100_001 }, '/seats', '100001'],
  ['out-of-range', 'vacancy', { id: 'a', hours: 0 }, '/hours', '0'],
  ['out-of-range', 'vacancy', { id: 'a', hours: 169 }, '/hours', '169'],
  ['out-of-range', 'vacancy', { id: 'a', units: [{ unit: UNIT, importance: 0 }] }, '/units/0/importance', '0'],
  ['out-of-range', 'vacancy', { id: 'a', units: [{ unit: UNIT, importance: 6 }] }, '/units/0/importance', '6'],
  ['out-of-range', 'vacancy', { id: 'a', experience: { months: 721 } }, '/experience/months', '721'],
  ['out-of-range', 'vacancy', { id: 'a', wage: { min: 0 } }, '/wage/min', '0'],
  ['out-of-range', 'vacancy', { id: 'a', wage: { min: 2, max: 1 } }, '/wage/max', '1'],

  ['bad-date', 'seeker', { id: 'a', adultFrom: '2026-02-29' }, '/adultFrom', '2026-02-29'],
  ['bad-date', 'seeker', { id: 'a', units: [{ unit: UNIT, evidence: 'certified', expires: '31-12-2026' }] }, '/units/0/expires', '31-12-2026'],
  ['bad-date', 'seeker', { id: 'a', licences: [{ licence: 'sim-c', expires: '' }] }, '/licences/0/expires', ''],
  ['bad-date', 'vacancy', { id: 'a', opens: 'today' }, '/opens', 'today'],
  ['bad-date', 'vacancy', { id: 'a', closes: '2200-01-01' }, '/closes', '2200-01-01'],
  ['bad-date-order', 'vacancy', { id: 'a', opens: '2026-11-21', closes: '2026-11-20' }, '/closes', '2026-11-20'],

  ['bad-choice', 'seeker', { id: 'a', units: [{ unit: UNIT, evidence: 'Certified' }] }, '/units/0/evidence', 'Certified'],
  ['bad-choice', 'seeker', { id: 'a', units: [{ unit: UNIT, evidence: '__proto__' }] }, '/units/0/evidence', '__proto__'],
  ['bad-choice', 'seeker', { id: 'a', units: [{ unit: UNIT, evidence: 'trained', expires: '2026-01-01' }] }, '/units/0/expires', '2026-01-01'],
  ['bad-choice', 'seeker', { id: 'a', wish: { jobTypes: ['fulltime'] } }, '/wish/jobTypes/0', 'fulltime'],
  ['bad-choice', 'vacancy', { id: 'a', jobType: 'any' }, '/jobType', 'any'],

  ['missing', 'seeker', { id: 'a', units: [{ evidence: 'claimed' }] }, '/units/0/unit'],
  ['missing', 'seeker', { id: 'a', units: [{ unit: UNIT }] }, '/units/0/evidence'],
  ['missing', 'seeker', { id: 'a', education: [{ field: 'smk:2.3' }] }, '/education/0/level'],
  ['missing', 'seeker', { id: 'a', experience: [{ months: 1 }] }, '/experience/0/occupation'],
  ['missing', 'seeker', { id: 'a', point: { lat: 1 } }, '/point/lng'],
  ['missing', 'seeker', { id: 'a', licences: [{}] }, '/licences/0/licence'],
  ['missing', 'vacancy', { id: 'a', units: [{ importance: 2 }] }, '/units/0/unit'],
  ['missing', 'vacancy', { id: 'a', education: { must: true } }, '/education/min'],

  ['too-few', 'seeker', { id: 'a', education: [] }, '/education', '0'],
  ['too-few', 'seeker', { id: 'a', wish: { occupations: [] } }, '/wish/occupations', '0'],
  ['too-few', 'seeker', { id: 'a', wish: { sectors: [] } }, '/wish/sectors', '0'],
  ['too-few', 'seeker', { id: 'a', wish: { jobTypes: [] } }, '/wish/jobTypes', '0'],
  ['too-few', 'vacancy', { id: 'a', units: [] }, '/units', '0'],
  ['too-few', 'vacancy', { id: 'a', fields: [] }, '/fields', '0'],
  ['too-many', 'seeker', { id: 'a', units: unitsOf(501) }, '/units', '501'],
  ['too-many', 'seeker', { id: 'a', education: Array(21).fill({ level: 'SMA' }) }, '/education', '21'],
  ['too-many', 'seeker', { id: 'a', experience: Array(101).fill({ occupation: '7212', months: 1 }) }, '/experience', '101'],
  ['too-many', 'seeker', { id: 'a', licences: Array(51).fill({ licence: 'sim-c' }) }, '/licences', '51'],
  ['too-many', 'seeker', { id: 'a', wish: { occupations: codesOf(taxonomy.occupations, 21) } }, '/wish/occupations', '21'],
  ['too-many', 'seeker', { id: 'a', wish: { sectors: codesOf(taxonomy.sectors, 21) } }, '/wish/sectors', '21'],
  ['too-many', 'seeker', { id: 'a', wish: { jobTypes: Array(8).fill('daily') } }, '/wish/jobTypes', '8'],
  ['too-many', 'seeker', { id: 'a', needs: Array(taxonomy.accommodations.size + 1).fill('ramp') }, '/needs', String(taxonomy.accommodations.size + 1)],
  ['too-many', 'vacancy', { id: 'a', units: codesOf(taxonomy.units, 201).map(unit => ({ unit })) }, '/units', '201'],
  ['too-many', 'vacancy', { id: 'a', fields: codesOf(taxonomy.fields, 51) }, '/fields', '51'],
  ['too-many', 'vacancy', { id: 'a', licences: codesOf(taxonomy.licences, 21) }, '/licences', '21'],
  ['too-long', 'vacancy', { id: 'a', title: 'x'.repeat(201) }, '/title', '201'],

  ['duplicate', 'seeker', { id: 'a', wish: { occupations: ['7212', '7213', '7212'] } }, '/wish/occupations/2', '7212'],
  ['duplicate', 'seeker', { id: 'a', needs: ['ramp', 'RAMP'] }, '/needs/1', 'RAMP'],
  ['duplicate', 'vacancy', { id: 'a', units: [{ unit: UNIT }, { unit: UNIT.toLowerCase() }] }, '/units/1/unit', UNIT.toLowerCase()],
  ['duplicate', 'vacancy', { id: 'a', fields: ['smk:2.3', 'smk:2.3'] }, '/fields/1', 'smk:2.3'],
  ['duplicate', 'vacancy', { id: 'a', licences: ['sim-c', 'SIM C'] }, '/licences/1', 'SIM C'],

  ['unknown-code', 'seeker', { id: 'a', units: [{ unit: 'X.1', evidence: 'claimed' }] }, '/units/0/unit', 'X.1'],
  ['unknown-code', 'seeker', { id: 'a', units: [{ unit: '', evidence: 'claimed' }] }, '/units/0/unit', ''],
  ['unknown-code', 'seeker', { id: 'a', units: [{ unit: '__proto__', evidence: 'claimed' }] }, '/units/0/unit', '__proto__'],
  ['unknown-code', 'seeker', { id: 'a', units: [{ unit: 'x'.repeat(1000), evidence: 'claimed' }] }, '/units/0/unit', `${'x'.repeat(80)}…`],
  ['unknown-code', 'seeker', { id: 'a', education: [{ level: 'S4' }] }, '/education/0/level', 'S4'],
  ['unknown-code', 'seeker', { id: 'a', education: [{ level: 'SMK', field: 'smk:99' }] }, '/education/0/field', 'smk:99'],
  ['unknown-code', 'seeker', { id: 'a', experience: [{ occupation: '99999', months: 1 }] }, '/experience/0/occupation', '99999'],
  ['unknown-code', 'seeker', { id: 'a', region: '99.99' }, '/region', '99.99'],
  ['unknown-code', 'seeker', { id: 'a', wish: { sectors: ['C', 'constructor'] } }, '/wish/sectors/1', 'constructor'],
  ['unknown-code', 'seeker', { id: 'a', licences: [{ licence: 'sim-z' }] }, '/licences/0/licence', 'sim-z'],
  ['unknown-code', 'seeker', { id: 'a', needs: ['helicopter'] }, '/needs/0', 'helicopter'],
  ['unknown-code', 'vacancy', { id: 'a', education: { min: 'any' } }, '/education/min', 'any'],
  ['unknown-code', 'vacancy', { id: 'a', occupation: 'toString' }, '/occupation', 'toString'],
  ['unknown-code', 'vacancy', { id: 'a', sector: '\u202E' }, '/sector', '\u202E'],
  ['unknown-code', 'vacancy', { id: 'a', provides: [''] }, '/provides/0', ''],
  ['ambiguous-code', 'seeker', { id: 'a', units: [{ unit: 'M.702090.001.01', evidence: 'claimed' }] }, '/units/0/unit', 'M.702090.001.01'],
  ['ambiguous-code', 'vacancy', { id: 'a', units: [{ unit: 'm.741000.010.01' }] }, '/units/0/unit', 'm.741000.010.01'],
  ['too-coarse', 'seeker', { id: 'a', region: '36' }, '/region', '36'],
  ['too-coarse', 'vacancy', { id: 'a', region: '36' }, '/region', '36'],
]

/** Named so that a new code without a case does not compile, and a case for every code is asserted below. */
const CODES: Record<ProblemCode, true> = {
  'not-a-record': true,
  'unknown-field': true,
  'protected-attribute': true,
  'bad-id': true,
  'nik-as-id': true,
  'duplicate-id': true,
  missing: true,
  'wrong-type': true,
  'not-a-number': true,
  'out-of-range': true,
  'bad-date': true,
  'bad-date-order': true,
  'bad-choice': true,
  'too-many': true,
  'too-few': true,
  'too-long': true,
  duplicate: true,
  'unknown-code': true,
  'ambiguous-code': true,
  'too-coarse': true,
  'more-problems': true,
}

t.test('every bad record is refused with its row, path, code and what came', async t => {
  const good = { id: 'good' }
  for (const [code, side, record, path, received] of CASES) {
    const problems = check(side, [good, record])
    const found = problems.filter(problem => problem.code === code && problem.path === path)
    const name = `${code} ${side} ${path} ${received ?? ''}`
    // What is no record at all has no id either.
    const expected = code === 'not-a-record' ? 2 : 1
    if (problems.length !== expected || found.length !== 1) t.fail(`${name}: ${JSON.stringify(problems)}`)
    else t.match(found[0], { row: 1, id: idOf(code, path, record), received }, name)
    if (found[0] !== undefined && received === undefined) t.notOk('received' in found[0], `${name} tells no value`)
  }
})

t.test('every code has a case', async t => {
  t.same(Object.keys(CODES).filter(code => code !== 'duplicate-id' && code !== 'more-problems' && !CASES.some(([used]) => used === code)), [])
})

t.test('an id given twice is refused at the later row', async t => {
  for (const side of ['seeker', 'vacancy'] as const) {
    t.match(check(side, [{ id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'a' }]), [
      { row: 2, id: 'a', path: '/id', code: 'duplicate-id', received: 'a', message: /record 0 has it too/ },
      { row: 3, id: 'a', path: '/id', code: 'duplicate-id', received: 'a', message: /record 0 has it too/ },
    ])
  }
  t.same(check('seeker', [{ id: 'é' }, { id: 'e\u0301' }, { id: 'É' }]), [], 'ids are compared as they are written')
})

t.test('every problem is a sentence in English and another in Indonesian, with the row, the path and what came', async t => {
  for (const [, side, record] of CASES) {
    for (const problem of check(side, [{ id: 'good' }, record])) {
      const { row, id, path, message, messageId, received, expected } = problem
      t.not(message, messageId)
      for (const text of [message, messageId]) {
        t.match(text, /^\S.{20,}\.$/su)
        t.notMatch(text, /undefined|\[object|null'?\)/)
        t.ok(text.includes(id === null ? ` ${row}` : ` ${row} ('${id}')`), text)
        t.ok(path === '' || text.includes(path), text)
        t.ok(received === undefined || text.includes(`'${received}'`), text)
      }
      t.ok(message.includes(expected), message)
      t.equal(describeProblem(problem, 'en'), message)
      t.equal(describeProblem(problem, 'id'), messageId)
    }
  }
})

t.test('a RecordError lists every problem of every row, and says how many more there are', async t => {
  const matcher = createMatcher({ taxonomy })
  const bad = [{ id: 'a', reachKm: -1, region: 'x', units: [{ unit: 'X', evidence: 'Y', colour: 1 }] }, { id: 'b' }, null, { id: 'c', wish: { wage: NaN, maxHours: 0.5 } }]
  const problems = check('seeker', bad)
  t.same(problems.map(({ row, path }) => `${row} ${path}`), ['0 /units/0/colour', '0 /units/0/unit', '0 /units/0/evidence', '0 /region', '0 /reachKm', '2 /id', '2 ', '3 /wish/wage', '3 /wish/maxHours'])
  try {
    matcher.seekers.put(bad as never)
    t.fail('nothing is thrown')
  } catch (error) {
    t.ok(error instanceof RecordError && error instanceof TypeError)
    t.match(error, { name: 'RecordError', problems })
    t.equal((error as Error).message, `${problems[0]!.message} (and ${problems.length - 1} more)`)
  }
  t.equal(matcher.seekers.size, 0)
})

t.test('a record tells a hundred problems, and then how many more it has', async t => {
  const record = (count: number): unknown => ({ id: 'a', ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 1])) })
  t.equal(check('seeker', [record(100)]).length, 100)
  for (const side of ['seeker', 'vacancy'] as const) {
    const problems = check(side, [record(200_000), { id: 'b', reach: 1 }, record(101)])
    t.equal(problems.length, 101 + 1 + 101)
    t.match(problems[100], { row: 0, id: 'a', path: '', code: 'more-problems', received: '199900' })
    t.equal(problems[100].message, "Record 0 ('a'): more problems than are listed, got '199900'; expected the problems listed before to be mended first.")
    t.equal(problems[100].messageId, "Catatan 0 ('a'): masih ada masalah lain, diterima '199900'; seharusnya masalah di atas diperbaiki lebih dahulu.")
    t.match(problems[101], { row: 1, id: 'b', path: '/reach' }, 'every bad record is told')
    // The third record has the first one's id too, which is beyond its hundred.
    t.match(problems[202], { row: 2, code: 'more-problems', received: '2' })
  }
})

t.test('what is no list of records, and what is no taxonomy, is refused in a sentence', async t => {
  for (const check of [checkSeekers, checkVacancies]) {
    for (const [records, came] of [[null, 'null'], [undefined, 'undefined'], [{}, 'an object'], ['pk-1', 'a string']]) {
      t.throws(() => check(records as never, taxonomy), { name: 'TypeError', message: `records must be a list of records, got ${came as string}.` })
    }
    for (const [bad, came] of [[null, 'null'], [undefined, 'undefined'], [{}, 'an object'], [[], 'a list'], [loadTaxonomy(), 'a promise; await it first']]) {
      t.throws(() => check([], bad as never), { name: 'TypeError', message: `taxonomy must be what loadTaxonomy() of @padan/taxonomy resolves to, got ${came as string}.` })
    }
  }
})

t.test('what is at the edge of a range is accepted', async t => {
  t.same(check('seeker', [
    { id: 'x'.repeat(128), reachKm: 20_040, wish: { wage: 1_000_000_000, maxHours: 168 }, experience: [{ occupation: '7212', months: 720 }], point: { lat: 90, lng: -180 } },
    { id: '😀', reachKm: 0, wish: { wage: 1, maxHours: 1 }, experience: [], units: [], licences: [], needs: [], point: { lat: -0, lng: 180 } },
    { id: 'a/b c', units: undefined, wish: {}, education: [{ level: 'TS' }] },
    parsed('{"id":"__proto__"}'),
  ]), [])
  t.same(check('vacancy', [
    { id: '3671015203990001', title: 'x'.repeat(200), seats: 100_000, hours: 168, wage: { min: 1_000_000_000, max: 1_000_000_000 }, experience: { months: 720 } },
    { id: 'a', seats: 0, hours: 1, wage: {}, experience: { months: 0 }, licences: [], provides: [], opens: '2026-01-01', closes: '2026-01-01', title: '' },
  ]), [])
})

t.test('records without a prototype are read like any other', async t => {
  t.same(check('seeker', [Object.assign(Object.create(null), { id: 'a', point: Object.assign(Object.create(null), { lat: 0, lng: 0 }) })]), [])
})

function check (side: Side, records: readonly unknown[]): RecordProblem[] {
  return side === 'seeker' ? checkSeekers(records, taxonomy) : checkVacancies(records, taxonomy)
}

/** The id that a problem names: none where the id itself is at fault. */
function idOf (code: ProblemCode, path: string, record: unknown): string | null {
  return path === '/id' || code === 'not-a-record' ? null : (record as { id: string }).id
}
