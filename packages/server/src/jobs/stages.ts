import type { OnProgress } from '@padan/matcher/placement'

/** Steps of a whole job, whatever its parts count by. */
export const JOB_STEPS = 1000

/** Progress of a part of a job, told as progress of the whole: the part goes from step `from` to step `to`. */
export function stage (tell: OnProgress, from: number, to: number): OnProgress {
  return (done, total) => {
    const share = total === 0 ? 1 : Math.min(1, done / total)
    tell(from + Math.floor((to - from) * share), JOB_STEPS)
  }
}
