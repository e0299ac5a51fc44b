import type { Clock } from '@padan/server'

/** Two clocks that stand still until a test moves them: the calendar, and the one that only goes forward. */
export function movableClock (from: number = Date.UTC(2026, 10, 20, 3)): Clock & { go: (calendarMs: number, elapsedMs: number) => void } {
  let now = from
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
