import { isObject, told } from './check-arguments.ts'
import { minimumWageLookup } from './minimum-wages.ts'
import { createClusterRegister } from './registers/cluster-register.ts'
import { FieldColumns } from './registers/field-register.ts'
import { ConceptColumns } from './registers/concept-register.ts'
import { createLevelRegister } from './registers/level-register.ts'
import { createAccommodationRegister, createLicenceRegister } from './registers/named-registers.ts'
import { createOccupationRegister } from './registers/occupation-register.ts'
import { createRegionRegister } from './registers/region-register.ts'
import { createSectorRegister } from './registers/sector-register.ts'
import { UnitColumns } from './registers/unit-register.ts'
import { RelativeLists } from './relations/relative-lists.ts'
import type { TaxonomyData } from './tables.ts'
import type { Taxonomy } from './types.ts'

/**
 * A taxonomy over compiled tables. The tables are kept, not copied: do not change them afterwards. Look-up structures are
 * built when they are first needed, so creating one costs a few milliseconds.
 */
export function createTaxonomy (data: TaxonomyData): Taxonomy {
  if (!isObject(data) || !isObject(data.edition) || !isObject(data.units)) throw new TypeError(`createTaxonomy needs the compiled tables of a taxonomy, got ${told(data)}. await loadTaxonomy() reads those that are shipped.`)
  const regions = createRegionRegister(data.regions)
  const units = new UnitColumns(data.units, new RelativeLists(data.relations, data.units, data.clusters))
  const clusters = createClusterRegister(data.clusters)
  const occupations = createOccupationRegister(data.occupations)
  return Object.freeze({
    version: data.edition.version,
    units,
    clusters,
    levels: createLevelRegister(data.levels),
    fields: new FieldColumns(data.fields),
    occupations,
    sectors: createSectorRegister(data.sectors),
    regions,
    licences: createLicenceRegister(data.licences),
    accommodations: createAccommodationRegister(data.accommodations),
    concepts: new ConceptColumns(data.concepts, { units, clusters, occupations }),
    minimumWage: minimumWageLookup(data.wages, regions),
    provenance: Object.freeze(data.edition.provenance.map(table => Object.freeze({ ...table }))),
  })
}
