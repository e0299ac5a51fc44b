import type { ClusterKind, Confidence, UnitFormat } from '../types.ts'

/** A user's own units, clusters and relations, to be laid on top of the shipped ones or used instead of them. */
export interface Catalogue {
  units: CatalogueUnit[]
  clusters: CatalogueCluster[]
  relations: CatalogueRelation[]
}

export interface CatalogueUnit {
  code: string
  title: string
  /** Short decree, `27/2021`; null when not known. */
  decree: string | null
  otherTitles: string[]
  format: UnitFormat
  confidence: Confidence
  /** Only needed where there is no decree. */
  year: number | null
  /** What the unit is about, where it was read from a decree. The registers do not hold it. */
  description?: string
  /** Elements with their performance criteria, where they were read from a decree. The registers do not hold them. */
  elements?: CatalogueElement[]
}

export interface CatalogueElement {
  title: string
  criteria: string[]
}

export interface CatalogueCluster {
  code: string
  title: string
  kind: ClusterKind
  kkni: number | null
  occupation: string | null
  sector: string | null
  /** Unit codes, of this catalogue or of the taxonomy it is laid on. */
  units: string[]
}

/** `held` gives `perMille` of the credit of `wanted`; state it twice, turned round, if it holds both ways. */
export interface CatalogueRelation {
  wanted: string
  held: string
  perMille: number
  via: string
}

export interface CatalogueProblem {
  /** Which record: `units 3`, `line 12`. */
  where: string
  /** What came, what was expected. */
  message: string
}

/** Every bad record of a catalogue, in `problems` and in the message. */
export class CatalogueError extends Error {
  readonly problems: readonly CatalogueProblem[]

  constructor (problems: readonly CatalogueProblem[]) {
    const lines = problems.map(({ where, message }) => `  ${where}: ${message}`)
    super(`The catalogue has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}; nothing was taken from it.\n${lines.join('\n')}`)
    this.name = 'CatalogueError'
    this.problems = problems
  }
}
