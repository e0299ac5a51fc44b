const WINDOW_MS = 60_000
const KEPT = 50_000

/** So many requests a minute for each caller, counted on the clock that only goes forward. */
export class Budget {
  readonly #perMinute: number
  readonly #elapsed: () => number
  readonly #used = new Map<string, { count: number, since: number }>()

  constructor (perMinute: number, elapsed: () => number) {
    this.#perMinute = perMinute
    this.#elapsed = elapsed
  }

  /** Takes one request of a caller. Returns 0, or the milliseconds until there are more. */
  take (key: string): number {
    const now = this.#elapsed()
    const used = this.#used.get(key)
    if (used === undefined || now - used.since >= WINDOW_MS) {
      this.#used.delete(key)
      if (this.#used.size >= KEPT) this.#used.delete(this.#used.keys().next().value as string)
      this.#used.set(key, { count: 1, since: now })
      return 0
    }
    if (used.count >= this.#perMinute) return used.since + WINDOW_MS - now
    used.count++
    return 0
  }
}
