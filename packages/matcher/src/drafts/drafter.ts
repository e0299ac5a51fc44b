import type { Taxonomy } from '@padan/taxonomy'
import { createExtractor } from '@padan/taxonomy/text'
import type { Seeker } from '../records/seeker.ts'
import type { Vacancy } from '../records/vacancy.ts'
import type { SeekerDraft, VacancyDraft } from './draft.ts'
import { draftSeeker } from './draft-seeker.ts'
import { draftVacancy, MOST_MENTIONS } from './draft-vacancy.ts'
import type { Now } from './work-periods.ts'

export interface SeekerDraftOptions {
  /** The day that "until now" means, `YYYY-MM-DD`. Without it times of work that go on are told and not counted. */
  asOf?: string
}

export interface Drafter {
  /** A vacancy out of the words of an advert. O(length). Throws TypeError for what is no string. */
  draftVacancy (text: string): VacancyDraft
  /** A seeker out of the words of a CV. O(length). Throws TypeError, and RangeError for a day that is none. */
  draftSeeker (text: string, options?: SeekerDraftOptions): SeekerDraft
}

/**
 * Prepares the reading of adverts and CVs into drafts of records (some tenths of a second, once a taxonomy). The same text gives the same draft on every machine. Nothing is kept of a text.
 */
export function createDrafter (taxonomy: Taxonomy): Drafter {
  const extractor = createExtractor(taxonomy, { maxMentions: MOST_MENTIONS })
  return {
    draftVacancy: text => draftVacancy(textOf(text), taxonomy, extractor),
    draftSeeker: (text, { asOf } = {}) => draftSeeker(textOf(text), taxonomy, extractor, { now: asOf === undefined ? undefined : nowOf(asOf) }),
  }
}

/** Properties that a person sets while confirming; null takes one out of the record. */
export type Corrections<RecordType> = { [Name in Exclude<keyof RecordType, 'id'>]?: RecordType[Name] | null }

/** The record of a draft that a person has confirmed, with an id and what they corrected. `put` and `checkVacancies` decide whether a correction is right. */
export function confirmDraft (draft: VacancyDraft, id: string, corrections?: Corrections<Vacancy>): Vacancy
export function confirmDraft (draft: SeekerDraft, id: string, corrections?: Corrections<Seeker>): Seeker
export function confirmDraft (draft: VacancyDraft | SeekerDraft, id: string, corrections: Corrections<Vacancy> | Corrections<Seeker> = {}): Vacancy | Seeker {
  const properties = Object.entries({ ...draft.record, ...corrections }).filter(([, value]) => value !== null && value !== undefined)
  return { id, ...Object.fromEntries(properties) }
}

function textOf (text: unknown): string {
  if (typeof text !== 'string') throw new TypeError(`A draft is made of a string, got ${text === null ? 'null' : typeof text}.`)
  return text
}

function nowOf (asOf: string): Now {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(asOf)
  const month = Number(match?.[2])
  if (match === null || month < 1 || month > 12) throw new RangeError(`asOf must be a day as YYYY-MM-DD, got '${asOf}'.`)
  return { year: Number(match[1]), month }
}
