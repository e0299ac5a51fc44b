import { loadTaxonomy } from '@padan/taxonomy'
import { filledIndex } from './filled-index.ts'
import { inUse } from './in-use.ts'
import { makeMarket } from './market.ts'
import { seekerColumns } from './peers/seeker-columns.ts'
import { vacancyColumns } from './peers/vacancy-columns.ts'
import { makeVacancyMarket } from './vacancy-market.ts'

/** What columns hold beside the records: a place as a point on the sphere instead of two angles, and for seekers a cell of the grid. */
const POINT_BYTES = 24 - 8
const CELL_BYTES = 4

/**
 * Prints how many bytes stay in use once something has been built and the garbage collected: `node --expose-gc memory-child.js <what>
 * <seekers> <vacancies>`, where what is `columns` (ids and raw columns of both) or `index`. A process of its own, so that nothing else is counted.
 */
const [what, ...sizes] = process.argv.slice(2)
const [numSeekers, numVacancies] = sizes.map(Number)
const taxonomy = await loadTaxonomy()
const market = makeMarket(taxonomy, numSeekers, numVacancies)
const others = makeVacancyMarket(taxonomy, numVacancies, 0)
// The taxonomy's look-ups are made at the first question, and belong to nobody.
filledIndex(makeMarket(taxonomy, 1000, 100))
const before = inUse()
const built: unknown = what === 'columns' ? [seekerColumns(market), vacancyColumns(others)] : filledIndex(market)
const bytes = inUse() - before
// Naming what was built keeps it from being collected.
if (built !== undefined) console.log(what === 'columns' ? bytes - (POINT_BYTES + CELL_BYTES) * numSeekers - POINT_BYTES * numVacancies : bytes)
