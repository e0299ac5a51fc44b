/** Runs jobs one after another, in the order they came. A job that fails does not stop the next. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve()

  run<T> (job: () => Promise<T>): Promise<T> {
    const result = this.#last.then(job)
    this.#last = result.catch(() => {})
    return result
  }

  /** Resolves when every job given so far is through. */
  async idle (): Promise<void> {
    await this.#last
  }
}
