import { packInts } from './packed-ints.ts'
import { clusterUnits } from './registers/cluster-register.ts'
import type { ClusterTable } from './tables.ts'
import type { ClusterKind } from './types.ts'

/** One cluster, its units given by whatever the caller counts units by. */
export interface ClusterRow<UnitRef> {
  code: string
  title: string
  kind: ClusterKind
  kkni: number | null
  occupation: string | null
  sector: string | null
  units: UnitRef[]
}

/** The table of the rows, in their order. */
export function clusterTable (rows: ReadonlyArray<ClusterRow<number>>): ClusterTable {
  return {
    codes: rows.map(({ code }) => code),
    titles: rows.map(({ title }) => title),
    kinds: rows.map(({ kind }) => kind),
    kkni: rows.map(({ kkni }) => kkni),
    occupations: rows.map(({ occupation }) => occupation),
    sectors: rows.map(({ sector }) => sector),
    sizes: rows.map(({ units }) => units.length),
    units: packInts(rows.flatMap(({ units }) => units)),
  }
}

/** The rows of a table, in order: what `clusterTable` was given. */
export function clusterRows (table: ClusterTable): Array<ClusterRow<number>> {
  return clusterUnits(table).map((units, row) => ({
    code: table.codes[row]!,
    title: table.titles[row]!,
    kind: table.kinds[row]!,
    kkni: table.kkni[row]!,
    occupation: table.occupations[row]!,
    sector: table.sectors[row]!,
    units,
  }))
}
