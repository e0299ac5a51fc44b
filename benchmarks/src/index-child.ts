import { loadTaxonomy } from '@padan/taxonomy'
import { filledIndex } from './filled-index.ts'
import { indexRows } from './index-rows.ts'
import { chooseQuestions, makeMarket, RANK_OPTIONS } from './market.ts'
import { measure } from './measure.ts'
import type { Row } from './row.ts'

const SECOND = 1000
const GIBIBYTE = 1024 ** 3
/** `resourceUsage` counts in these. */
const KIBIBYTE = 1024

/** Prints the rows of the index alone as JSON: `node index-child.js <seekers> <vacancies> <questions> <rounds>`, for populations that need a large heap. */
const [numSeekers, numVacancies, numQuestions, rounds] = process.argv.slice(2).map(Number)
const market = makeMarket(await loadTaxonomy(), numSeekers, numVacancies)
const begin = performance.now()
const index = filledIndex(market)
const seconds = (performance.now() - begin) / SECOND
const sample = await measure(chooseQuestions(market, numQuestions).headline, { rounds }, id => index.rankSeekers(id, RANK_OPTIONS).results.length)
const bench = `rankSeekers, ${numSeekers.toLocaleString('en')} seekers`
const plain = (metric: string, value: number, unit: string): Row => ({ bench, case: 'index', metric, value, unit, ratioTo: null, ratio: null, goal: null })
console.log(JSON.stringify([
  ...indexRows(bench, sample),
  plain('making and filling', seconds, 's'),
  plain('most memory in use', process.resourceUsage().maxRSS * KIBIBYTE / GIBIBYTE, 'GiB'),
]))
