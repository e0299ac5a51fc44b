import { parentPort, workerData } from 'node:worker_threads'
import { planFair } from '@padan/matcher/fair'
import { placeBest, placeStable, recommendAll } from '@padan/matcher/placement'
import type { FromThread } from './ask-thread.ts'
import type { RunStart, ThreadRuns } from './run-in-thread.ts'
import { progressTo } from './progress-to.ts'

type Input<Run extends keyof ThreadRuns> = ThreadRuns[Run]['input']

const { run, input } = workerData as RunStart
const onProgress = progressTo(parentPort!)

const runs = {
  placeStable: ([market, options]: Input<'placeStable'>) => placeStable(market, { ...options, onProgress }),
  placeBest: ([market, options]: Input<'placeBest'>) => placeBest(market, { ...options, onProgress }),
  recommendAll: ([market, options]: Input<'recommendAll'>) => recommendAll(market, { ...options, onProgress }),
  planFair: ([market, fair]: Input<'planFair'>) => planFair(market, fair, { onProgress }),
}

const result = (runs[run] as (input: RunStart['input']) => ThreadRuns[keyof ThreadRuns]['result'])(input)
parentPort!.postMessage({ kind: 'result', result } satisfies FromThread<unknown>)
