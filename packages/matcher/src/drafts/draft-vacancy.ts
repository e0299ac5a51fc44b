import type { Taxonomy } from '@padan/taxonomy'
import { classifyOccupation, demandsOf, rankOccupations, type Extractor, type Mention } from '@padan/taxonomy/text'
import type { JobType } from '../records/seeker.ts'
import type { RequiredEducation, RequiredExperience, RequiredUnit, Vacancy, Wage } from '../records/vacancy.ts'
import type { DraftChoice, DraftNote, DraftSource, VacancyDraft } from './draft.ts'
import { besideOf, byCode, FieldList, ofKind, sourceOf, SURE, usable, type Reading } from './field-list.ts'
import { readAdultsOnly, readCloses, readHours, readOpens, readSeats } from './offer-terms.ts'
import { coverContacts } from './private-data.ts'
import { readSector } from './sector.ts'
import { readTitle, type ReadTitle } from './title.ts'

export const MOST_MENTIONS = 10_000
const MOST_UNITS = 200
const MOST_FIELDS = 50
const MOST_LICENCES = 20
const MOST_BESIDE = 200
const MOST_MONTHS = 720
/** A title less like an occupation than this is none of it. */
const LEAST_LIKE = 500
const MOST_OCCUPATIONS = 4
/** Before a place on its line: applicants are to live there. */
const LIVING = /(?:domisili|bertempat tinggal|tinggal|residing|reside|living|live)(?!\p{L})[^\n.;]{0,40}$/iu
const LOOK_BACK = 60

/**
 * An advert as a vacancy for a person to confirm. What it says goes through `extractor` and `demandsOf`, so the draft and everybody else read alike; a licence that is one
 * of several is left out of the record, since there each is a hard rule. O(length).
 */
export function draftVacancy (text: string, taxonomy: Taxonomy, extractor: Extractor): VacancyDraft {
  const { text: read, leftOut } = coverContacts(text)
  const mentions = extractor.extract(read)
  const refused = ofKind(mentions, 'protected').map(({ demand: kind, start, end }) => ({ kind, start, end, surface: text.slice(start, end) }))
  const title = readTitle(withoutSpans(read, refused))
  if (title?.sex !== undefined && !refused.some(({ start, end }) => start < title.sex!.end && title.sex!.start < end)) {
    refused.push({ kind: 'sex', ...title.sex, surface: text.slice(title.sex.start, title.sex.end) })
    refused.sort((a, b) => a.start - b.start || a.end - b.end)
  }
  const said = usable(mentions)
  const asked = said.filter(({ section }) => section !== 'offers')
  const demands = demandsOf(mentions, taxonomy)

  const list = new FieldList()
  list.add<Vacancy['title']>('title', title === undefined ? undefined : { value: title.title, from: [title.from], notes: title.cut ? ['no-title-line'] : [] })
  list.add('seats', readSeats(read))
  list.add('opens', readOpens(read))
  list.add('closes', readCloses(read))
  list.add('units', unitsOf(asked))
  list.add('education', educationOf(demands.level, asked))
  list.add('fields', fieldsOf(asked))
  list.add('experience', ...experienceOf(demands.experience, mentions))
  list.add('occupation', ...occupationOf(title, asked, taxonomy))
  list.add('sector', ...readSector(read, taxonomy))
  list.add('region', ...regionOf(demands.places, said, read, taxonomy))
  list.add('point', undefined)
  list.add('remote', remoteOf(said))
  list.add('wage', ...wageOf(demands.wage, said))
  list.add('jobType', ...jobTypeOf(demands.jobType, said))
  list.add('hours', readHours(read))
  list.add('licences', ...licencesOf(asked))
  list.add('provides', ...providesOf(said))
  list.add('adultsOnly', readAdultsOnly(read))
  const beside = {
    concepts: besideOf(byCode(ofKind(asked, 'concept'), ({ code }) => code, MOST_BESIDE)),
    languages: besideOf(byCode(ofKind(asked, 'language'), ({ code }) => code, MOST_BESIDE)),
  }
  // The list was filled field by field in the order of the type, with values of its types.
  return { kind: 'vacancy', record: list.record, fields: list.fields as VacancyDraft['fields'], beside, refused, leftOut, complete: mentions.length < MOST_MENTIONS }
}

function withoutSpans (text: string, spans: ReadonlyArray<{ start: number, end: number }>): string {
  let covered = ''
  let read = 0
  for (const { start, end } of spans) {
    if (end <= read) continue
    const from = Math.max(start, read)
    covered += text.slice(read, from) + '|'.repeat(end - from)
    read = end
  }
  return covered + text.slice(read)
}

function unitsOf (asked: readonly Mention[]): Reading<RequiredUnit[]> | undefined {
  const units = ofKind(asked, 'unit')
  const found = byCode(units, ({ code }) => code, MOST_UNITS)
  if (found.size === 0) return undefined
  const named = new Set(units.map(({ code }) => code)).size
  return { value: [...found.keys()].map(unit => ({ unit })), from: [...found.values()].flat(), notes: named > MOST_UNITS ? ['cut-short'] : [] }
}

function educationOf (level: string | null, asked: readonly Mention[]): Reading<RequiredEducation> | undefined {
  if (level === null) return undefined
  const levels = ofKind(asked, 'level')
  const chosen = levels.filter(({ code }) => code === level)
  if (chosen.length === 0) return undefined
  const found = byCode(levels, ({ code }) => code, MOST_FIELDS)
  const groups = new Set(chosen.map(({ alternative }) => alternative))
  const others = levels.filter(({ code, preferred, alternative }) => code !== level && !preferred && (alternative === null || !groups.has(alternative)))
  const preferred = chosen.every(mention => mention.preferred)
  return {
    value: { min: level },
    from: found.get(level) ?? [],
    sure: !preferred && others.length === 0,
    alternatives: [...found].filter(([code]) => code !== level).map(([code, from]) => ({ value: { min: code }, from })),
    notes: [...(preferred ? ['only-preferred' as const] : []), ...(others.length > 0 ? ['several-named' as const] : [])],
  }
}

function fieldsOf (asked: readonly Mention[]): Reading<string[] | 'any'> | undefined {
  const fields = ofKind(asked, 'field')
  const any = fields.filter(({ code }) => code === null)
  if (any.length > 0) return { value: 'any', from: any.slice(0, 1).map(mention => sourceOf(mention, 'any')) }
  const found = byCode(fields, ({ code }) => code, MOST_FIELDS)
  if (found.size === 0) return undefined
  const preferred = fields.every(mention => mention.preferred)
  return { value: [...found.keys()], from: [...found.values()].flat(), sure: !preferred, notes: preferred ? ['only-preferred'] : [] }
}

function experienceOf (months: number | null, mentions: readonly Mention[]): [Reading<RequiredExperience | 'any'> | undefined, Otherwise<RequiredExperience | 'any'>?] {
  const all = ofKind(mentions, 'experience').flatMap(mention => mention.min === null ? [] : [{ ...mention, min: mention.min }])
  if (months === null) return [undefined, { notes: ofKind(mentions, 'experience').some(({ min, negated }) => min === null && !negated) ? ['months-not-named'] : [] }]
  const leastOf = ({ negated, min }: typeof all[number]): number => negated ? 0 : min
  const found = byCode(all, mention => String(leastOf(mention)), MOST_FIELDS)
  const valueOf = (least: number): RequiredExperience | 'any' => least === 0 ? 'any' : { months: Math.min(least, MOST_MONTHS) }
  const chosen = all.filter(mention => leastOf(mention) === months)
  const preferred = months > 0 && chosen.every(mention => mention.preferred)
  return [{
    value: valueOf(months),
    from: found.get(String(months)) ?? [],
    sure: found.size === 1 && !preferred,
    alternatives: [...found].filter(([least]) => least !== String(months)).map(([least, from]) => ({ value: valueOf(Number(least)), from })),
    notes: [...(preferred ? ['only-preferred' as const] : []), ...(found.size > 1 ? ['several-named' as const] : [])],
  }]
}

/** By the title, where a title says it for certain; else by what the text names; else by likeness of the title. */
function occupationOf (title: ReadTitle | undefined, asked: readonly Mention[], taxonomy: Taxonomy): [Reading<string> | undefined] {
  const codes = title === undefined ? [] : classifyOccupation(title.title, taxonomy).slice(0, MOST_OCCUPATIONS).map(index => taxonomy.occupations.codeAt(index))
  const found = byCode(ofKind(asked, 'occupation'), ({ code }) => code, MOST_OCCUPATIONS)
  const choices = (skip: string): Array<DraftChoice<string>> => [...found].filter(([code]) => code !== skip).map(([value, from]) => ({ value, from }))
  if (title !== undefined && codes.length > 0) {
    const [value, ...others] = codes
    const from = (code: string): DraftSource[] => [{ ...title.from, confidence: SURE, says: code }]
    return [{ value, from: from(value), alternatives: others.map(code => ({ value: code, from: from(code) })) }]
  }
  const like = title === undefined
    ? []
    : rankOccupations(title.title, taxonomy, MOST_OCCUPATIONS).filter(({ score }) => score >= LEAST_LIKE)
      .map(({ code, score }): DraftChoice<string> => ({ value: code, from: [{ ...title.from, confidence: score, says: code }] }))
  const [first] = like
  if (first !== undefined) return [{ ...first, sure: false, alternatives: [...like.slice(1), ...choices(first.value)], notes: ['by-likeness'] }]
  const [named] = choices('')
  return [named === undefined ? undefined : { ...named, sure: false, alternatives: choices(named.value), notes: found.size > 1 ? ['several-named'] : [] }]
}

type Otherwise<Value> = { alternatives?: Array<DraftChoice<Value>>, notes?: DraftNote[] }

function regionOf (places: readonly string[], said: readonly Mention[], text: string, taxonomy: Taxonomy): [Reading<string> | undefined, Otherwise<string>?] {
  const mentions = ofKind(said, 'place')
  const found = byCode(mentions, ({ code }) => code, MOST_BESIDE)
  const [region, ...others] = places.filter(code => taxonomy.regions.get(code)?.kind !== 'province')
  if (region === undefined) return [undefined, places.length > 0 ? { notes: ['too-wide'] } : {}]
  const from = found.get(region) ?? []
  // A wider place around it says the same; any other is a rival.
  const rivals = others.filter(code => !region.startsWith(`${code}.`))
  const lived = from.every(({ start }) => LIVING.test(text.slice(Math.max(0, start - LOOK_BACK), start)))
  return [{
    value: region,
    from,
    sure: rivals.length === 0 && !lived,
    alternatives: rivals.map(code => ({ value: code, from: found.get(code) ?? [] })),
    notes: [...(lived ? ['applicants-live-there' as const] : []), ...(rivals.length > 0 ? ['several-named' as const] : [])],
  }]
}

function remoteOf (said: readonly Mention[]): Reading<boolean> | undefined {
  const from = byCode(ofKind(said, 'accommodation').filter(({ code }) => code === 'remote-work'), ({ code }) => code, 1).get('remote-work')
  return from === undefined ? undefined : { value: true, from, sure: false, notes: ['maybe-hybrid'] }
}

function wageOf (wage: { min: number | null, max: number | null } | null, said: readonly Mention[]): [Reading<Wage> | undefined, Otherwise<Wage>?] {
  const wages = ofKind(said, 'wage')
  const valueOf = ({ min, max }: { min: number | null, max: number | null }): Wage => ({ ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) })
  const keyOf = ({ min, max }: { min: number | null, max: number | null }): string => `${min ?? ''}-${max ?? ''}`
  const monthly = wages.filter(({ period }) => period === null || period === 'month')
  const notes: DraftNote[] = monthly.length < wages.length ? ['not-monthly'] : []
  if (wage === null) return [undefined, { notes }]
  const found = byCode(monthly, keyOf, MOST_FIELDS)
  const others = new Map(monthly.map(mention => [keyOf(mention), mention]))
  others.delete(keyOf(wage))
  return [{
    value: valueOf(wage),
    from: found.get(keyOf(wage)) ?? [],
    sure: others.size === 0,
    alternatives: [...others].map(([key, mention]) => ({ value: valueOf(mention), from: found.get(key) ?? [] })),
    notes: others.size > 0 ? [...notes, 'several-named'] : notes,
  }]
}

function jobTypeOf (code: string | null, said: readonly Mention[]): [Reading<JobType> | undefined] {
  const found = byCode(ofKind(said, 'job-type'), mention => mention.code, MOST_FIELDS)
  if (code === null || !found.has(code)) return [undefined]
  const typeOf = (said: string): JobType => said === 'permanent' ? 'full-time' : said as JobType
  const others = [...found].filter(([other]) => other !== code && typeOf(other) !== typeOf(code))
  return [{
    value: typeOf(code),
    from: found.get(code) ?? [],
    sure: code !== 'permanent' && others.length === 0,
    alternatives: others.map(([other, from]) => ({ value: typeOf(other), from })),
    notes: [...(code === 'permanent' ? ['permanent' as const] : []), ...(others.length > 0 ? ['several-named' as const] : [])],
  }]
}

/** In a record each licence is a hard rule, so only those count that are demanded by themselves. */
function licencesOf (asked: readonly Mention[]): [Reading<string[]> | undefined, Otherwise<string[]>] {
  const licences = ofKind(asked, 'licence')
  const choices = (mentions: typeof licences): Array<DraftChoice<string[]>> => [...byCode(mentions, ({ code }) => code, MOST_LICENCES)].map(([code, from]) => ({ value: [code], from }))
  const demanded = licences.filter(({ preferred, alternative }) => !preferred && alternative === null)
  const others = licences.filter(({ preferred, alternative, code }) => code !== null && (preferred || alternative !== null))
  const notes: DraftNote[] = []
  if (others.some(({ alternative }) => alternative !== null)) notes.push('one-of')
  if (others.some(({ preferred }) => preferred)) notes.push('only-preferred')
  if (licences.some(({ code }) => code === null)) notes.push('class-not-named')
  const found = byCode(demanded, ({ code }) => code, MOST_LICENCES)
  const alternatives = choices(others).filter(({ value }) => !found.has(value[0]))
  if (found.size === 0) return [undefined, { alternatives, notes }]
  return [{ value: [...found.keys()], from: [...found.values()].flat(), sure: notes.length === 0, alternatives, notes }, {}]
}

/** A record's list is the whole list, and who needs what is not on it is sifted out: what an advert happens to name is offered for a person to complete, and never taken for all. */
function providesOf (said: readonly Mention[]): [undefined, Otherwise<string[]>] {
  const found = byCode(ofKind(said, 'accommodation'), ({ code }) => code, MOST_BESIDE)
  if (found.size === 0) return [undefined, {}]
  return [undefined, { alternatives: [{ value: [...found.keys()], from: [...found.values()].flat() }], notes: ['whole-list'] }]
}
