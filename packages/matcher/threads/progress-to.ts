import type { MessagePort } from 'node:worker_threads'
import type { FromThread } from './ask-thread.ts'

/** Often enough for a bar that moves, seldom enough not to be felt. */
const PAUSE_MS = 50

/** Tells progress to whoever started the thread: the first word, then one in `PAUSE_MS` at most, and always the end. */
export function progressTo (port: MessagePort): (done: number, total: number) => void {
  let toldAt = -Infinity
  return (done, total) => {
    const now = performance.now()
    if (now - toldAt < PAUSE_MS && done < total) return
    toldAt = now
    port.postMessage({ kind: 'progress', done, total } satisfies FromThread<never>)
  }
}
