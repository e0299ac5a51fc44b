import { parentPort, workerData } from 'node:worker_threads'
import { createMatcher } from '@padan/matcher'
import type { FromThread } from '@padan/matcher/threads'
import { loadTaxonomy } from '@padan/taxonomy'

/** The thread that frees a snapshot of records that are gone, which takes seconds with a large population. */
const matcher = createMatcher({ taxonomy: await loadTaxonomy() })
matcher.load(workerData as Uint8Array)
parentPort!.postMessage({ kind: 'result', result: matcher.save({ compact: true }) } satisfies FromThread<Uint8Array>)
