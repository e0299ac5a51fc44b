/** The two clocks of the service. */
export interface Clock {
  /** The calendar's: may jump, both ways. */
  now: () => Date
  /** Milliseconds of a clock that only goes forward, from any beginning. */
  elapsed: () => number
}

export const SYSTEM_CLOCK: Clock = Object.freeze({ now: () => new Date(), elapsed: () => performance.now() })

/** A calendar may be wrong by this much without anybody being refused. */
export const SKEW_MS = 300_000
