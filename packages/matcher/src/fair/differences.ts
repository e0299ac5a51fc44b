import type { Moved, Replan } from './change.ts'
import type { Interview } from './fair.ts'

/** What two plans do differently, in the order of their interviews; appointments are the same when seeker and booth are. */
export function differences (before: { readonly interviews: readonly Interview[] }, after: { readonly interviews: readonly Interview[] }, touched: ReadonlySet<string>): Omit<Replan, 'fair' | 'plan'> {
  // By person, whose interviews are few: quicker than a map by person and booth.
  const old = new Map<string, Interview[]>()
  for (const interview of before.interviews) {
    const day = old.get(interview.seeker)
    if (day === undefined) old.set(interview.seeker, [interview])
    else day.push(interview)
  }
  const matched = new Set<Interview>()
  const moved: Moved[] = []
  const added: Interview[] = []
  let numKept = 0
  for (const interview of after.interviews) {
    const was = old.get(interview.seeker)?.find(({ booth }) => booth === interview.booth)
    if (was === undefined) {
      added.push(interview)
      continue
    }
    matched.add(was)
    if (was.slot === interview.slot) numKept++
    else moved.push({ seeker: interview.seeker, booth: interview.booth, from: was.slot, to: interview.slot })
  }
  const cancelled = before.interviews.filter(interview => !matched.has(interview))
  const changed = new Set([...moved, ...added, ...cancelled].map(({ seeker }) => seeker))
  return { numKept, moved, cancelled, added, bystanders: [...changed].filter(seeker => !touched.has(seeker)).sort() }
}
