import { loadTaxonomy } from '@padan/taxonomy'
import { filledIndex } from './filled-index.ts'
import { makeMarket } from './market.ts'
import { seekerColumns } from './peers/seeker-columns.ts'

/** What the columns hold beside the records: a place as a point on the sphere instead of two angles, and a cell of the grid. */
const DERIVED_BYTES = 24 - 8 + 4

/**
 * Prints how many bytes stay in use once something has been built and the garbage collected: `node --expose-gc memory-child.js <what>
 * <seekers> <vacancies>`, where what is `columns` (the seekers' ids and raw columns) or `index`. A process of its own, so that nothing else is counted.
 */
const [what, numSeekers, numVacancies] = process.argv.slice(2)
const taxonomy = await loadTaxonomy()
const market = makeMarket(taxonomy, Number(numSeekers), Number(numVacancies))
// The taxonomy's look-ups are made at the first question, and belong to nobody.
filledIndex(makeMarket(taxonomy, 1000, 100))
const before = inUse()
const built: unknown = what === 'columns' ? seekerColumns(market) : filledIndex(market)
const bytes = inUse() - before
// Naming what was built keeps it from being collected.
if (built !== undefined) console.log(what === 'columns' ? bytes - DERIVED_BYTES * market.numSeekers : bytes)

function inUse (): number {
  const { gc } = globalThis
  if (gc === undefined) throw new Error('The garbage cannot be collected on demand; expected node --expose-gc.')
  gc()
  gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
