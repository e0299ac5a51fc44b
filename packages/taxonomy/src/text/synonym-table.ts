import synonyms from '../../data/synonyms.js'

/** What people call things, as compiled from the hand-made lists of this package. Terms are normalised. */
export interface SynonymTable {
  /** A skill term with the units it asks for. No unit says: the term means no unit, though a title reads the same. */
  units: Array<[term: string, ...units: string[]]>
  /** A job title with the occupation it names. */
  jobs: Array<[title: string, occupation: string]>
  /** A place name with the region it means in an advert. No region says: it cannot be told. */
  places: Array<[name: string, region: string]>
}

export const SYNONYMS: SynonymTable = synonyms as SynonymTable
