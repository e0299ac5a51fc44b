/**
 * The words every room shares. A register is a frozen, ordered list: its items are dense integers from 0 (`index`), and the
 * official code of an item is only read at the door. Relatedness and credit are per mille: 0 (nothing to do with it) to 1000 (the same).
 */

/** One frozen list of coded things. `index` is dense, starts at 0 and has no meaning outside this taxonomy version. */
export interface Register<Item> {
  readonly size: number
  /** The index of a code, forgiving case, spaces and known spelling variants; -1 when unknown or ambiguous. O(1). */
  indexOf (code: string): number
  /** The canonical code of an index. Throws RangeError out of range. */
  codeAt (index: number): string
  /** The item, as a plain object made on demand. Throws RangeError out of range. */
  at (index: number): Item
  /** `at(indexOf(code))`, or undefined. */
  get (code: string): Item | undefined
  /** Items whose name is the text, begins with it or holds all its words, best first (same, prefix, words; then shorter name; then code). */
  find (text: string, limit?: number): Item[]
}

/** A register whose items are near one another by structure. */
export interface RelatedRegister<Item> extends Register<Item> {
  /**
   * How far `held` answers a wish for `wanted`, per mille. Not symmetric: a narrower thing answers a wider wish in full,
   * a wider one answers a narrower wish in part. O(depth).
   */
  relatedness (wanted: number, held: number): number
}

export type UnitFormat = 'kbli' | 'lama' | 'catc-asean' | 'standar-khusus' | 'standar-internasional' | 'permen-esdm'
export type Confidence = 'official' | 'multi' | 'single'

export interface Unit {
  index: number
  /** The unit's key: its code, or `code@decree` where one code means different units in different decrees. */
  code: string
  /** The code as the decree prints it, without the decree. */
  plainCode: string
  /** Short decree number such as `27/2021`; null when not known. */
  decree: string | null
  title: string
  otherTitles: readonly string[]
  format: UnitFormat
  /** True for SKKNI; false for rows of other standards that the sources carry. */
  skkni: boolean
  /** KBLI section letter, where the code tells it. */
  sector: string | null
  year: number | null
  confidence: Confidence
}

/** Why one unit gives credit for another. */
export type RelationReason = 'version' | 'twin' | 'same-title' | 'wording' | 'cluster' | 'catalogue'

/** `held` gives `perMille` of the credit of the unit it was asked for (200..999). */
export interface Relative {
  held: number
  perMille: number
  reason: RelationReason
  /** What the reason points at: a cluster's code, the shared title or words, the other version; '' where there is nothing to add. */
  via: string
}

export interface UnitRegister extends Register<Unit> {
  /** Units other than `wanted` that give credit for it: at most 32, best first, ties by code. O(1), the same array each time. */
  relatives (wanted: number): readonly Relative[]
  /**
   * The unit and its other editions: the same code but for the version with a title much alike, and the same unit under the code of another family.
   * Oldest first as far as is known: older formats, lower versions, earlier years, then by code. O(relatives).
   */
  editionsOf (unit: number): readonly number[]
  /** The newest edition that takes the place of a unit: a higher version of its code, else the modern code of a unit of the old format; -1 if none is known. */
  successorOf (unit: number): number
  /** Every key a bare code may mean; one when it is clear, several when the decree must be named, none when unknown. */
  candidates (code: string): string[]
}

export type ClusterKind = 'kkni' | 'okupasi' | 'klaster'

export interface Cluster {
  index: number
  code: string
  title: string
  kind: ClusterKind
  kkni: number | null
  occupation: string | null
  sector: string | null
  /** Unit indexes in the scheme's own order. */
  units: readonly number[]
}

export interface Level {
  index: number
  /** TS, SD, SMP, SMA, SMK, D1, D2, D3, D4, S1, PROFESI, S2, S3. */
  code: string
  title: string
  /** Height on the ladder; SMA and SMK share one, and so do D4 and S1. A step is a difference of one. */
  rank: number
  kkni: number | null
  /** True for general schooling, which has no field of study: TS, SD, SMP, SMA. */
  general: boolean
}

export interface Field {
  index: number
  code: string
  title: string
  parent: number | null
  /** Which tree it stands in: the vocational spectrum or the university science tree. */
  tree: 'smk' | 'pt'
}

export interface Occupation {
  index: number
  /** KBJI 2014: 1, 2, 3, 4 or 6 digits. */
  code: string
  title: string
  parent: number | null
  /** ISCO-08 unit group of the first four digits, where there is one. */
  isco08: string | null
}

export interface Sector {
  index: number
  /** KBLI 2020: a section letter or 2 to 5 digits. */
  code: string
  title: string
  parent: number | null
}

export interface Region {
  index: number
  /** Kemendagri code: `36`, `36.71` or `36.71.01`. */
  code: string
  name: string
  kind: 'province' | 'city' | 'regency' | 'district'
  parent: number | null
  /** Centroid, degrees, rounded to five decimals (about a metre). */
  lat: number
  lng: number
}

export interface Named {
  index: number
  code: string
  title: string
  titleEn: string
}

export interface Licence extends Named {
  /** Indexes of the licences this one also counts as, itself left out (UU 22/2009 art. 84: SIM B I also drives what SIM A drives). */
  covers: readonly number[]
}

export type ConceptKind = 'skill' | 'task' | 'knowledge' | 'tool' | 'machine' | 'software' | 'attitude' | 'certificate'

/** A thing that adverts and people name: what someone can do, use, know or be. Finer or wider than units, and there where SKKNI has none. */
export interface Concept {
  index: number
  /** `padan:forklift-operation`; look-up forgives case, punctuation and a missing `padan:`. */
  code: string
  kind: ConceptKind
  /** The trade it belongs to: `garment`, `logistics`, ...; `general` where it belongs to all. */
  sector: string
  /** The Indonesian label. */
  title: string
  titleEn: string
  /** Other ways to say it, Indonesian and English alike. */
  synonyms: readonly string[]
  /** Short forms (`QC`, `K3`); one may stand for several concepts. */
  abbreviations: readonly string[]
  /** Common slips of the pen that a rule for one wrong letter does not mend. */
  misspellings: readonly string[]
  /** Index of the wider concept; null at the top. */
  broader: number | null
  /** Indexes of the units that naming it asks for. Empty where it says no unit. */
  units: readonly number[]
  /** Indexes of the schemes whose title names it. */
  clusters: readonly number[]
  /** Indexes of the occupations it is at home in: KBJI 2014 of two to six digits. */
  occupations: readonly number[]
  /** ISCO-08 groups of those occupations, in their order, each once. */
  isco08: readonly string[]
  evidence: ConceptEvidence
}

/** In how many texts one of a concept's names was found when the concepts were last counted, and how many public pages are cited for it; all 0 means that practice alone knows it. */
export interface ConceptEvidence {
  adverts: number
  /** Titles of units and schemes. */
  titles: number
  /** Elements and performance criteria of units. */
  criteria: number
  /** Titles and task descriptions of KBJI. */
  occupations: number
  /** Titles and descriptions of KBLI and ISCO-08, titles of decrees, the vocational spectrum. */
  references: number
  /** Public pages that hold one of its names. They are cited where nothing else names the concept. */
  pages: number
}

export interface ConceptRegister extends Register<Concept> {
  /** Indexes of all concepts that carry a name, in any writing of it, lowest first; several where a short form is ambiguous, none where unknown. O(1). */
  named (name: string): readonly number[]
  /** Indexes of the concepts that ask for a unit, lowest first. O(1). */
  ofUnit (unit: number): readonly number[]
}

export interface MinimumWage {
  region: string
  year: number
  /** Whole rupiah a month, rounded up. */
  rupiah: number
  source: string
}

/** Where a table came from and how far to trust it. */
export interface Provenance {
  table: string
  rows: number
  source: string
  edition: string
  licence: string
  collected: string
  /** How far to trust it, in a sentence. */
  trust: string
}

export interface Taxonomy {
  /** Changes whenever any item, order or relation changes: `<edition>-<first 12 hex of SHA-256 of the data>`. */
  readonly version: string
  readonly units: UnitRegister
  readonly clusters: Register<Cluster>
  readonly levels: Register<Level>
  readonly fields: RelatedRegister<Field>
  readonly occupations: RelatedRegister<Occupation>
  readonly sectors: RelatedRegister<Sector>
  readonly regions: Register<Region>
  /** Driving and professional licences that an employer may ask for. */
  readonly licences: Register<Licence>
  /** What adverts and people name, with the units, schemes and occupations it belongs to. */
  readonly concepts: ConceptRegister
  /** Adjustments a person may need at work (UU 8/2016 art. 48 and practice). */
  readonly accommodations: Register<Named>
  /** The minimum wage in force at a place (its own, else its regency's or province's) in a year; undefined when not known. */
  minimumWage (regionCode: string, year: number): MinimumWage | undefined
  readonly provenance: readonly Provenance[]
}
