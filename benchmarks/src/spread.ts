import { quantile, type Sample } from './measure.ts'
import type { Row } from './row.ts'

/** What is said about the times of a case beside the times themselves. */
export interface SpreadOptions {
  bench: string
  case: string
  /** Of the same questions, where the case stands beside the index. */
  index?: Sample
  /** What our own case is called. Default `index`. */
  ours?: string
  /** Of the median. */
  goal?: string | null
  unit?: 'ms' | 'µs'
}

const MICROSECONDS = 1000

/** The rows of one case: median, p10, p90 and p99. */
export function spread (sample: Sample, { bench, case: name, index, ours = 'index', goal = null, unit = 'ms' }: SpreadOptions): Row[] {
  const scale = unit === 'ms' ? 1 : MICROSECONDS
  const ratio = index === undefined ? null : quantile(sample, 0.5) / quantile(index, 0.5)
  const row = (metric: string, share: number): Row => ({ bench, case: name, metric, value: scale * quantile(sample, share), unit, ratioTo: null, ratio: null, goal: null })
  return [
    { ...row('median', 0.5), ratioTo: ratio === null ? null : ours, ratio, goal },
    row('p10', 0.1),
    row('p90', 0.9),
    row('p99', 0.99),
  ]
}
