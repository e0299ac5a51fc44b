import { Type, type Static } from 'typebox'
import { ROLES, type Role } from '../access/caller.ts'
import type { AccountState } from '../access/tables.ts'
import { SCOPES, type Scope } from '../access/rules.ts'
import { KEPT, reference } from './common.ts'

/** Room for any password, before it is looked at: what is longer is refused unread. */
const LONGEST_TYPED = 1024

export const RoleSchema = Type.Unsafe<Role>({ type: 'string', enum: [...ROLES] })
const StateSchema = Type.Unsafe<AccountState>({ type: 'string', enum: ['invited', 'active', 'locked', 'closed'] })
const TimeSchema = Type.String({ description: 'ISO 8601, UTC.' })
export const LoginSchema = Type.String({ minLength: 1, maxLength: 512, description: 'What is signed in with: an e-mail address or a name. Case does not matter.' })
export const PasswordSchema = Type.String({ minLength: 1, maxLength: LONGEST_TYPED, description: 'New ones have 12 to 256 characters.' })
export const CodeSchema = Type.String({ minLength: 1, maxLength: 64, description: 'A one-time code. Case, spaces and dashes do not matter.' })

export const AccountSchema = Type.Object({
  id: Type.String(),
  role: RoleSchema,
  of: Type.Union([Type.String(), Type.Null()], { description: 'What it is bound to: the school of a teacher, the employer of an employer\'s user, the person of a seeker.' }),
  state: StateSchema,
  login: Type.Union([Type.String(), Type.Null()], { description: 'What is signed in with; null when it was erased, or when there is none but the city\'s log-in.' }),
  revision: Type.Integer(),
  created: TimeSchema,
  updated: TimeSchema,
}, { $id: 'Account' })
export type Account = Static<typeof AccountSchema>

export const AccountListSchema = Type.Object({ items: Type.Array(reference(AccountSchema)), next: Type.Union([Type.String(), Type.Null()]) }, { $id: 'AccountList' })

export const NewAccountSchema = Type.Object({
  role: RoleSchema,
  of: Type.Optional(Type.String({ minLength: 1, maxLength: 128, pattern: KEPT, description: 'Needed for teachers and seekers; an employer gets it when it registers its firm, if not before. No other role has one.' })),
  login: LoginSchema,
}, { additionalProperties: false })

export const InvitedSchema = Type.Object({
  account: Type.String({ description: 'Id of the account.' }),
  code: Type.Optional(Type.String({ description: 'One-time code to set a password with. Told once: the answer to a repeated request lacks it.' })),
  expires: Type.Optional(TimeSchema),
}, { $id: 'Invited' })

export const SessionSchema = Type.Object({
  id: Type.String(),
  created: TimeSchema,
  seen: TimeSchema,
  expires: TimeSchema,
  current: Type.Boolean({ description: 'The one that this request came with.' }),
}, { $id: 'Session' })

export const SignedInSchema = Type.Object({
  session: Type.String({ description: 'Id of the session.' }),
  token: Type.String({ description: 'Goes into Authorization: Bearer. Told once.' }),
  expires: TimeSchema,
  account: Type.String(),
  role: RoleSchema,
}, { $id: 'SignedIn' })

export const KeySchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  madeBy: Type.String(),
  created: TimeSchema,
  expires: TimeSchema,
  usedOn: Type.Union([Type.String(), Type.Null()], { description: 'The last day it was used.' }),
  revoked: Type.Union([TimeSchema, Type.Null()]),
  key: Type.Optional(Type.String({ description: 'The key itself, once: when it was made.' })),
}, { $id: 'Key' })

export const NewKeySchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100, description: 'Which system it is for.' }),
  scopes: Type.Array(Type.Unsafe<Scope>({ type: 'string', enum: [...SCOPES] }), { minItems: 1, uniqueItems: true }),
  days: Type.Integer({ minimum: 1, maximum: 366, default: 365, description: 'How long it is good.' }),
}, { additionalProperties: false })

export const ACCOUNT_SCHEMAS = [AccountSchema, AccountListSchema, InvitedSchema, SessionSchema, SignedInSchema, KeySchema] as const
