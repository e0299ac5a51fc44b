import type { TaxonomyData } from './tables.ts'

/** Imports the shipped tables. Each is a module of its own next to the compiled code, so a bundler can split or leave them out. */
export async function loadTables (): Promise<TaxonomyData> {
  const [
    edition, units, clusters, relations, levels, fields, occupations, sectors, regions, licences, accommodations, concepts, wages,
  ] = await Promise.all([
    import('../data/edition.js'),
    import('../data/units.js'),
    import('../data/clusters.js'),
    import('../data/relations.js'),
    import('../data/levels.js'),
    import('../data/fields.js'),
    import('../data/occupations.js'),
    import('../data/sectors.js'),
    import('../data/regions.js'),
    import('../data/licences.js'),
    import('../data/accommodations.js'),
    import('../data/concepts.js'),
    import('../data/wages.js'),
  ])
  const tables: Record<keyof TaxonomyData, unknown> = {
    edition: edition.default,
    units: units.default,
    clusters: clusters.default,
    relations: relations.default,
    levels: levels.default,
    fields: fields.default,
    occupations: occupations.default,
    sectors: sectors.default,
    regions: regions.default,
    licences: licences.default,
    accommodations: accommodations.default,
    concepts: concepts.default,
    wages: wages.default,
  }
  return tables as TaxonomyData
}
