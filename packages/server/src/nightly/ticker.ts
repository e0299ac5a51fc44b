/** Calls at once, and then again at every interval; never twice at a time. The work does not throw. */
export class Ticker {
  readonly #work: () => Promise<void>
  readonly #intervalMs: number
  #timer: NodeJS.Timeout | undefined
  #under: Promise<void> = Promise.resolve()

  constructor (work: () => Promise<void>, intervalMs: number) {
    this.#work = work
    this.#intervalMs = intervalMs
  }

  start (): void {
    const begin = (): void => { this.#under = this.#under.then(this.#work) }
    begin()
    this.#timer = setInterval(begin, this.#intervalMs)
    this.#timer.unref()
  }

  /** Waits for the call under way. */
  async close (): Promise<void> {
    clearInterval(this.#timer)
    await this.#under
  }
}
