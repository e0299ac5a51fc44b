import { parentPort, workerData } from 'node:worker_threads'
import { createMatcher, type Profile } from '@padan/matcher'
import { loadTaxonomy, type Catalogue } from '@padan/taxonomy'
import { inOrder, rankLists, type ListOptions, type Side, type TopLists } from './rank-list.ts'

/** What a thread starts with. */
export interface WorkerStart {
  snapshot: Uint8Array
  catalogues: readonly Catalogue[]
  profiles: readonly Profile[]
  options: ListOptions
}

/** A part of the work: records `from` up to `to` of one side, in the order of ids. */
export interface Task {
  part: number
  side: Side
  from: number
  to: number
}

export interface Answer {
  part: number
  lists: TopLists
}

const { snapshot, catalogues, profiles, options } = workerData as WorkerStart
const matcher = createMatcher({ taxonomy: await loadTaxonomy({ catalogues: [...catalogues] }), profiles })
matcher.load(snapshot)
const sides = { seekers: inOrder(matcher.seekers.ids()), vacancies: inOrder(matcher.vacancies.ids()) }

parentPort!.on('message', ({ part, side, from, to }: Task) => {
  const others = side === 'vacancies' ? sides.seekers : sides.vacancies
  const lists = rankLists(matcher, side, sides[side].ids.slice(from, to), others.positionOf, options)
  parentPort!.postMessage({ part, lists } satisfies Answer)
})
parentPort!.postMessage('ready')
