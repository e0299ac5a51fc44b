import type { Registry } from '../store/registry.ts'
import { dayInJakarta } from '../time.ts'

/** A longer jump of the calendar is not taken for time that went by: people are here every week, and machines sleep over holidays, not over seasons. */
const FARTHEST_MS = 30 * 86_400_000

/** Told to whoever watches when the calendar is somewhere it cannot be. */
export class ClockLeapError extends Error {
  override readonly name = 'ClockLeapError'
}

export interface BelievedDayOptions {
  registry: Pick<Registry, 'db'>
  now: () => Date
  onTrouble: (error: unknown) => void
}

/**
 * The day that cards, postings and retention end by. What they end cannot be given back when a machine wakes up in another year, so the calendar
 * is held against the last time it was believed: at the start that is the newest entry of the audit trail.
 */
export class BelievedDay {
  readonly #options: BelievedDayOptions
  #known: number | undefined
  #isTold = false

  constructor (options: BelievedDayOptions) {
    this.#options = options
  }

  /** Today in Jakarta; undefined, and told once, while the calendar is more than 30 days after what was last believed. A jump back is harmless: its days were ended before. */
  async today (): Promise<string | undefined> {
    const now = this.#options.now()
    this.#known ??= await this.#newestEntry() ?? now.getTime()
    if (now.getTime() - this.#known > FARTHEST_MS) {
      this.#tell(now, this.#known)
      return undefined
    }
    this.#known = Math.max(this.#known, now.getTime())
    this.#isTold = false
    return dayInJakarta(now)
  }

  async #newestEntry (): Promise<number | undefined> {
    const row = await this.#options.registry.db.selectFrom('audit').select('at').orderBy('number', 'desc').limit(1).executeTakeFirst()
    return row === undefined ? undefined : new Date(row.at).getTime()
  }

  #tell (now: Date, known: number): void {
    if (this.#isTold) return
    this.#isTold = true
    this.#options.onTrouble(new ClockLeapError(`The clock says ${now.toISOString()}, and ${new Date(known).toISOString()} was the last time known. Nothing is ended by its day until the clock is set right; if it is right, let somebody sign in and restart the service.`))
  }
}
