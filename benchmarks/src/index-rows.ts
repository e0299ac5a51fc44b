import { quantile, type Sample } from './measure.ts'
import type { Row } from './row.ts'
import { spread } from './spread.ts'

const TAIL_GOAL = 'ratio <= 8'

/**
 * The index's own rows. The slowest of a hundred runs is held against the median: that is the tail. Beside it stands the slowest of a hundred questions, each
 * at the median of its rounds, which leaves out what the machine did meanwhile.
 */
export function indexRows (bench: string, sample: Sample): Row[] {
  const median = quantile(sample, 0.5)
  const besideMedian = (row: Row, goal: string | null): Row => ({ ...row, ratioTo: 'its median', ratio: row.value / median, goal })
  const questions = { ...sample, times: sample.ofInput.filter(time => !Number.isNaN(time)).sort() }
  return spread(sample, { bench, case: 'index' }).flatMap(row => row.metric === 'p99'
    ? [besideMedian(row, TAIL_GOAL), besideMedian({ ...row, metric: 'p99 of questions', value: quantile(questions, 0.99) }, null)]
    : [row])
}
