import { certificates } from './certificates.ts'
import { employers } from './employers.ts'
import { HISTORY_KINDS } from './histories.ts'
import type { Kind } from './kind.ts'
import { outcomes } from './outcomes.ts'
import { people } from './people.ts'
import { postings } from './postings.ts'
import { pupils } from './pupils.ts'

/** What can be imported as a job, by name. */
export const KINDS = { people, pupils, certificates, outcomes, ...HISTORY_KINDS, employers, postings } as const satisfies Readonly<Record<string, Kind>>

export type KindName = keyof typeof KINDS
export const KIND_NAMES = Object.keys(KINDS) as KindName[]
