export { rankAll } from './rank-all.ts'
export type { MarketLists, RankAllOptions } from './rank-all.ts'
export type { TopLists } from './rank-list.ts'
