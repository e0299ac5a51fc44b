import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Role } from './caller.ts'
import type { Scope } from './rules.ts'

export type AccountState = 'invited' | 'active' | 'locked' | 'closed'
export type CodePurpose = 'setup' | 'invitation' | 'reset'

export interface AccountTable {
  id: string
  role: Role
  /** What it is bound to: see `Caller.of`. */
  bound: string | null
  state: AccountState
  /** Keyed hash of what its owner signs in with. */
  login_hash: string | null
  login_sealed: string | null
  /** Hash of the password with its parameters; none before an invitation is taken up. */
  password: string | null
  /** Wrong passwords since the last right one. */
  failures: Generated<number>
  failed_at: Date | null
  revision: Generated<number>
  created_at: Date
  updated_at: Date
}

export interface SessionTable {
  /** SHA-256 of the token. */
  hash: string
  id: string
  account: string
  created_at: Date
  seen_at: Date
  expires_at: Date
}

export interface AccessKeyTable {
  id: string
  /** SHA-256 of the key. */
  hash: string
  name: string
  scopes: JSONColumnType<Scope[], string, string>
  made_by: string
  created_at: Date
  expires_at: Date
  /** A day, `YYYY-MM-DD`. */
  used_on: ColumnType<Date | null, string | null, string | null>
  revoked_at: Date | null
}

export interface AccessCodeTable {
  /** SHA-256 of the code. */
  hash: string
  purpose: CodePurpose
  account: string | null
  created_at: Date
  expires_at: Date
}

/** Accounts of another log-in (OIDC), by its issuer and subject. */
export interface IdentityTable {
  issuer: string
  subject: string
  account: string
  created_at: Date
}

export interface AccessTables {
  accounts: AccountTable
  sessions: SessionTable
  access_keys: AccessKeyTable
  access_codes: AccessCodeTable
  identities: IdentityTable
}
