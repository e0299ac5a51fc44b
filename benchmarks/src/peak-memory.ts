import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/**
 * What a long piece of work returns, and how many bytes it held at most beside what was there before: what is in use, on the heap and beside
 * it, after collecting the garbage, whenever the work tells its progress and when it is done. What lives between two such moments alone is not seen.
 */
export function peakMemory<T> (work: (onProgress: () => void) => T): { result: T, bytes: number } {
  const before = inUse()
  let most = 0
  const look = (): void => { most = Math.max(most, inUse()) }
  const result = work(look)
  look()
  return { result, bytes: most - before }
}

function inUse (): number {
  // The buffers of arrays are given back behind the first; the second waits for that.
  collectGarbage()
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
