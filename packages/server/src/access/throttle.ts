const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 900_000
/** Names and addresses that are remembered; the one whose last failure is oldest goes first. */
const KEPT = 50_000

interface Failures {
  count: number
  /** Of the last, on the clock that only goes forward. */
  at: number
}

/**
 * Slows whoever guesses: after some failures each further try has to wait, twice as long each time, up to a quarter of an hour. Nobody is
 * locked out for longer, whatever the calendar does: waits are measured on the clock that only goes forward.
 */
export class Throttle {
  readonly #free: number
  readonly #elapsed: () => number
  readonly #failures = new Map<string, Failures>()

  /** `free`: failures before the first wait. */
  constructor (free: number, elapsed: () => number) {
    this.#free = free
    this.#elapsed = elapsed
  }

  /** Milliseconds that a try has to wait; 0 when it may come now. */
  wait (key: string): number {
    const failures = this.#failures.get(key)
    if (failures === undefined || failures.count < this.#free) return 0
    return Math.max(0, failures.at + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures.count - this.#free)) - this.#elapsed())
  }

  /** Notes a failure and returns how many there were. Noted before the try is judged, so that tries side by side count. */
  failed (key: string): number {
    const count = (this.#failures.get(key)?.count ?? 0) + 1
    this.#put(key, { count, at: this.#elapsed() })
    return count
  }

  /** What is known from before this process: so many failures, the last so many milliseconds ago. Of no effect where something is known. */
  remember (key: string, count: number, ageMs: number): void {
    if (count > 0 && !this.#failures.has(key)) this.#put(key, { count, at: this.#elapsed() - Math.max(0, ageMs) })
  }

  succeeded (key: string): void {
    this.#failures.delete(key)
  }

  #put (key: string, failures: Failures): void {
    this.#failures.delete(key)
    if (this.#failures.size >= KEPT) this.#failures.delete(this.#failures.keys().next().value as string)
    this.#failures.set(key, failures)
  }
}
