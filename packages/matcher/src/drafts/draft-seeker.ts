import type { Taxonomy } from '@padan/taxonomy'
import { demandsOf, type Extractor, type Mention } from '@padan/taxonomy/text'
import type { JobType, Education, Experience, HeldLicence, HeldUnit, Wish } from '../records/seeker.ts'
import { cvLines, mentionsByLine, type CvLine } from './cv-lines.ts'
import { TELLING_KINDS, type DraftChoice, type DraftNote, type DraftSource, type LeftOut, type SeekerDraft } from './draft.ts'
import { MOST_MENTIONS } from './draft-vacancy.ts'
import { besideOf, byCode, FieldList, ofKind, sourceOf, SURE, usable, type Reading } from './field-list.ts'
import { coverPerson } from './private-data.ts'
import { readReach } from './reach.ts'
import { readPeriod, type Now } from './work-periods.ts'

const MOST_UNITS = 500
const MOST_LICENCES = 50
const MOST_EDUCATION = 20
const MOST_EXPERIENCE = 100
const MOST_WISHES = 20
const MOST_BESIDE = 200
const MOST_MONTHS = 720
/** Months counted from bare years, and those of a job that stands in the next line. */
const BY_YEARS = 700
const NEXT_LINE = 650

const HOME = /(?:alamat|domisili|berdomisili|tempat tinggal|tinggal di|address|domicile|live in|living in|based in)/iu
const STILL_LEARNING = /(?:sedang (?:menempuh|kuliah)|mahasisw[ai]|semester|belum lulus|tidak lulus|sekarang|saat ini|present|currently|candidate)/iu
const WISHED = /(?:posisi|jabatan|pekerjaan|bidang) (?:yang )?(?:dilamar|diinginkan|diminati|dituju|diharapkan)|melamar (?:sebagai|posisi|pekerjaan|untuk)|ingin bekerja sebagai|career objective|^[^\p{L}]{0,6}objective|desired (?:position|job)|position applied/iu
const WISHED_WAGE = /(?:gaji|upah) (?:yang )?(?:diharapkan|diinginkan)|(?:ekspektasi|harapan) gaji|(?:expected|desired) salary|salary expectation/iu
const MOVES = /bersedia (?:ditempatkan|dipindahkan|pindah|merantau)[^\n.;,]{0,20}(?:mana (?:saja|pun)|seluruh (?:indonesia|wilayah)|luar (?:kota|daerah|pulau|jawa))|willing to (?:relocate|move)/iu

interface SeekerOptions {
  now?: Now
}

/** A line with what it names. */
interface ReadLine extends CvLine {
  mentions: Mention[]
}

/**
 * A CV, or any words of a person about themselves, as a seeker for that person to confirm. What tells of the person and not of the work is covered before anything is read. Units are
 * only ever `claimed`. Nothing is read into `needs` and `adultFrom`: health and birth dates are asked for, never guessed. O(length).
 */
export function draftSeeker (text: string, taxonomy: Taxonomy, extractor: Extractor, { now }: SeekerOptions): SeekerDraft {
  const tellsOfWork = (line: string): boolean => extractor.extract(line).some(({ kind }) => TELLING_KINDS.has(kind))
  const { text: read, leftOut } = coverPerson(text, tellsOfWork)
  const mentions = extractor.extract(read)
  const said = usable(mentions)
  const lines = cvLines(read)
  const byLine = mentionsByLine(lines, said)
  const readLines = lines.map((line, place): ReadLine => ({ ...line, mentions: byLine[place] }))

  const list = new FieldList()
  list.add('units', unitsOf(said))
  list.add('education', ...educationOf(readLines))
  list.add('experience', ...experienceOf(readLines, now))
  list.add('region', ...regionOf(readLines, taxonomy))
  list.add('point', undefined)
  list.add('wish', wishOf(readLines))
  list.add('reachKm', readReach(read))
  list.add('willingToMove', moveOf(read))
  list.add('licences', licencesOf(said))
  list.add('needs', undefined, { notes: ['never-read'] })
  list.add('adultFrom', undefined, { notes: ['never-read'] })
  const beside = {
    concepts: besideOf(byCode(ofKind(said, 'concept'), ({ code }) => code, MOST_BESIDE)),
    languages: besideOf(byCode(ofKind(said, 'language'), ({ code }) => code, MOST_BESIDE)),
  }
  return {
    kind: 'seeker',
    record: list.record,
    fields: list.fields as SeekerDraft['fields'],
    beside,
    leftOut: [...leftOut, ...protectedOf(mentions)].sort((a, b) => a.start - b.start || a.end - b.end),
    complete: mentions.length < MOST_MENTIONS,
  }
}

function protectedOf (mentions: readonly Mention[]): LeftOut[] {
  return ofKind(mentions, 'protected').map(({ demand: kind, start, end }) => ({ kind, start, end }))
}

function unitsOf (said: readonly Mention[]): Reading<HeldUnit[]> | undefined {
  const found = byCode(ofKind(said, 'unit'), ({ code }) => code, MOST_UNITS)
  if (found.size === 0) return undefined
  return { value: [...found.keys()].map(unit => ({ unit, evidence: 'claimed' })), from: [...found.values()].flat(), notes: ['evidence-claimed'] }
}

function educationOf (lines: readonly ReadLine[]): [Reading<Education[]> | undefined, { alternatives?: Array<DraftChoice<Education[]>>, notes?: DraftNote[] }?] {
  const held = new Map<string, { education: Education, from: DraftSource[] }>()
  const begun: Array<DraftChoice<Education[]>> = []
  let sure = true
  for (const { text, section, mentions } of lines) {
    const [level] = section === 'work' ? [] : ofKind(mentions, 'level')
    if (level === undefined) continue
    const field = ofKind(mentions, 'field').find(({ code }) => code !== null)
    const education: Education = { level: level.code, ...(field === undefined ? {} : { field: field.code! }) }
    const from = [sourceOf(level, level.code), ...(field === undefined ? [] : [sourceOf(field, field.code!)])]
    const key = `${education.level} ${education.field ?? ''}`
    if (STILL_LEARNING.test(text)) begun.push({ value: [education], from })
    else if (!held.has(key) && held.size < MOST_EDUCATION) held.set(key, { education, from })
    if (section !== 'education' && held.size > 1) sure = false
  }
  const notes: DraftNote[] = begun.length > 0 ? ['maybe-not-completed'] : []
  if (held.size === 0) return [undefined, { alternatives: begun, notes }]
  const entries = [...held.values()]
  return [{ value: entries.map(({ education }) => education), from: entries.flatMap(({ from }) => from), sure: sure && begun.length === 0, alternatives: begun, notes }]
}

function experienceOf (lines: readonly ReadLine[], now: Now | undefined): [Reading<Experience[]> | undefined, { notes: DraftNote[] }] {
  const value: Experience[] = []
  const from: DraftSource[] = []
  const notes = new Set<DraftNote>()
  const add = (job: { code: string } & Mention, months: number, period: DraftSource, confidence: number): void => {
    if (value.length === MOST_EXPERIENCE) {
      notes.add('cut-short')
      return
    }
    value.push({ occupation: job.code, months: Math.min(months, MOST_MONTHS) })
    from.push({ ...sourceOf(job, job.code), confidence }, { ...period, confidence })
  }
  for (const [place, line] of lines.entries()) {
    if (line.section === 'education' || line.section === 'other') continue
    const told = ofKind(line.mentions, 'experience').find(({ min }) => min !== null && min > 0)
    const period = told === undefined ? readPeriod(line.text, now) : undefined
    if (told === undefined && period === undefined) continue
    if (told === undefined && line.section !== 'work' && line.mentions.some(({ kind }) => kind === 'level')) continue
    const { job, near } = jobAt(lines, place, now)
    if (job === undefined) {
      notes.add('no-occupation')
    } else if (told !== undefined) {
      add(job, told.min!, sourceOf(told, String(told.min)), Math.min(told.confidence, near ? SURE : NEXT_LINE))
    } else if (period !== undefined && period.months !== null) {
      const [start, end] = [line.start + period.start, line.start + period.end]
      const says = { start, end, surface: line.text.slice(period.start, period.end), confidence: 0, says: String(period.months) }
      if (!period.byMonth) notes.add('whole-years')
      add(job, period.months, says, near ? (period.byMonth ? SURE : BY_YEARS) : NEXT_LINE)
    } else notes.add('day-needed')
  }
  const told = [...notes]
  return value.length === 0 ? [undefined, { notes: told }] : [{ value, from, notes: told }, { notes: told }]
}

/** The job of a line with a time: its own, else that of the next line or the one before, where these have no time of their own. */
function jobAt (lines: readonly ReadLine[], place: number, now: Now | undefined): { job?: Extract<Mention, { kind: 'occupation' }>, near: boolean } {
  const [own] = ofKind(lines[place].mentions, 'occupation')
  if (own !== undefined) return { job: own, near: true }
  for (const other of [lines[place - 1], lines[place + 1]]) {
    if (other === undefined || other.section !== lines[place].section || readPeriod(other.text, now) !== undefined) continue
    const [job] = ofKind(other.mentions, 'occupation')
    if (job !== undefined) return { job, near: false }
  }
  return { near: false }
}

/** Where the person says to live; else a place at the head of the CV; a school's or a firm's is only offered. */
function regionOf (lines: readonly ReadLine[], taxonomy: Taxonomy): [Reading<string> | undefined, { alternatives?: Array<DraftChoice<string>>, notes?: DraftNote[] }?] {
  const home = lines.filter(({ text }) => HOME.test(text))
  const head = lines.filter(({ section, mentions }) => (section === 'head' || section === 'person') && !mentions.some(({ kind }) => kind === 'level' || kind === 'occupation'))
  const placesIn = (some: readonly ReadLine[]): string[] => demandsOf(some.flatMap(({ mentions }) => mentions), taxonomy).places
  const isFine = (code: string): boolean => taxonomy.regions.get(code)?.kind !== 'province'
  const all = byCode(ofKind(lines.flatMap(({ mentions }) => mentions), 'place'), ({ code }) => code, MOST_BESIDE)
  for (const [some, sure] of [[home, true], [head, false]] as const) {
    const places = placesIn(some)
    const [region] = places.filter(isFine)
    if (region === undefined) continue
    const from = byCode(ofKind(some.flatMap(({ mentions }) => mentions), 'place'), ({ code }) => code, MOST_BESIDE).get(region) ?? []
    const rivals = places.filter(code => isFine(code) && code !== region && !region.startsWith(`${code}.`))
    return [{
      value: region,
      from: sure ? from.map(source => ({ ...source, confidence: Math.max(source.confidence, SURE) })) : from,
      sure: sure && rivals.length === 0,
      alternatives: rivals.map(code => ({ value: code, from: all.get(code) ?? [] })),
      notes: rivals.length > 0 ? ['several-named'] : [],
    }]
  }
  const alternatives = [...all].filter(([code]) => isFine(code)).map(([value, from]) => ({ value, from }))
  return [undefined, { alternatives, notes: alternatives.length > 0 ? ['place-of-something-else'] : all.size > 0 ? ['too-wide'] : [] }]
}

function wishOf (lines: readonly ReadLine[]): Reading<Wish> | undefined {
  const wished = lines.filter(({ text }) => WISHED.test(text)).flatMap(({ mentions }) => mentions)
  const occupations = byCode(ofKind(wished, 'occupation'), ({ code }) => code, MOST_WISHES)
  const types = byCode(ofKind(wished, 'job-type').filter(({ code }) => code !== 'permanent'), ({ code }) => code, MOST_WISHES)
  const wage = ofKind(lines.filter(({ text }) => WISHED_WAGE.test(text)).flatMap(({ mentions }) => mentions), 'wage').find(({ min, period }) => min !== null && (period === null || period === 'month'))
  const from = [...occupations.values(), ...types.values()].flat()
  if (wage !== undefined) from.push(sourceOf(wage, String(wage.min)))
  if (from.length === 0) return undefined
  const value: Wish = {}
  if (wage !== undefined) value.wage = wage.min!
  if (occupations.size > 0) value.occupations = [...occupations.keys()]
  if (types.size > 0) value.jobTypes = [...types.keys()] as JobType[]
  return { value, from }
}

function moveOf (text: string): Reading<boolean> | undefined {
  const match = MOVES.exec(text)
  if (match === null) return undefined
  const surface = match[0]
  return { value: true, from: [{ start: match.index, end: match.index + surface.length, surface, confidence: 850, says: 'true' }] }
}

function licencesOf (said: readonly Mention[]): Reading<HeldLicence[]> | undefined {
  const licences = ofKind(said, 'licence')
  const found = byCode(licences, ({ code }) => code, MOST_LICENCES)
  if (found.size === 0) return undefined
  const unnamed = licences.some(({ code }) => code === null)
  return { value: [...found.keys()].map(licence => ({ licence })), from: [...found.values()].flat(), sure: !unnamed, notes: unnamed ? ['class-not-named'] : [] }
}
