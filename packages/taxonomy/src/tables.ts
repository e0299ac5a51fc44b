import type { PackedInts } from './packed-ints.ts'
import type { ClusterKind, ConceptKind, Provenance } from './types.ts'

/**
 * The compiled tables, column by column: JSON through and through, so the same file loads in Node and in a browser.
 * Row numbers are the indexes of the registers made from them.
 */

/** Sorted by key (the plain code, with `@decree` where several units share it) in UTF-16 order. */
export interface UnitTable {
  /** Plain codes. */
  codes: string[]
  titles: string[]
  /** The distinct short decrees, sorted; `decreeOf` points into it, one above the place, 0 where the decree is unknown. */
  decrees: string[]
  decreeOf: PackedInts
  /** One letter a unit, see `UNIT_FORMATS`. */
  formats: string
  /** One letter a unit, see `CONFIDENCES`. */
  confidences: string
  /** Units with further titles: the row number, then the titles. */
  otherTitles: Array<[number, ...string[]]>
  /** Units whose year is not their decree's: the row number and the year. */
  years: Array<[number, number]>
}

/** In the order of the sources: the order in which "the first shared scheme" is meant. */
export interface ClusterTable {
  codes: string[]
  titles: string[]
  kinds: ClusterKind[]
  kkni: Array<number | null>
  occupations: Array<string | null>
  sectors: Array<string | null>
  /** Units of all clusters one after the other; `sizes` says how many belong to each. */
  sizes: number[]
  units: PackedInts
}

/** Relatives of all units one after the other, best first; `counts` says how many each unit has. */
export interface RelationTable {
  /** Pairs of code prefixes that are known to name the same units. */
  families: Array<[string, string]>
  counts: PackedInts
  held: PackedInts
  perMille: PackedInts
  /** 0 version, 1 twin, 2 same title, 3 wording, then 4 + cluster, then 4 + number of clusters + place in `notes`. */
  basis: PackedInts
  /** What the relations of users' catalogues point at. */
  notes: string[]
}

export interface LevelTable {
  codes: string[]
  titles: string[]
  ranks: number[]
  kkni: Array<number | null>
  /** Row numbers of the levels of general schooling. */
  general: number[]
  aliases: Array<[string, string]>
}

/** Parents stand before their children. */
export interface FieldTable {
  codes: string[]
  titles: string[]
  /** One above the row number of the parent, 0 for a root. */
  parents: PackedInts
  /** Pairs of fields that are the same subject in another branch or tree. */
  twins: Array<[number, number]>
}

/** Codes in code order, parents told by the code. */
export interface OccupationTable {
  codes: string[]
  titles: string[]
  /** Four-digit groups that have an ISCO-08 unit group, which then has the same digits. */
  isco08: string[]
}

/** Sections, each followed by its divisions, groups and classes. */
export interface SectorTable {
  codes: string[]
  titles: string[]
}

/** Provinces, then regencies and cities, then districts, each in code order. */
export interface RegionTable {
  /** The digits of the code as a number: 36, 3671, 367101. */
  codes: PackedInts
  names: string[]
  /** Row numbers of the regencies and cities that are cities. */
  cities: number[]
  /** Degrees + 90 and degrees + 180, in hundred-thousandths. */
  lat: PackedInts
  lng: PackedInts
  /** Other names a place goes by in adverts, with its row number. */
  aliases: Array<[string, number]>
}

export interface NamedTable {
  codes: string[]
  titles: string[]
  titlesEn: string[]
  aliases: Array<[string, string]>
}

export interface LicenceTable extends NamedTable {
  /** By licence, the codes it also counts as. */
  covers: string[][]
}

/** Sorted by code. Lists of names and codes are joined by `|`, '' for none. */
export interface ConceptTable {
  /** Without the `padan:` before each. */
  codes: string[]
  kindNames: ConceptKind[]
  /** Places in `kindNames` and `sectorNames`. */
  kinds: PackedInts
  sectorNames: string[]
  sectors: PackedInts
  titles: string[]
  titlesEn: string[]
  synonyms: string[]
  abbreviations: string[]
  misspellings: string[]
  /** One above the row number of the wider concept, 0 for none. */
  broader: PackedInts
  /** Keys, not row numbers: a user's catalogue moves the rows. */
  units: string[]
  clusters: string[]
  occupations: string[]
  /** Six counts a concept: adverts, titles, criteria, occupations, references, pages. */
  evidence: PackedInts
}

export interface WageTable {
  regions: string[]
  years: number[]
  rupiah: number[]
  /** Point into `sourceNames`. */
  sources: number[]
  sourceNames: string[]
}

export interface EditionTable {
  version: string
  provenance: Provenance[]
}

/** Everything a taxonomy is made from. */
export interface TaxonomyData {
  edition: EditionTable
  units: UnitTable
  clusters: ClusterTable
  relations: RelationTable
  levels: LevelTable
  fields: FieldTable
  occupations: OccupationTable
  sectors: SectorTable
  regions: RegionTable
  licences: LicenceTable
  accommodations: NamedTable
  concepts: ConceptTable
  wages: WageTable
}
