export { inspectCatalogue } from '../catalogue/inspect-catalogue.ts'
export { inspectTaxonomy } from '../catalogue/inspect-taxonomy.ts'
export { mergeCatalogues } from '../catalogue/merge-catalogues.ts'
export { readSchemes } from '../catalogue/read-schemes.ts'
export { LINE_USES } from './decree.ts'
export { decreeCatalogue } from './decree-catalogue.ts'
export { findingWords, troubleWords } from './words.ts'
export { linesToReport, numLinesToReport } from './line-log.ts'
export { readDecree } from './read-decree.ts'

export type { CatalogueInspection } from '../catalogue/inspect-catalogue.ts'
export type { TaxonomyInspection } from '../catalogue/inspect-taxonomy.ts'
export type { LikelyDuplicate } from '../catalogue/likely-duplicates.ts'
export type { Merged, MergeConflict } from '../catalogue/merge-catalogues.ts'
export type { SchemesReading } from '../catalogue/read-schemes.ts'
export type {
  DecreeCriterion, DecreeElement, DecreeFinding, DecreeReading, DecreeUnit, FindingKind, LineReport, LineTrouble, LineUse, ListedUnit,
} from './decree.ts'
