import { notStrictEqual, ok, strictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMatcher, JOB_TYPES } from '@padan/matcher'
import type { Because, JobType, Rule, RuleCode, Seeker, Vacancy } from '@padan/matcher'
import { CRITERION_NAMES, describeLedger, describeRow, describeRule, EVIDENCE_NAMES, formatKilometres, formatRupiah, formatScore, RULE_NAMES } from '@padan/matcher/prose'
import { loadTaxonomy, parseCatalogue } from '@padan/taxonomy'
import { anyPairOf, AS_OF, profileOf } from './market.ts'

const taxonomy = await loadTaxonomy()
const matcher = createMatcher({ taxonomy })
const LANGUAGES = ['en', 'id'] as const

/** Named so that a new kind, rule or code that nothing here provokes does not go unnoticed. */
const KINDS: Record<Because['kind'], true> = {
  open: true,
  unstated: true,
  unit: true,
  'unit-missing': true,
  education: true,
  field: true,
  experience: true,
  distance: true,
  wage: true,
  wish: true,
  'job-type': true,
}
const RULES: Record<Rule, true> = { open: true, 'must-unit': true, certificate: true, licence: true, education: true, reach: true, accommodation: true, adult: true }
const CODES: Record<RuleCode, true> = {
  'no-seats': true,
  'not-yet-open': true,
  closed: true,
  'seats-unstated': true,
  'day-unstated': true,
  'unit-below-500': true,
  'units-unstated': true,
  'certificate-missing': true,
  'licence-missing': true,
  'licence-expired': true,
  'licences-unstated': true,
  'education-below': true,
  'education-unstated': true,
  'out-of-reach': true,
  'reach-unstated': true,
  'place-unstated': true,
  'accommodation-missing': true,
  'accommodations-unstated': true,
  'under-age': true,
  'age-unstated': true,
}

t.test('every reason and every rule is a sentence in either language', async t => {
  const kinds = new Set<string>()
  const rules = new Set<string>()
  const codes = new Set<string | null>()
  t.doesNotThrow(() => fc.assert(fc.property(anyPairOf(taxonomy), AS_OF, profileOf(), ({ seeker, vacancy }, asOf, profile) => {
    const ledger = matcher.explain(seeker, vacancy, { asOf, profile })
    for (const row of ledger.rows) {
      kinds.add(row.because.kind)
      checkPair(describeRow(row, 'en', taxonomy), describeRow(row, 'id', taxonomy))
    }
    for (const rule of ledger.rules) {
      rules.add(rule.rule)
      codes.add(rule.code)
      checkPair(describeRule(rule, 'en', taxonomy), describeRule(rule, 'id', taxonomy))
    }
  }), { numRuns: 1500, seed: 20_261_128 }))
  t.same(Object.keys(KINDS).filter(kind => !kinds.has(kind)), [], 'every kind of reason was seen')
  t.same(Object.keys(RULES).filter(rule => !rules.has(rule)), [], 'every rule was seen')
  t.same([...Object.keys(CODES), null].filter(code => !codes.has(code)), [], 'every code was seen, and passing')
})

t.test('a ledger is its score, a line for each row and a line for each rule that is not passed', async t => {
  t.doesNotThrow(() => fc.assert(fc.property(anyPairOf(taxonomy), AS_OF, ({ seeker, vacancy }, asOf) => {
    const ledger = matcher.explain(seeker, vacancy, { asOf })
    const notPassed = ledger.rules.filter(({ result }) => result !== 'pass')
    for (const language of LANGUAGES) {
      const lines = describeLedger(ledger, language, taxonomy)
      strictEqual(lines.length, 1 + ledger.rows.length + notPassed.length)
      for (const line of lines) checkSentence(line)
      ok(lines[0]!.includes(formatScore(ledger.score, language)) && lines[0]!.includes(formatScore(ledger.potential, language)))
      ledger.rows.forEach((row, at) => {
        ok(lines[at + 1]!.startsWith(CRITERION_NAMES[row.criterion][language]))
        ok(lines[at + 1]!.includes(`[${row.weight} x ${row.credit ?? '?'} = ${row.points}]`))
        ok(lines[at + 1]!.endsWith(describeRow(row, language, taxonomy)))
      })
      notPassed.forEach((rule, at) => strictEqual(lines[1 + ledger.rows.length + at], describeRule(rule, language, taxonomy)))
    }
  }), { numRuns: 300, seed: 20_261_128 }))
})

t.test('every kind of relation, evidence and work has its words in either language', async t => {
  const catalogue = parseCatalogue(JSON.stringify({
    units: [{ code: 'X.99ABC01.001.1', title: 'Meracik Kopi' }, { code: 'X.99ABC02.001.1', title: 'Menyeduh Teh' }],
    relations: [{ wanted: 'X.99ABC01.001.1', held: 'X.99ABC02.001.1', perMille: 300 }],
  }), 'json')
  const own = await loadTaxonomy({ catalogues: [catalogue] })
  const reasons = new Set<string>()
  for (let wanted = 0; wanted < own.units.size; wanted++) {
    for (const { held, reason } of own.units.relatives(wanted)) {
      if (reasons.has(reason)) continue
      reasons.add(reason)
      const sentences = sentencesOf({ units: [{ unit: own.units.codeAt(held), evidence: 'claimed' }] }, { units: [{ unit: own.units.codeAt(wanted) }] }, 'unit', own)
      for (const text of sentences) t.ok(text.includes(own.units.codeAt(wanted)) && text.includes(own.units.codeAt(held)), text)
    }
  }
  t.same([...reasons].sort(), ['catalogue', 'cluster', 'same-title', 'twin', 'version', 'wording'])

  const words = new Set<string>()
  for (const evidence of ['certified', 'trained', 'experienced', 'claimed'] as const) {
    const sentences = sentencesOf({ units: [{ unit: 'C.24LAS01.001.1', evidence }] }, { units: [{ unit: 'C.24LAS01.001.1' }] }, 'unit')
    LANGUAGES.forEach((language, at) => t.ok(sentences[at]!.includes(EVIDENCE_NAMES[evidence][language]), sentences[at]))
  }
  for (const jobType of JOB_TYPES) for (const text of sentencesOf({ wish: { jobTypes: [jobType] } }, { jobType: jobType as JobType }, 'job-type')) words.add(text)
  // Internship and apprenticeship are told apart in either language, and so is every other kind of work.
  t.equal(words.size, 2 * JOB_TYPES.length)
})

t.test('every rule and every criterion has a name of its own in either language', async t => {
  for (const names of [RULE_NAMES, CRITERION_NAMES, EVIDENCE_NAMES]) {
    for (const language of LANGUAGES) t.equal(new Set(Object.values(names).map(name => name[language])).size, Object.keys(names).length)
  }
  t.same(Object.keys(RULE_NAMES), Object.keys(RULES))
})

t.test('a score is shown as a percentage, cut to two decimals', async t => {
  const cases: Array<[points: number, en: string, id: string]> = [
    [0, '0.00 %', '0,00 %'],
    [999, '0.00 %', '0,00 %'],
    [1000, '0.01 %', '0,01 %'],
    [5_439_880, '54.39 %', '54,39 %'],
    [8_169_999, '81.69 %', '81,69 %'],
    [9_999_999, '99.99 %', '99,99 %'],
    [10_000_000, '100.00 %', '100,00 %'],
  ]
  for (const [points, en, id] of cases) t.same([formatScore(points, 'en'), formatScore(points, 'id')], [en, id], String(points))
  t.doesNotThrow(() => fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), points =>
    formatScore(points, 'en') === `${(points - points % 1000) / 1000 / 100 | 0}.${String((points - points % 1000) / 1000 % 100).padStart(2, '0')} %`), { seed: 20_261_128 }))
})

t.test('money and distance are written as the language writes them', async t => {
  const money: Array<[number, string, string]> = [[1, 'Rp1', 'Rp1'], [999, 'Rp999', 'Rp999'], [1000, 'Rp1,000', 'Rp1.000'], [5_399_406, 'Rp5,399,406', 'Rp5.399.406'], [1_000_000_000, 'Rp1,000,000,000', 'Rp1.000.000.000']]
  for (const [rupiah, en, id] of money) t.same([formatRupiah(rupiah, 'en'), formatRupiah(rupiah, 'id')], [en, id])
  const ways: Array<[number, string, string]> = [[0, '0.0 km', '0,0 km'], [100, '0.1 km', '0,1 km'], [9900, '9.9 km', '9,9 km'], [12_300, '12.3 km', '12,3 km'], [20_015_100, '20015.1 km', '20015,1 km']]
  for (const [metres, en, id] of ways) t.same([formatKilometres(metres, 'en'), formatKilometres(metres, 'id')], [en, id])
})

function sentencesOf (seeker: Omit<Seeker, 'id'>, vacancy: Omit<Vacancy, 'id'>, criterion: string, own = taxonomy): [en: string, id: string] {
  const { rows } = createMatcher({ taxonomy: own }).explain({ id: 'pk-1', ...seeker }, { id: 'lw-1', ...vacancy })
  const row = rows.find(one => one.criterion === criterion)!
  const sentences: [string, string] = [describeRow(row, 'en', own), describeRow(row, 'id', own)]
  checkPair(...sentences)
  return sentences
}

function checkPair (en: string, id: string): void {
  checkSentence(en)
  checkSentence(id)
  notStrictEqual(en, id)
}

function checkSentence (text: string): void {
  ok(text.length > 4 && text === text.trim(), text)
  ok(!/undefined|\bnull\b|NaN|\[object|, ?,|\(\)|\$\{/.test(text), text)
}
