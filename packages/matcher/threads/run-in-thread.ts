import type { Fair, FairPlan } from '@padan/matcher/fair'
import type {
  BestPlacement, Market, PlaceBestOptions, Recommendations, RecommendOptions, RunOptions, StableOptions, StablePlacement,
} from '@padan/matcher/placement'
import { askThread, type ThreadOptions } from './ask-thread.ts'

/** What can be run in a thread: what each takes, but for progress and signal, and what comes out. */
export interface ThreadRuns {
  placeStable: { input: readonly [market: Market, options?: Omit<StableOptions, keyof RunOptions>], result: StablePlacement }
  placeBest: { input: readonly [market: Market, options?: Omit<PlaceBestOptions, keyof RunOptions>], result: BestPlacement }
  recommendAll: { input: readonly [market: Market, options?: Omit<RecommendOptions, keyof RunOptions>], result: Recommendations }
  planFair: { input: readonly [market: Market, fair: Fair], result: FairPlan }
}

/** What a thread starts with. */
export interface RunStart {
  run: keyof ThreadRuns
  input: ThreadRuns[keyof ThreadRuns]['input']
}

/**
 * Runs `placeStable`, `placeBest`, `recommendAll` or `planFair` in a thread, so that this one stays free and the work can be stopped at any point. The
 * result is the same as without a thread, to the bit; the market is copied once on the way. Errors are those of the function.
 *
 *     const placement = await runInThread('placeBest', [market, { objective: 'score' }], { signal: AbortSignal.timeout(60_000) })
 */
export async function runInThread<Run extends keyof ThreadRuns> (run: Run, input: ThreadRuns[Run]['input'], options: ThreadOptions = {}): Promise<ThreadRuns[Run]['result']> {
  return await askThread(new URL('run-worker.js', import.meta.url), { run, input } satisfies RunStart, options)
}
