import { clusterRows, clusterTable } from '../cluster-rows.ts'
import type { ClusterRow } from '../cluster-rows.ts'
import { fingerprint } from '../fingerprint.ts'
import { deriveRelations } from '../relations/derive-relations.ts'
import type { StatedRelation } from '../relations/derive-relations.ts'
import type { ClusterTable, TaxonomyData, UnitTable } from '../tables.ts'
import { UnitCodeIndex } from '../unit-code-index.ts'
import { unitRows, unitTable } from '../unit-rows.ts'
import type { UnitRow } from '../unit-rows.ts'
import { CatalogueError } from './catalogue.ts'
import type { Catalogue, CatalogueProblem } from './catalogue.ts'
import { layUnits } from './lay-units.ts'

/** The tables without units, clusters and relations, for users who bring all of their own. */
export function withoutUnits (data: TaxonomyData): TaxonomyData {
  const units = unitTable([])
  const clusters = clusterTable([])
  const { families } = data.relations
  return {
    ...data,
    units,
    clusters,
    relations: deriveRelations(units, clusters, families),
    edition: {
      version: `${data.edition.version}+bare`,
      provenance: data.edition.provenance.filter(({ table }) => !['units', 'clusters', 'relations'].includes(table)),
    },
  }
}

/**
 * Lays catalogues on the tables, one after the other, and derives all relations anew. Units, clusters and relations of the
 * result have their own indexes. Throws a CatalogueError with everything that does not fit; the given tables never change.
 */
export function layCatalogues (data: TaxonomyData, catalogues: readonly Catalogue[], replace: boolean): TaxonomyData {
  const problems: CatalogueProblem[] = []
  const rows = unitRows(data.units)
  const clusters: Array<ClusterRow<UnitRow>> = clusterRows(data.clusters).map(row => ({ ...row, units: row.units.map(unit => rows[unit]!) }))

  for (const catalogue of catalogues) layUnits(rows, catalogue.units, replace, problems)
  const units = unitTable(rows)
  const places = new Map(rows.map((row, place) => [row, place]))
  const index = new UnitCodeIndex(units.codes, rows.map(({ decree }) => decree), row => rows[row]!.format)
  const resolve = (code: string, where: string): number => resolveUnit(index, code, where, problems)

  const allClusters = clusters.map(row => ({ ...row, units: row.units.map(unit => places.get(unit)!) }))
  for (const catalogue of catalogues) layClusters(allClusters, catalogue, replace, resolve, problems)
  const stated = catalogues.flatMap(({ relations }) => statedRelations(relations, resolve, problems))
  if (problems.length > 0) throw new CatalogueError(problems)

  const table = clusterTable(allClusters)
  const notes = [...new Set(stated.map(({ via }) => via))]
  const relations = deriveRelations(units, table, data.relations.families,
    stated.map(relation => ({ ...relation, note: notes.indexOf(relation.via) })), notes)
  return { ...data, units, clusters: table, relations, edition: laidEdition(data, units, table, { relations, catalogues }) }
}

type Resolve = (code: string, where: string) => number

function resolveUnit (index: UnitCodeIndex, code: string, where: string, problems: CatalogueProblem[]): number {
  const found = index.rowsOf(code)
  if (found.length === 1) return found[0]!
  problems.push({
    where,
    message: found.length === 0
      ? `there is no unit ${JSON.stringify(code)}: expected a code of this catalogue or of the taxonomy underneath.`
      : `the unit ${JSON.stringify(code)} may be any of ${found.length}: name its decree, such as "${code}@27/2021".`,
  })
  return -1
}

function layClusters (rows: Array<ClusterRow<number>>, catalogue: Catalogue, replace: boolean, resolve: Resolve, problems: CatalogueProblem[]): void {
  const laid = new Set<string>()
  for (const cluster of catalogue.clusters) {
    const where = `cluster ${cluster.code}`
    const row = { ...cluster, units: [...new Set(cluster.units.map(code => resolve(code, where)))] }
    if (laid.has(row.code)) problems.push({ where, message: 'it stands in the catalogue twice: expected once.' })
    laid.add(row.code)

    const place = rows.findIndex(({ code }) => code === row.code)
    const known = rows[place]
    if (known === undefined) {
      rows.push(row)
      continue
    }
    const isSame = known.title === row.title && String(known.units) === String(row.units)
    if (isSame || replace) rows[place] = row
    else problems.push({ where, message: conflict(known.title, row.title) })
  }
}

function statedRelations (relations: Catalogue['relations'], resolve: Resolve, problems: CatalogueProblem[]): Array<StatedRelation & { via: string }> {
  return relations.map(relation => {
    const where = `relation ${relation.wanted} <- ${relation.held}`
    const wanted = resolve(relation.wanted, where)
    const held = resolve(relation.held, where)
    if (wanted === held && wanted >= 0) problems.push({ where, message: 'both ends are the same unit: expected two.' })
    return { wanted, held, perMille: relation.perMille, via: relation.via, note: -1 }
  })
}

/** How a clash of two titles under one code is told. */
function conflict (known: string, came: string): string {
  return `it is already ${JSON.stringify(known)}, the catalogue calls it ${JSON.stringify(came)}: expected the same thing, another code, or replace: true.`
}

function laidEdition (
  data: TaxonomyData,
  units: UnitTable,
  clusters: ClusterTable,
  { relations, catalogues }: { relations: TaxonomyData['relations'], catalogues: readonly Catalogue[] }
): TaxonomyData['edition'] {
  const content = JSON.stringify([units, clusters, relations])
  return {
    version: `${data.edition.version}+${fingerprint(content)}`,
    provenance: [
      ...data.edition.provenance,
      ...catalogues.map((catalogue, place) => ({
        table: `catalogue ${place + 1}`,
        rows: catalogue.units.length + catalogue.clusters.length + catalogue.relations.length,
        source: 'brought by the user of the package',
        edition: '',
        licence: '',
        collected: '',
        trust: 'as far as the user does',
      })),
    ],
  }
}
