export { CatalogueError } from './catalogue/catalogue.ts'
export { parseCatalogue } from './catalogue/parse-catalogue.ts'
export { createTaxonomy } from './create-taxonomy.ts'
export { loadTaxonomy } from './load-taxonomy.ts'

export type { Catalogue, CatalogueCluster, CatalogueElement, CatalogueProblem, CatalogueRelation, CatalogueUnit } from './catalogue/catalogue.ts'
export type { LoadOptions } from './load-taxonomy.ts'
export type { TaxonomyData } from './tables.ts'
export type {
  Cluster, ClusterKind, Concept, ConceptEvidence, ConceptKind, ConceptRegister, Confidence, Field, Level, Licence, MinimumWage, Named, Occupation, Provenance, Region, Register,
  RelatedRegister, Relative, RelationReason, Sector, Taxonomy, Unit, UnitFormat, UnitRegister,
} from './types.ts'
