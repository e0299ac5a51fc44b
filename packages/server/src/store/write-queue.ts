/** Thrown for a job that waited too long for those before it. */
export class LateError extends Error {
  override readonly name = 'LateError'
}

/** Runs jobs one after another, in the order they came. A job that fails does not stop the next. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve()

  run<T> (job: () => Promise<T>): Promise<T> {
    const result = this.#last.then(job)
    this.#last = result.catch(() => {})
    return result
  }

  /** The same for a job that somebody waits for: when it could not begin within `patienceMs` it never does. Throws LateError. */
  async runSoon<T> (job: () => Promise<T>, patienceMs: number): Promise<T> {
    let isLate = false
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        isLate = true
        reject(new LateError(`A job could not begin within ${patienceMs} ms.`))
      }, patienceMs)
    })
    const begun = this.run(async () => {
      clearTimeout(timer)
      if (isLate) throw new LateError('A job came to its turn too late.')
      return await job()
    })
    return await Promise.race([begun, late])
  }

  /** Resolves when every job given so far is through. */
  async idle (): Promise<void> {
    await this.#last
  }
}
