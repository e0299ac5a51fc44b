import { loadTaxonomy } from '@padan/taxonomy'
import { filledIndex } from './filled-index.ts'
import { indexRows } from './index-rows.ts'
import { chooseQuestions, makeMarket, RANK_OPTIONS } from './market.ts'
import { measure } from './measure.ts'

/** Prints the rows of the index alone as JSON: `node index-child.js <seekers> <vacancies> <questions> <rounds>`, for populations that need a large heap. */
const [numSeekers, numVacancies, numQuestions, rounds] = process.argv.slice(2).map(Number)
const market = makeMarket(await loadTaxonomy(), numSeekers, numVacancies)
const index = filledIndex(market)
const sample = await measure(chooseQuestions(market, numQuestions).headline, { rounds }, id => index.rankSeekers(id, RANK_OPTIONS).results.length)
console.log(JSON.stringify(indexRows(`rankSeekers, ${numSeekers.toLocaleString('en')} seekers`, sample)))
