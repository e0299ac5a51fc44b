import { basename, dirname } from 'node:path'
import type { Taxonomy } from '../../dist/index.js'
import { createExtractor, demandsOf, resolveRegion } from '../../dist/text/index.js'
import type { Demands } from '../../dist/text/index.js'
import { experienceAgrees, goldOf, salaryAgrees, stepOf, type Gold } from './advert-gold.ts'
import { baselineOf, type BaselineAnswers } from './baselines.ts'
import { handReadTable, readHandLabels } from './hand-read.ts'
import { f1Of, precisionOf, recallOf, scoreOf, type Score } from './score.ts'
import { partOf, type Part } from './split.ts'
import { tableReader } from '../read-table.ts'

const HEADINGS = ['field', 'adverts', 'read', 'precision', 'recall', 'F1', 'F1 where the text says something', 'keywords: precision', 'recall', 'F1']
const SEED = 'padan-extraction-1'

const HAND_READ_NOTE = `The words of COUNT of these adverts, the first by a hash of their id, were read by one person before anything was compared (\`compile/evaluation/hand-read-adverts.csv\`: ids and labels).
Left: the extractor against what was read. Right: the columns of the same adverts, how many texts are silent or say otherwise, and so the most that any reader of
the words could reach against the columns. No text names a monthly wage; one names a day's.`

interface Case {
  id: string
  text: string
  gold: Gold
  read: Demands
  baseline: BaselineAnswers
}

/** A line of the table: the scores of the extractor and of the keywords, and the extractor's on adverts where either of the two reads something. */
interface Line {
  field: string
  extractor: Score
  keywords: Score
  named: Score
}

/** The table of what is read in adverts against their own columns, with what went wrong in the tune part where that is asked for. */
export function advertsReport (file: string, taxonomy: Taxonomy, part: Part, misses: boolean): string {
  const extractor = createExtractor(taxonomy)
  const rows = tableReader(dirname(file))(basename(file))
  const chosen = rows.filter(row => partOf(row.job_id, SEED) === part)
  const places = [...new Set(rows.map(({ location }) => location.toLowerCase()))].filter(name => name !== '').sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const cases: Case[] = chosen.map(row => {
    const text = `${row.title}\n${row.description}`
    return { id: row.job_id, text, gold: goldOf(row), read: demandsOf(extractor.extract(text), taxonomy), baseline: baselineOf(text, places) }
  })
  const regionOf = (name: string): string => {
    const region = resolveRegion(name, taxonomy)
    return region < 0 ? '' : taxonomy.regions.codeAt(region)
  }
  const regionOrNull = (name: string | null): string | null => name === null ? null : regionOf(name)
  const named = new Set(rows.map(({ location }) => regionOf(location)))
  /**
   * What a column may mean. Where the site has one box for a city and the regency of its name (`Bekasi`, `Bogor`), it means both; where it has two
   * (`Tangerang`, `Kabupaten Tangerang`), each means itself.
   */
  const meantBy = (name: string | null): string[] => {
    const code = name === null ? '' : regionOf(name)
    if (code === '') return []
    const city = taxonomy.regions.get(code)
    const regency = city?.kind === 'city' ? regionOf(city.name.replace(/^Kota /, 'Kabupaten ')) : ''
    return regency === '' || named.has(regency) ? [code] : [code, regency]
  }
  /** A province is too wide to answer with: the likeliest place below one. */
  const regencyOf = (codes: readonly string[]): string | null => codes.find(code => code.includes('.')) ?? null
  /** A district of the place, or the place itself. */
  const within = (meant: readonly string[], said: string): boolean => meant.some(code => said === code || said.startsWith(`${code}.`))
  const lines: Line[] = [
    line('education', cases, ({ gold }) => gold.education, ({ read }) => read.level === null ? null : stepOf(read.level), ({ baseline }) => baseline.education, (a, b) => a === b),
    line('experience', cases, ({ gold }) => gold.experience, ({ read }) => read.experience, ({ baseline }) => baseline.experience, experienceAgrees),
    line('salary', cases, ({ gold }) => gold.salary, ({ read }) => read.wage, ({ baseline }) => baseline.salary, salaryAgrees),
    line('place', cases, ({ gold }) => gold.place === null ? null : meantBy(gold.place), ({ read }) => regencyOf(read.places), ({ baseline }) => regionOrNull(baseline.place), within),
    line('employment type', cases, ({ gold }) => gold.employment, employmentOf, ({ baseline }) => baseline.employment, (a, b) => a === b),
    line('employment type, else full-time', cases, ({ gold }) => gold.employment, one => employmentOf(one) ?? 'full-time', ({ baseline }) => baseline.employment ?? 'full-time', (a, b) => a === b),
  ]
  const report = `${cases.length} of ${rows.length} adverts: part '${part}' of seed ${SEED}. Read from title and description only.\n\n${tableOf(lines)}`
  if (part === 'report') return `${report}\n${handRead(cases, meantBy)}`
  return misses ? report + missesOf(cases, (gold, said) => within(meantBy(gold), said), regencyOf) : report
}

/** What a person read in the words of some of the adverts reported on, where those adverts are in the file. */
function handRead (cases: readonly Case[], meantBy: (name: string | null) => string[]): string {
  const byId = new Map(cases.map(one => [one.id, one]))
  const labelled = readHandLabels().flatMap(hand => {
    const one = byId.get(hand.id)
    return one === undefined ? [] : [{ ...one, hand, employment: employmentOf(one), goldPlaces: meantBy(one.gold.place) }]
  })
  return `### What the words say\n\n${HAND_READ_NOTE.replace('COUNT', String(labelled.length))}\n\n${handReadTable(labelled)}`
}

/** The site has no box for permanent work; those adverts tick full time. */
function employmentOf ({ read }: Case): string | null {
  return read.jobType === 'permanent' ? 'full-time' : read.jobType
}

function line<GoldValue, Value> (
  field: string, cases: readonly Case[], gold: (one: Case) => GoldValue | null, read: (one: Case) => Value | null, baseline: (one: Case) => Value | null,
  agree: (gold: GoldValue, said: Value) => boolean
): Line {
  const answers = cases.map(one => ({ gold: gold(one), said: read(one) }))
  const keywords = cases.map(one => ({ gold: gold(one), said: baseline(one) }))
  const spoken = cases.filter(one => read(one) !== null || baseline(one) !== null)
  return {
    field,
    extractor: scoreOf(answers, agree),
    keywords: scoreOf(keywords, agree),
    named: scoreOf(spoken.map(one => ({ gold: gold(one), said: read(one) })), agree),
  }
}

function tableOf (lines: readonly Line[]): string {
  const head = `| ${HEADINGS.join(' | ')} |\n|${' --- |'.repeat(HEADINGS.length)}\n`
  const figure = (value: number): string => value.toFixed(3)
  return head + lines.map(({ field, extractor, keywords, named }) => {
    const cells = [field, extractor.gold, extractor.said, ...[extractor].flatMap(of => [precisionOf(of), recallOf(of), f1Of(of)]).map(figure), figure(f1Of(named)),
      ...[precisionOf(keywords), recallOf(keywords), f1Of(keywords)].map(figure)]
    return `| ${cells.join(' | ')} |\n`
  }).join('')
}

/** Where the extractor and the column disagree, a line each: an id, never the advert's words. */
function missesOf (cases: readonly Case[], within: (gold: string, said: string) => boolean, regencyOf: (codes: readonly string[]) => string | null): string {
  const told: string[] = []
  for (const { id, gold, read } of cases) {
    const tell = (field: string, wanted: unknown, said: unknown): void => { told.push(`${id} ${field}: ${JSON.stringify(wanted)}, read ${JSON.stringify(said)}\n`) }
    const place = regencyOf(read.places)
    if (gold.education !== (read.level === null ? null : stepOf(read.level))) tell('education', gold.education, read.level)
    if (gold.experience !== null && read.experience !== null && !experienceAgrees(gold.experience, read.experience)) tell('experience', gold.experience, read.experience)
    if (gold.place !== null && place !== null && !within(gold.place, place)) tell('place', gold.place, read.places)
    if (gold.salary !== null && read.wage !== null && !salaryAgrees(gold.salary, read.wage)) tell('salary', gold.salary, read.wage)
    if (read.jobType !== null && read.jobType !== gold.employment) tell('employment', gold.employment, read.jobType)
  }
  return told.join('')
}
