import type { Registry } from '../store/registry.ts'
import { dayInJakarta } from '../time.ts'
import { sweepCards } from './sweep-cards.ts'

/** The day is looked at this often, so that no timer has to hit midnight. */
const LOOK_MS = 600_000

export interface DailySweepOptions {
  registry: Registry
  graceDays: number
  now: () => Date
  onTrouble: (error: unknown) => void
}

/** Sweeps the cards once a day, and at the start. Returns what stops it. */
export function startDailySweep ({ registry, graceDays, now, onTrouble }: DailySweepOptions): () => void {
  let swept = ''
  const look = (): void => {
    const today = dayInJakarta(now())
    if (today === swept || registry.state !== 'ready') return
    swept = today
    sweepCards(registry, now(), graceDays).catch((error: unknown) => {
      swept = ''
      if (registry.state === 'ready') onTrouble(error)
    })
  }
  registry.loaded.then(look).catch(onTrouble)
  const timer = setInterval(look, LOOK_MS)
  timer.unref()
  return () => { clearInterval(timer) }
}
