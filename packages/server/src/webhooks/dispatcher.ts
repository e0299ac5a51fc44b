import type { Registry } from '../store/registry.ts'
import { post } from './post.ts'
import { signatures } from './sign.ts'
import { resolveTarget, type Lookup } from './target.ts'
import { dueDeliveries, dueWebhooks, type DueDelivery } from './webhook-rows.ts'

/** Waits after each failure, in seconds: about two days in all. Then the delivery is given up, and listed. */
export const WAITS_S: readonly number[] = [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400]
/** Of one webhook. */
const AT_ONCE = 20
const LOOK_MS = 5000
const TIMEOUT_MS = 10_000
const LONGEST_ERROR = 200

export interface DispatcherOptions {
  registry: Registry
  /** Opens a secret that was sealed for a webhook. */
  open: (webhookId: string, sealed: string) => string
  /** Origins that may be called although they are not https on the public internet. */
  allowed: ReadonlySet<string>
  now: () => Date
  lookup?: Lookup
  timeoutMs?: number
  /** Told of trouble in the background. */
  onTrouble: (error: unknown) => void
}

interface Outcome {
  status: number | null
  error: string | null
}

/**
 * Sends what the outbox holds, in one lane a webhook: a receiver that is slow holds up nobody else's deliveries. A delivery is done when its receiver
 * answered 2xx and that is written down; a crash in between sends it again, with the same `webhook-id`, so each is received at least once.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions
  readonly #lanes = new Map<string, Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> | undefined
  #isClosed = false

  constructor (options: DispatcherOptions) {
    this.#options = options
  }

  /** Begins to look for work now and then. */
  start (): void {
    if (this.#isClosed || this.#timer !== undefined) return
    this.#timer = setInterval(() => this.wake(), LOOK_MS)
    this.#timer.unref()
    this.wake()
  }

  /** Starts a lane for every webhook that has something due and none yet. */
  wake (): void {
    if (this.#isClosed) return
    this.#looking ??= this.#look().catch(error => this.#tell(error)).finally(() => { this.#looking = undefined })
  }

  /** Lets what is under way finish. */
  async close (): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    await this.#looking
    await Promise.all(this.#lanes.values())
  }

  async #look (): Promise<void> {
    const { registry, now } = this.#options
    if (registry.state !== 'ready') return
    for (const id of await dueWebhooks(registry.db, now())) {
      if (this.#isClosed || this.#lanes.has(id)) continue
      this.#lanes.set(id, this.#sendDue(id).catch(error => this.#tell(error)).finally(() => { this.#lanes.delete(id) }))
    }
  }

  /** Sends everything that is due at one webhook. */
  async #sendDue (webhookId: string): Promise<void> {
    const { registry, now } = this.#options
    while (!this.#isClosed && registry.state === 'ready') {
      const due = await dueDeliveries(registry.db, webhookId, now(), AT_ONCE)
      if (due.length === 0) return
      const outcomes = await Promise.all(due.map(async delivery => await this.#send(delivery)))
      if (this.#isClosed) return
      await this.#note(due, outcomes)
    }
  }

  #tell (error: unknown): void {
    if (!this.#isClosed) this.#options.onTrouble(error)
  }

  async #send ({ webhookId, revision, url, secrets, kind, subject, related, at }: DueDelivery): Promise<Outcome> {
    const { open, allowed, lookup, now, timeoutMs = TIMEOUT_MS } = this.#options
    try {
      const target = await resolveTarget(url, allowed, lookup)
      const id = `${webhookId}.${revision}`
      const timestamp = Math.floor(now().getTime() / 1000)
      const body = JSON.stringify({ type: kind, timestamp: at.toISOString(), data: { id: subject, ...related, revision } })
      const valid = secrets.filter(({ until }) => until === null || Date.parse(until) > now().getTime()).map(({ sealed }) => open(webhookId, sealed))
      const status = await post(target, {
        headers: { 'content-type': 'application/json', 'user-agent': 'padan', 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatures(valid, id, timestamp, body) },
        body,
        timeoutMs,
      })
      return { status, error: status >= 200 && status < 300 ? null : `The receiver answered ${status}.` }
    } catch (error) {
      return { status: null, error: (error as Error).message.slice(0, LONGEST_ERROR) }
    }
  }

  async #note (due: readonly DueDelivery[], outcomes: readonly Outcome[]): Promise<void> {
    const { registry, now } = this.#options
    await registry.write(async transaction => {
      for (const [at, { webhookId, revision, attempts }] of due.entries()) {
        const { status, error } = outcomes[at]
        const wait = WAITS_S[attempts]
        const next = error === null
          ? { state: 'delivered' as const, delivered_at: now() }
          : wait === undefined ? { state: 'dead' as const } : { next_at: new Date(now().getTime() + wait * 1000) }
        await transaction.updateTable('webhook_deliveries').set({ attempts: attempts + 1, last_status: status, last_error: error, ...next })
          .where('webhook_id', '=', webhookId).where('revision', '=', revision as never).execute()
      }
      return { answer: undefined, apply: () => {} }
    })
  }
}
