import { loadTaxonomy } from '@padan/taxonomy'
import { filledIndex } from './filled-index.ts'
import { chooseQuestions, makeMarket, RANK_OPTIONS } from './market.ts'
import { measure, quantile } from './measure.ts'
import { spread } from './spread.ts'

/** Prints the rows of the index alone as JSON: `node index-child.js <seekers> <vacancies> <questions> <rounds>`, for populations that need a large heap. */
const [numSeekers, numVacancies, numQuestions, rounds] = process.argv.slice(2).map(Number)
const market = makeMarket(await loadTaxonomy(), numSeekers, numVacancies)
const index = filledIndex(market)
const sample = await measure(chooseQuestions(market, numQuestions).headline, { rounds }, id => index.rankSeekers(id, RANK_OPTIONS).results.length)
const rows = spread(sample, { bench: `rankSeekers, ${numSeekers.toLocaleString('en')} seekers`, case: 'index' })
console.log(JSON.stringify(rows.map(row => row.metric === 'p99' ? { ...row, ratioTo: 'its median', ratio: row.value / quantile(sample, 0.5), goal: 'ratio <= 8' } : row)))
