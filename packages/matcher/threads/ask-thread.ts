import { Worker } from 'node:worker_threads'

export interface ThreadOptions {
  /** Called with steps done and steps in all, as the work tells them. */
  onProgress?: (done: number, total: number) => void
  /** Ends the thread at once, wherever it is; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal
  /** The most megabytes of objects the thread may hold. One that needs more ends with the code `ERR_WORKER_OUT_OF_MEMORY`; this process lives on. */
  memory?: number
}

/** What a module says from its thread: how far it is, or, once, what came out. What it throws comes as the thread's error. */
export type FromThread<Result> =
  | { readonly kind: 'progress', readonly done: number, readonly total: number }
  | { readonly kind: 'result', readonly result: Result }

/**
 * Runs a module in a thread of its own with `input` as its `workerData`, until it has posted its result (`FromThread`). Input and result are
 * copied as `structuredClone` does it. No thread is left, whatever happens.
 */
export async function askThread<Result> (module: URL, input: unknown, { onProgress, signal, memory }: ThreadOptions = {}): Promise<Result> {
  signal?.throwIfAborted()
  const thread = startThread(module, input, memory)
  let stop = (): void => {}
  try {
    return await new Promise<Result>((resolve, reject) => {
      stop = () => reject(signal!.reason)
      signal?.addEventListener('abort', stop, { once: true })
      thread.on('error', reject)
      thread.on('exit', code => reject(new Error(`A thread ended with code ${code} before its work was done.`)))
      thread.on('message', (message: FromThread<Result>) => {
        try {
          if (message.kind === 'result') resolve(message.result)
          else onProgress?.(message.done, message.total)
        } catch (error) {
          reject(error)
        }
      })
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    await thread.removeAllListeners('exit').terminate()
  }
}

/**
 * A thread that runs a module. What the process was told to load before its program (`--import`, `--require`) is not loaded into it: its memory and its
 * time are for its work. `NODE_OPTIONS` holds for both.
 */
export function startThread (module: URL, workerData: unknown, memory?: number): Worker {
  return new Worker(module, { workerData, execArgv: [], ...memory === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memory } } })
}
