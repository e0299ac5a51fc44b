import { hashOf } from './split.ts'

const RESAMPLES = 1000
const SEED = 'padan-bootstrap-1'
/** The middle 95 of 100 resamples. */
const TAIL = 0.025

/**
 * The 95 % interval of a figure over `size` items by bootstrap (Efron 1979): a thousand times as many items are drawn with repetition, `statistic` is told how often each was drawn. The draws have a fixed seed, so
 * the same items give the same interval, and figures of two methods on the same draws are paired.
 */
export function intervalOf (size: number, statistic: (times: Uint16Array) => number): [low: number, high: number] {
  let state = hashOf(`${SEED}:${size}`) || 1
  const times = new Uint16Array(size)
  const figures: number[] = []
  for (let resample = 0; resample < RESAMPLES; resample++) {
    times.fill(0)
    for (let draw = 0; draw < size; draw++) {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      state >>>= 0
      times[state % size]!++
    }
    figures.push(statistic(times))
  }
  figures.sort((a, b) => a - b)
  return [figures[Math.floor(TAIL * RESAMPLES)]!, figures[Math.ceil((1 - TAIL) * RESAMPLES) - 1]!]
}

/** A lead with its interval as a table shows it: `+0.012 (-0.004 to +0.029)`. */
export function leadText (lead: number, [low, high]: readonly [number, number]): string {
  return `${signed(lead)} (${signed(low)} to ${signed(high)})`
}

function signed (value: number): string {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(3)}`
}

/** A weighted mean of the differences of two methods on the same items. */
export function meanLead (ours: readonly number[], theirs: readonly number[]): (times: Uint16Array) => number {
  return times => {
    let sum = 0
    for (let item = 0; item < times.length; item++) sum += times[item]! * (ours[item]! - theirs[item]!)
    return sum / times.length
  }
}
