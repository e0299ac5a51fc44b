import { sweepCards } from '../cards/sweep-cards.ts'
import { deskOf } from '../people/desk.ts'
import { MOST_ERASED, sweepRetention, type Retention } from '../privacy/retention.ts'
import type { Registry } from '../store/registry.ts'
import type { BelievedDay } from './believed-day.ts'
import { Ticker } from './ticker.ts'

/** The day is looked at this often, so that no timer has to hit midnight. */
const LOOK_MS = 600_000
const SERVICE = 'service'

export interface DailySweepOptions {
  registry: Registry
  day: BelievedDay
  graceDays: number
  retention: readonly Retention[]
  /** Told of accounts that were erased with their people, whose sessions end. */
  onAccountGone: (account: string) => void
  now: () => Date
  onTrouble: (error: unknown) => void
}

/** Ends cards, and deletes what is past its retention, once a day and at the start. */
export class DailySweep {
  readonly #options: DailySweepOptions
  readonly #ticker = new Ticker(() => this.look(), LOOK_MS)
  #swept = ''

  constructor (options: DailySweepOptions) {
    this.#options = options
  }

  start (): void {
    this.#ticker.start()
  }

  async close (): Promise<void> {
    await this.#ticker.close()
  }

  /** Sweeps unless the day was swept, or is not believed. */
  async look (): Promise<void> {
    const { registry, day, graceDays, now, onTrouble } = this.#options
    if (registry.state !== 'ready') return
    try {
      const today = await day.today()
      if (today === undefined || today === this.#swept) return
      await sweepCards(registry, now(), graceDays)
      await this.#sweepRetention()
      this.#swept = today
    } catch (error) {
      if (registry.state === 'ready') onTrouble(error)
    }
  }

  async #sweepRetention (): Promise<void> {
    const { registry, retention, now, onAccountGone } = this.#options
    let isMore = true
    // Some people at a time: whoever else writes has the turn in between.
    while (isMore && registry.state === 'ready') {
      isMore = await registry.write(async transaction => {
        const { swept, apply } = await sweepRetention(deskOf(registry, transaction, SERVICE, now()), retention, false, onAccountGone)
        const rows = swept.reduce((sum, { rows }) => sum + rows, 0)
        if (rows > 0) await registry.audit.record(transaction, { actor: SERVICE, action: 'retention-swept', detail: { rows } })
        return { answer: swept.some(({ table, rows }) => table === 'people' && rows === MOST_ERASED), apply }
      })
    }
  }
}
