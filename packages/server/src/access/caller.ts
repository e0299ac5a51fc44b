/** What a person with an account may be. */
export const ROLES = ['admin', 'officer', 'verifier', 'teacher', 'employer', 'organiser', 'seeker'] as const
export type Role = typeof ROLES[number]

/** Who sends a request. */
export interface Caller {
  /** `local`: nobody signed in, on a machine's own open service; `nobody`: nobody signed in, anywhere else. */
  readonly kind: 'account' | 'key' | 'local' | 'nobody'
  /** The account's id, the key's id, `local` or `nobody`: what the audit trail and the idempotency keys name. */
  readonly id: string
  /** Of an account. */
  readonly role?: Role
  /** Of a key. */
  readonly scopes: readonly string[]
  /** What an account is bound to: the school of a teacher, the employer of an employer's user, the person of a seeker. */
  readonly of?: string
  /** The session an account came with. */
  readonly session?: string
}

export const LOCAL: Caller = Object.freeze({ kind: 'local', id: 'local', scopes: Object.freeze([]) })
export const NOBODY: Caller = Object.freeze({ kind: 'nobody', id: 'nobody', scopes: Object.freeze([]) })

/** How far a caller's right reaches on a route: to everything, or to what is its own. */
export type Reach = 'all' | 'own'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request. Set by the guard before the body is read. */
    caller: Caller
    /** How far the caller's right reaches here. Routes of reach `own` settle each record with `requireReach`. */
    reach: Reach
  }
}
