import type { ProtectedKind } from './protected-demands.ts'

/** The part of an advert a mention stands in, told by the last heading before it; `open` before any heading. */
export type Section = 'open' | 'duties' | 'requirements' | 'offers'

export type WagePeriod = 'hour' | 'day' | 'week' | 'month' | 'year'

/** What a mention means. Codes are those of the taxonomy's registers, as `codeAt` gives them. */
export type Meaning =
  | { kind: 'unit', code: string, by: 'code' | 'title' | 'synonym' }
  /** A concept of the taxonomy, or a thing of a catalogue of your own: named, or only like what a clause says. */
  | { kind: 'concept', code: string, by: 'name' | 'likeness' }
  | { kind: 'occupation', code: string }
  | { kind: 'level', code: string }
  /** `code` is null where every field is welcome (`semua jurusan`). */
  | { kind: 'field', code: string | null }
  /** Whole months; `max` null where no upper end is named. 0 means that people without experience are welcome; `min` null, that some is asked and no number said. */
  | { kind: 'experience', min: number | null, max: number | null }
  /** Whole rupiah or other currency units; null where an end is not named. `period` null where the text does not say. */
  | { kind: 'wage', min: number | null, max: number | null, period: WagePeriod | null }
  | { kind: 'place', code: string }
  /** `code` is null where the text names a kind of licence without its class (`STR aktif`). */
  | { kind: 'licence', code: string | null }
  /** ISO 639-1, or three letters of ISO 639 where a language has no shorter code. */
  | { kind: 'language', code: string }
  | { kind: 'job-type', code: JobTypeCode }
  | { kind: 'accommodation', code: string }
  /** A demand that no employer may make: reported as refused, never to be mapped. */
  | { kind: 'protected', demand: ProtectedKind, refused: true }

export type MentionKind = Meaning['kind']

/** The matcher's job types, and `permanent`, which says how long and not how many hours. */
export type JobTypeCode = 'full-time' | 'part-time' | 'contract' | 'daily' | 'freelance' | 'internship' | 'apprenticeship' | 'permanent'

/** Where a mention stands and how it is meant. */
export interface Place {
  /** Offsets in the text as given, UTF-16 code units; `end` is the first one after the mention. */
  start: number
  end: number
  /** The text from `start` to `end`, always. */
  surface: string
  /** Per mille: how sure the rule is that found it. A rank between rules, not a measured frequency. */
  confidence: number
  section: Section
  /** Said not to be needed: `tanpa pengalaman`, `tidak perlu SIM A`. */
  negated: boolean
  /** Wished for, not demanded: `diutamakan`, `nilai tambah`, `is a plus`. */
  preferred: boolean
  /** Mentions that share a number are alternatives of which one is enough (`SMA/SMK`, `SIM A atau C`); null for the others. Numbers count from 0 in the order of the text. */
  alternative: number | null
}

export type Mention = Place & Meaning

/** What a reader finds in a passage: offsets within it, its meaning, and how sure its rule is. */
export interface Reading {
  start: number
  end: number
  confidence: number
  meaning: Meaning
  /** The rule itself is one of negation, so nobody needs to look before it. */
  negated?: boolean
}
