import { parentPort, workerData } from 'node:worker_threads'
import { loadTaxonomy } from '@padan/taxonomy'
import { WordWork, type WordResults, type WordStart, type WordTask } from './word-work.ts'

/** To the thread. */
export interface WordRequest {
  id: number
  task: WordTask
}

/** From the thread. */
export interface WordReply {
  id: number
  result: WordResults[WordTask['kind']]
}

/** The thread that reads words. What a task throws ends the thread: no text is supposed to. */
const { catalogues } = workerData as WordStart
const ready = loadTaxonomy({ catalogues }).then(taxonomy => new WordWork(taxonomy))

parentPort!.on('message', async ({ id, task }: WordRequest) => {
  const result = (await ready).do(task)
  parentPort!.postMessage({ id, result } satisfies WordReply)
})
