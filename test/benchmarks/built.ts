import type * as floors from '../../benchmarks/dist/floor-kernel.js'
import type * as goalTables from '../../benchmarks/dist/goal-table.js'
import type * as market from '../../benchmarks/dist/market.js'
import type * as peers from '../../benchmarks/dist/peers/all-peers.js'
import type * as questions from '../../benchmarks/dist/peers/question.js'
import type * as columns from '../../benchmarks/dist/peers/seeker-columns.js'
import type * as plan from '../../benchmarks/dist/plan.js'
import type * as results from '../../benchmarks/dist/results.js'
import type * as row from '../../benchmarks/dist/row.js'
import type * as sparse from '../../benchmarks/dist/sparse-rows.js'
import type * as products from '../../benchmarks/dist/sparse-top-lists.js'
import type * as vacancyMarkets from '../../benchmarks/dist/vacancy-market.js'

/** The benchmarks are no package that anybody installs, so they have no public names: their compiled files are imported by where they are. */
const BUILT = new URL('../../../benchmarks/dist/', import.meta.url)

export const { FloorKernel } = await built<typeof floors>('floor-kernel.js')
export const { goalTable } = await built<typeof goalTables>('goal-table.js')
export const { makeMarket, chooseQuestions, AS_OF, LIMIT, RANK_OPTIONS } = await built<typeof market>('market.js')
export const { ALL_PEERS, VACANCY_PEERS } = await built<typeof peers>('peers/all-peers.js')
export const { questionOf } = await built<typeof questions>('peers/question.js')
export const { seekerColumns } = await built<typeof columns>('peers/seeker-columns.js')
export const { runPlan } = await built<typeof plan>('plan.js')
export const { writeResults } = await built<typeof results>('results.js')
export const { isReached, shortNumber } = await built<typeof row>('row.js')
export const { makeVacancyMarket } = await built<typeof vacancyMarkets>('vacancy-market.js')
export const { sparseRows, transposed } = await built<typeof sparse>('sparse-rows.js')
export const { sparseTopLists } = await built<typeof products>('sparse-top-lists.js')

async function built<Module> (file: string): Promise<Module> {
  return await import(new URL(file, BUILT).href) as Module
}
