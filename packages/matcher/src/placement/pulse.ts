import type { RunOptions } from './market.ts'

/** Steps between two words of progress. */
const STRIDE = 1 << 12

/** Progress and the signal of a run whose steps are all alike: it may be asked at every step, and looks up at one of many. */
export class Pulse {
  readonly #options: RunOptions
  readonly #total: number
  #done = 0

  constructor ({ onProgress, signal }: RunOptions, total: number) {
    this.#options = { ...onProgress === undefined ? {} : { onProgress }, ...signal === undefined ? {} : { signal } }
    this.#total = total
    this.#tell()
  }

  /** One step is done, or so many. Throws what the signal, or whoever is told, throws. */
  step (by = 1): void {
    const before = this.#done
    this.#done += by
    if (Math.floor(before / STRIDE) !== Math.floor(this.#done / STRIDE)) this.#tell()
  }

  /** All is done. */
  end (): void {
    this.#done = this.#total
    this.#tell()
  }

  #tell (): void {
    this.#options.signal?.throwIfAborted()
    this.#options.onProgress?.(Math.min(this.#done, this.#total), this.#total)
  }
}
