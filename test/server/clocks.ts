import type { Clock } from '@padan/server'

/** Two clocks that a test moves: the calendar, and the one that only goes forward. */
export function movableClock (): Clock & { go: (calendarMs: number, elapsedMs: number) => void } {
  let now = Date.UTC(2026, 10, 20, 3)
  let elapsed = 1000
  return {
    now: () => new Date(now),
    elapsed: () => elapsed,
    go (calendarMs, elapsedMs) {
      now += calendarMs
      elapsed += elapsedMs
    },
  }
}
