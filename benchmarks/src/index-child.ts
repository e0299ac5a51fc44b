import { loadTaxonomy } from '@padan/taxonomy'
import { filledIndex } from './filled-index.ts'
import { indexRows } from './index-rows.ts'
import { inUse } from './in-use.ts'
import { chooseQuestions, makeMarket, RANK_OPTIONS } from './market.ts'
import { measure } from './measure.ts'
import type { Row } from './row.ts'
import { spotCheck } from './spot-check.ts'

const SECOND = 1000
const GIBIBYTE = 1024 ** 3
/** `resourceUsage` counts in these. */
const KIBIBYTE = 1024
/** Questions whose lists are held against ledgers, and people who are looked at for each. */
const CHECKS = 4
const LEDGERS = 250_000

/**
 * Prints the rows of the index alone as JSON, and what it is doing to the error stream: `node --expose-gc index-child.js <seekers> <vacancies> <questions> <rounds>`,
 * for populations that need a large heap.
 */
const [numSeekers, numVacancies, numQuestions, rounds] = process.argv.slice(2).map(Number)
const report = (line: string): boolean => process.stderr.write(`${numSeekers.toLocaleString('en')} seekers: ${line}\n`)
const market = makeMarket(await loadTaxonomy(), numSeekers, numVacancies)
const before = inUse()
const begin = performance.now()
const index = filledIndex(market, done => report(`${Math.round(100 * done / numSeekers)} % made and put, ${Math.round((performance.now() - begin) / SECOND)} s`))
const seconds = (performance.now() - begin) / SECOND
const bytes = inUse() - before
const asked = chooseQuestions(market, numQuestions).headline
report(`${asked.length} questions`)
const sample = await measure(asked, { rounds }, id => index.rankSeekers(id, RANK_OPTIONS).results.length)
report(`${CHECKS} lists beside ledgers`)
const ledgers = spotCheck(index, asked.slice(0, CHECKS), Math.ceil(numSeekers / LEDGERS))
const bench = `rankSeekers, ${numSeekers.toLocaleString('en')} seekers`
const plain = (metric: string, value: number, unit: string): Row => ({ bench, case: 'index', metric, value, unit, ratioTo: null, ratio: null, goal: null })
console.log(JSON.stringify([
  ...indexRows(bench, sample),
  plain('making and filling', seconds, 's'),
  plain('bytes in use, a seeker', bytes / numSeekers, 'B'),
  plain('most memory in use', process.resourceUsage().maxRSS * KIBIBYTE / GIBIBYTE, 'GiB'),
  plain('ledgers held against lists', ledgers, 'ledgers'),
]))
