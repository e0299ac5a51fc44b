import { createExtractor, type Mention } from '../../dist/text/index.js'
import type { Taxonomy } from '../../dist/index.js'
import { readEvaluationTable } from '../read-table.ts'
import { baselineOf } from './baselines.ts'
import { f1Of, precisionOf, recallOf, type Score } from './score.ts'
import { partOf, type Part } from './split.ts'

const SEED = 'padan-wages-1'
/** What is less sure is left to a person, as `demandsOf` does. */
const LEAST_SURE = 600

/** A sentence with the wage it names, `MIN-MAX PERIOD`: an end is empty where the sentence names none, the period where it does not say; '' where no wage is named. */
interface Sentence {
  text: string
  wage: string
}

/** Precision, recall and F1 of the wages that sentences name, as a range and as a range with its period, and how many of those that name none are read as a wage. */
export function wageReport (taxonomy: Taxonomy, part: Part, showMisses: boolean): string {
  const extractor = createExtractor(taxonomy, { kinds: ['wage'], minConfidence: LEAST_SURE })
  const sentences = readEvaluationTable('wage-sentences.csv').map(({ text, wage }): Sentence => ({ text: text!, wage: wage! })).filter(({ text }) => partOf(text, SEED) === part)
  const readers: ReadonlyArray<readonly [name: string, read: (text: string) => string]> = [['Padan', text => surest(extractor.extract(text))], ['one expression', expression]]
  const rows = readers.map(([name, read]) => {
    const answers = sentences.map(({ text, wage }) => ({ wage, said: read(text) }))
    const silent = answers.filter(({ wage }) => wage === '')
    const ranges = scoreOf(answers.map(({ wage, said }) => ({ wage: rangeOf(wage), said: rangeOf(said) })))
    const figures = [ranges, scoreOf(answers)].flatMap(score => [precisionOf(score), recallOf(score), f1Of(score)]).map(value => value.toFixed(3))
    return `| ${name} | ${ranges.gold} | ${ranges.said} | ${figures.join(' | ')} | ${silent.filter(({ said }) => said !== '').length} of ${silent.length} |\n`
  })
  const misses = showMisses ? sentences.filter(({ text, wage }) => surest(extractor.extract(text)) !== wage).map(({ text, wage }) => `${text}: expected '${wage}', read '${surest(extractor.extract(text))}'\n`) : []
  return `| read by | name a wage | read | precision | recall | F1 | with the period: precision | recall | F1 | read where none is named |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n${rows.join('')}${misses.length === 0 ? '' : `\n${misses.join('')}`}`
}

/** Unlike an advert without a column, a sentence that names no wage is an answer: whatever is read there is wrong. */
function scoreOf (answers: ReadonlyArray<{ wage: string, said: string }>): Score {
  return {
    gold: answers.filter(({ wage }) => wage !== '').length,
    said: answers.filter(({ said }) => said !== '').length,
    right: answers.filter(({ wage, said }) => wage !== '' && wage === said).length,
  }
}

function rangeOf (wage: string): string {
  return wage.split(' ')[0]!
}

function surest (mentions: readonly Mention[]): string {
  let best: Mention & { kind: 'wage' } | undefined
  for (const mention of mentions) if (mention.kind === 'wage' && !mention.negated && mention.confidence > (best?.confidence ?? 0)) best = mention
  return best === undefined ? '' : `${best.min ?? ''}-${best.max ?? ''}${best.period === null ? '' : ` ${best.period}`}`
}

/** The expression that reads ranges in the adverts, and where it finds none a single amount beside a word for pay. */
function expression (text: string): string {
  const { salary } = baselineOf(text, [])
  if (salary !== null) return `${salary.min}-${salary.max}${periodOf(text)}`
  const single = /(?:gaji|upah|salary|rp\.?|idr)\D{0,20}?(\d+(?:[.,]\d+)*)\s*(juta|jt|ribu|rb)?/.exec(text.toLowerCase())
  if (single === null) return ''
  const [, digits = '', unit] = single
  const pay = unit === undefined ? Number(digits.replace(/[.,]/g, '')) : Number(digits.replace(',', '.')) * (unit.startsWith('j') ? 1e6 : 1e3)
  return `${pay}-${pay}${periodOf(text)}`
}

function periodOf (text: string): string {
  const period = /(?:per|\/)\s?(jam|hari|minggu|bulan|bln|tahun|hour|day|week|month|year)/i.exec(text)?.[1]?.toLowerCase()
  return period === undefined ? '' : ` ${PERIODS[period] ?? period}`
}

const PERIODS: Readonly<Record<string, string>> = { jam: 'hour', hari: 'day', minggu: 'week', bulan: 'month', bln: 'month', tahun: 'year' }
