import type { Moved, Replan } from './change.ts'
import type { Interview } from './fair.ts'

/** What two plans do differently, in the order of their interviews; appointments are the same when seeker and booth are. */
export function differences (before: { readonly interviews: readonly Interview[] }, after: { readonly interviews: readonly Interview[] }, touched: ReadonlySet<string>): Omit<Replan, 'fair' | 'plan'> {
  const keyOf = ({ seeker, booth }: Interview): string => `${seeker.length} ${seeker}${booth}`
  const old = new Map(before.interviews.map(interview => [keyOf(interview), interview]))
  const moved: Moved[] = []
  const added: Interview[] = []
  let numKept = 0
  for (const interview of after.interviews) {
    const key = keyOf(interview)
    const was = old.get(key)
    old.delete(key)
    if (was === undefined) added.push(interview)
    else if (was.slot === interview.slot) numKept++
    else moved.push({ seeker: interview.seeker, booth: interview.booth, from: was.slot, to: interview.slot })
  }
  const cancelled = [...old.values()]
  const changed = new Set([...moved, ...added, ...cancelled].map(({ seeker }) => seeker))
  return { numKept, moved, cancelled, added, bystanders: [...changed].filter(seeker => !touched.has(seeker)).sort() }
}
