import synonyms from '../../data/synonyms.js'

/** What people call things, as compiled from the hand-made lists of this package. Terms are normalised. */
export interface SynonymTable {
  /** Terms that mean no unit, though a title reads the same. What terms mean units is told by the concepts. */
  noUnits: string[]
  /** A job title with the occupation it names. */
  jobs: Array<[title: string, occupation: string]>
  /** A place name with the region it means in an advert and those it may mean beside a wider place. No region says: it cannot be told. */
  places: Array<[name: string, region: string, others: string[]]>
}

export const SYNONYMS: SynonymTable = synonyms as SynonymTable
