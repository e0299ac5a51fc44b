const MINUTE_MS = 60_000
const KEPT = 50_000

/** So many requests in a window of time, a minute by default, for each caller, counted on the clock that only goes forward. */
export class Budget {
  readonly #most: number
  readonly #windowMs: number
  readonly #elapsed: () => number
  readonly #used = new Map<string, { count: number, since: number }>()

  constructor (most: number, elapsed: () => number, windowMs: number = MINUTE_MS) {
    this.#most = most
    this.#windowMs = windowMs
    this.#elapsed = elapsed
  }

  /** Takes one request of a caller. Returns 0, or the milliseconds until there are more. */
  take (key: string): number {
    const now = this.#elapsed()
    const used = this.#used.get(key)
    if (used === undefined || now - used.since >= this.#windowMs) {
      this.#used.delete(key)
      if (this.#used.size >= KEPT) this.#used.delete(this.#used.keys().next().value as string)
      this.#used.set(key, { count: 1, since: now })
      return 0
    }
    if (used.count >= this.#most) return used.since + this.#windowMs - now
    used.count++
    return 0
  }
}
