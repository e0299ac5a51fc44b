import { dayInJakarta } from '../time.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const JAKARTA_MS = 7 * HOUR_MS
/** What an office promises a request. */
export const PROMISE_HOURS = 24

export interface QueueAge {
  /** Hours of working days since it was asked, to a tenth. */
  hours: number
  /** When the promise runs out. */
  dueAt: Date
  overdue: boolean
}

/**
 * How long a request has waited, against the promise of 24 hours. The clock runs day and night from Monday to Friday and stands still on Saturdays,
 * Sundays and the office's holidays (days as YYYY-MM-DD), by the time of Jakarta.
 */
export function queueAge (askedAt: Date, now: Date, holidays: ReadonlySet<string>): QueueAge {
  let dueMs: number | undefined
  let waited = 0
  // A clock set back must not make ages negative.
  const end = Math.max(askedAt.getTime(), now.getTime())
  let left = PROMISE_HOURS * HOUR_MS
  for (let from = askedAt.getTime(); from < end || dueMs === undefined;) {
    const until = nextMidnight(from)
    if (isWorkingDay(from, holidays)) {
      waited += Math.max(0, Math.min(until, end) - from)
      if (dueMs === undefined && until - from >= left) dueMs = from + left
      left -= until - from
    }
    from = until
  }
  return { hours: Math.floor(waited / HOUR_MS * 10) / 10, dueAt: new Date(dueMs), overdue: end > dueMs }
}

function isWorkingDay (ms: number, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(ms + JAKARTA_MS).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(dayInJakarta(new Date(ms)))
}

function nextMidnight (ms: number): number {
  return Math.floor((ms + JAKARTA_MS) / DAY_MS) * DAY_MS + DAY_MS - JAKARTA_MS
}
