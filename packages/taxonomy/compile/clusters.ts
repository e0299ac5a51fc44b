import type { ClusterRow } from '../dist/cluster-rows.js'
import type { ClusterKind } from '../dist/types.js'
import type { UnitRow } from '../dist/unit-rows.js'
import { readOwnTable } from './read-table.ts'
import type { TableReader } from './read-table.ts'
import type { CollectedUnits } from './units.ts'

/** KKNI levels as some schemes print them. */
const ROMAN_LEVELS: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9 }

/** Both harvests of certification schemes, in file order, with the rows of their units. */
export function collectClusters (read: TableReader, units: CollectedUnits): Array<ClusterRow<UnitRow>> {
  const decrees = new Map(readOwnTable('scheme-unit-decrees.csv').map(row => [row.scheme!, row.decree!]))
  const members = new Map<string, UnitRow[]>()
  for (const fileName of ['skema_units.csv', 'skema_units_more.csv']) {
    for (const row of read(fileName)) {
      const scheme = row.skema_id!
      const unit = schemeUnit(units, row.kode_unit!, scheme, decrees.get(scheme))
      const listed = members.get(scheme) ?? []
      if (!listed.includes(unit)) members.set(scheme, [...listed, unit])
    }
  }

  return ['skema.csv', 'skema_more.csv'].flatMap(read).map(row => ({
    code: row.skema_id!,
    title: row.judul!,
    kind: row.jenis!.toLowerCase() as ClusterKind,
    kkni: row.jenjang_kkni === '' ? null : ROMAN_LEVELS[row.jenjang_kkni!] ?? Number(row.jenjang_kkni),
    occupation: row.kbji === '' ? null : row.kbji!,
    sector: row.kbli === '' ? null : row.kbli!,
    units: members.get(row.skema_id!)!,
  }))
}

/** A scheme that prints a shared code means the unit of the first harvest, unless the hand-made table names its decree. */
function schemeUnit (units: CollectedUnits, code: string, scheme: string, decree: string | undefined): UnitRow {
  const rows = units.byCode.get(code)
  if (rows === undefined) throw new Error(`Scheme ${scheme} lists the unit ${code}, which neither harvest holds.`)
  return rows.find(row => row.decree === decree) ?? rows[0]!
}
