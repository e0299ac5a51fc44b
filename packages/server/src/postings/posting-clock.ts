import type { BelievedDay } from '../nightly/believed-day.ts'
import { Ticker } from '../nightly/ticker.ts'
import { deskOf } from '../people/desk.ts'
import type { Registry } from '../store/registry.ts'
import { dayInJakarta } from '../time.ts'
import { sweepEvents } from '../webhooks/webhook-rows.ts'
import { expirePostings } from './postings.ts'

const LOOK_MS = 60_000

export interface PostingClockOptions {
  registry: Registry
  day: BelievedDay
  now: () => Date
  /** Told after something changed. */
  onChange: () => void
  /** Told of trouble in the background. */
  onTrouble: (error: unknown) => void
}

/** Takes postings out of the rankings once their last day is over: at the start and within a minute of midnight in Jakarta. A clock that jumps back changes nothing. */
export class PostingClock {
  readonly #options: PostingClockOptions
  readonly #ticker = new Ticker(() => this.#look(), LOOK_MS)
  #swept = ''

  constructor (options: PostingClockOptions) {
    this.#options = options
  }

  start (): void {
    this.#ticker.start()
  }

  async close (): Promise<void> {
    await this.#ticker.close()
  }

  /** Ends what is past its last day. Returns the ids. */
  async sweep (): Promise<string[]> {
    const { registry, now, onChange } = this.#options
    const at = now()
    const ids = await registry.write(async transaction => {
      const { ids, apply } = await expirePostings(deskOf(registry, transaction, 'service', at))
      await sweepEvents(transaction)
      return { answer: ids, apply }
    })
    this.#swept = dayInJakarta(at)
    if (ids.length > 0) onChange()
    return ids
  }

  async #look (): Promise<void> {
    const { registry, day, onTrouble } = this.#options
    if (registry.state !== 'ready') return
    try {
      const today = await day.today()
      if (today !== undefined && today > this.#swept) await this.sweep()
    } catch (error) {
      onTrouble(error)
    }
  }
}
