import { ROLES, type Caller } from './caller.ts'
import type { Rule } from './rules.ts'

/** Whoever a field may be shown to, or be set by: a role; a system with a key, or a caller of an open service's own machine; or nobody signed in. */
export const VIEWERS = [...ROLES, 'system', 'nobody'] as const
export type Viewer = typeof VIEWERS[number]

export function viewerOf ({ kind, role }: Pick<Caller, 'kind' | 'role'>): Viewer {
  return role ?? (kind === 'key' || kind === 'local' ? 'system' : 'nobody')
}

/** Who may call a route of this rule, as viewers. */
export function viewersOf ({ public: isPublic, roles = {}, scope, local }: Rule): Viewer[] {
  if (isPublic === true) return [...VIEWERS]
  return [...ROLES.filter(role => roles[role] !== undefined), ...(scope !== undefined || local === true ? ['system' as const] : [])]
}
