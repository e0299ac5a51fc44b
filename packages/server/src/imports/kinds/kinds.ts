import { certificates } from './certificates.ts'
import { employers } from './employers.ts'
import { HISTORY_KINDS, HISTORY_NAMES } from './histories.ts'
import type { Kind } from './kind.ts'
import { outcomes } from './outcomes.ts'
import { people } from './people.ts'
import { postings } from './postings.ts'
import { pupils } from './pupils.ts'

/** What can be imported as a job. */
export const KIND_NAMES = ['people', 'pupils', 'certificates', 'outcomes', ...HISTORY_NAMES, 'employers', 'postings'] as const
export type KindName = typeof KIND_NAMES[number]

export const KINDS: Readonly<Record<KindName, Kind>> = { people, pupils, certificates, outcomes, ...HISTORY_KINDS, employers, postings }
