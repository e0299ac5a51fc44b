import type { MentionKind, ProtectedKind } from '@padan/taxonomy/text'
import type { Seeker } from '../records/seeker.ts'
import type { Vacancy } from '../records/vacancy.ts'

/** `found`: the text says it. `guessed`: it says something less sure, or a choice had to be made. `unknown`: nothing that the record could hold. */
export type FieldState = 'found' | 'guessed' | 'unknown'

/** Words of the text that speak for a value. */
export interface DraftSource {
  /** Offsets in the text as given, UTF-16 code units; `end` is the first one after the words. */
  start: number
  end: number
  /** Always `text.slice(start, end)`. */
  surface: string
  /** Per mille: how sure the rule is that found it. */
  confidence: number
  /** What the words stand for: a code of the taxonomy, or a number as text. */
  says: string
}

/** Why a field is only guessed, or stays empty though the text speaks of it. `describeNote` says it in words. */
export type DraftNote =
  | 'several-named' | 'only-preferred' | 'one-of' | 'class-not-named' | 'too-wide' | 'not-monthly' | 'by-likeness' | 'no-title-line' | 'applicants-live-there' | 'permanent'
  | 'maybe-hybrid' | 'evidence-claimed' | 'whole-years' | 'day-needed' | 'no-occupation' | 'maybe-not-completed' | 'place-of-something-else' | 'never-read' | 'cut-short' | 'whole-list'
  | 'months-not-named' | 'makes-or-sells' | 'of-a-former-job'

/** A value that the field could have instead. */
export interface DraftChoice<Value> {
  value: Value
  from: DraftSource[]
}

/** One property of the record: how it stands, and why. */
export interface DraftField<Name extends string = string, Value = unknown> {
  field: Name
  state: FieldState
  /** Of the weakest words that the value rests on; null where the state is `unknown`. */
  confidence: number | null
  from: DraftSource[]
  /** At most ten, the likelier first. */
  alternatives: Array<DraftChoice<Value>>
  notes: DraftNote[]
}

/** Something the text names for which the matcher's record has no place: shown to people, never scored. */
export interface NamedBeside {
  code: string
  from: DraftSource[]
}

/** A demand that no employer may make. It is told and goes into no record. */
export interface RefusedInDraft {
  kind: ProtectedKind
  start: number
  end: number
  surface: string
}

export type LeftOutKind = 'name' | 'birth' | 'identity-number' | 'phone' | 'email' | 'link' | 'address' | 'nationality' | 'blood-type' | 'health' | ProtectedKind

/** Personal data that was passed over: where, and never what. */
export interface LeftOut {
  kind: LeftOutKind
  start: number
  end: number
}

interface Draft<RecordType> {
  /** What the matcher would take, without an id; a property that is unknown is left out. */
  record: Omit<RecordType, 'id'>
  /** Every property of the record but `id`, in the order of its type. */
  fields: Array<{ [Name in Exclude<keyof RecordType, 'id'> & string]: DraftField<Name, NonNullable<RecordType[Name]>> }[Exclude<keyof RecordType, 'id'> & string]>
  /** Concepts and languages (ISO 639), each once. */
  beside: { concepts: NamedBeside[], languages: NamedBeside[] }
  leftOut: LeftOut[]
  /** False when the text named more than is read (10,000 mentions): what stood after them was not looked at. */
  complete: boolean
}

export interface VacancyDraft extends Draft<Vacancy> {
  kind: 'vacancy'
  refused: RefusedInDraft[]
}

export interface SeekerDraft extends Draft<Seeker> {
  kind: 'seeker'
}

/** Kinds of mentions that make a line one of work or schooling and not a name. */
export const TELLING_KINDS: ReadonlySet<MentionKind> = new Set(['unit', 'concept', 'occupation', 'level', 'field', 'experience', 'licence', 'language', 'wage', 'job-type'])
