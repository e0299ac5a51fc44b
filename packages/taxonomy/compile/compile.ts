import { fileURLToPath } from 'node:url'
import { clusterTable } from '../dist/cluster-rows.js'
import { deriveRelations } from '../dist/relations/derive-relations.js'
import { unitTable } from '../dist/unit-rows.js'
import { compileAccommodations, compileLevels, compileLicences, compileOccupations, compileSectors } from './classifications.ts'
import { collectClusters } from './clusters.ts'
import { conceptTable, readConcepts } from './concepts.ts'
import { compileFields } from './fields.ts'
import { provenanceOf } from './provenance.ts'
import { readOwnTable, tableReader } from './read-table.ts'
import { compileRegions, compileWages } from './regions.ts'
import { compileRoots, compileWordCounts } from './roots.ts'
import { compileSynonyms } from './synonyms.ts'
import { collectUnits } from './units.ts'
import { dataDigest, writeData } from './write-data.ts'

/** Month in which the sources were collected: the first half of the version. */
const EDITION = '2026.11'

const DATA_FOLDER = fileURLToPath(new URL('../data/', import.meta.url))

const [sources, folder = DATA_FOLDER] = process.argv.slice(2)
if (sources === undefined) {
  process.stderr.write('Usage: compile-data <folder of the source tables> [folder to write to]\n')
  process.exitCode = 2
} else {
  compile(sources, folder)
}

function compile (from: string, to: string): void {
  const read = tableReader(from)
  const collected = collectUnits(read)
  const units = unitTable(collected.rows)
  const places = new Map(collected.rows.map((row, place) => [row, place]))
  const clusters = clusterTable(collectClusters(read, collected).map(row => ({ ...row, units: row.units.map(unit => places.get(unit)!) })))
  const families = readOwnTable('unit-families.csv').map((row): [string, string] => [row.left!, row.right!])
  const tables = {
    units,
    clusters,
    relations: deriveRelations(units, clusters, families),
    levels: compileLevels(read),
    fields: compileFields(read),
    occupations: compileOccupations(read),
    sectors: compileSectors(read),
    regions: compileRegions(read),
    licences: compileLicences(),
    accommodations: compileAccommodations(),
    concepts: conceptTable(readConcepts(), clusters),
    wages: compileWages(read),
  }
  const version = `${EDITION}-${dataDigest(tables)}`
  const sizes = writeData(to, { edition: { version, provenance: provenanceOf(tables) }, ...tables, synonyms: compileSynonyms(), roots: compileRoots(), words: compileWordCounts() })

  process.stdout.write(`${version}\n`)
  for (const [name, bytes] of Object.entries(sizes)) process.stdout.write(`${name.padEnd(16)}${String(bytes).padStart(9)}\n`)
}
