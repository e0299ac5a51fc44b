import type { Row } from './row.ts'

/** Ten times the people should cost no more than so many times the median. */
const GOAL = 'ratio <= 4'

/** What each tenfold growth of the population did to the index's median. `sizes` ascend tenfold. */
export function growthRows (rows: readonly Row[], sizes: readonly number[]): Row[] {
  const medianAt = (size: number): number | undefined =>
    rows.find(({ bench, case: name, metric }) => bench === `rankSeekers, ${size.toLocaleString('en')} seekers` && name === 'index' && metric === 'median')?.value
  return sizes.slice(1).flatMap((size, at): Row[] => {
    const before = medianAt(sizes[at])
    const after = medianAt(size)
    if (before === undefined || after === undefined) return []
    return [{
      bench: 'growth of rankSeekers',
      case: `index, ${size.toLocaleString('en')} seekers`,
      metric: 'median',
      value: after,
      unit: 'ms',
      ratioTo: `that of ${sizes[at].toLocaleString('en')}`,
      ratio: after / before,
      goal: GOAL,
    }]
  })
}
