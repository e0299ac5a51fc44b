import { quantile, type Sample } from './measure.ts'
import type { Row } from './row.ts'
import { spread } from './spread.ts'

const TAIL_GOAL = 'ratio <= 8'

/** The index's own rows. The slowest of a hundred is held against the median: that is the tail. */
export function indexRows (bench: string, sample: Sample): Row[] {
  return spread(sample, { bench, case: 'index' }).map(row => row.metric === 'p99'
    ? { ...row, ratioTo: 'its median', ratio: row.value / quantile(sample, 0.5), goal: TAIL_GOAL }
    : row)
}
