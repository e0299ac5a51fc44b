import { Problem } from '../errors/problem.ts'

/** Throws Problem `wrong-posting-state` unless the state is one of those from which a step leads on. */
export function requireState<State extends string> (state: State, ...wanted: readonly State[]): void {
  if (wanted.includes(state)) return
  throw new Problem('wrong-posting-state', {
    detail: `The state is ${state}; this needs ${wanted.join(' or ')}.`,
    detailId: `Statusnya ${state}; diperlukan ${wanted.join(' atau ')}.`,
  })
}

/** Throws Problem `revision-mismatch` unless `If-Match` is absent or names the stored revision. */
export function requireRevision (wanted: string | undefined, revision: string): void {
  if (wanted === undefined) return
  const tags = wanted.split(',').map(tag => tag.trim())
  if (!tags.includes('*') && !tags.includes(`"${revision}"`)) throw new Problem('revision-mismatch')
}
