import { unpackInts } from '../packed-ints.ts'
import { ColumnRegister, foldPlainCode } from '../register.ts'
import type { ClusterTable } from '../tables.ts'
import type { Cluster, Register } from '../types.ts'

/** Certification schemes and the units they hold. */
export function createClusterRegister (table: ClusterTable): Register<Cluster> {
  const members = clusterUnits(table).map(units => Object.freeze(units))
  return new ColumnRegister<Cluster>({
    noun: 'cluster',
    codes: table.codes,
    fold: foldPlainCode,
    names: row => [table.titles[row]!],
    item: row => ({
      index: row,
      code: table.codes[row]!,
      title: table.titles[row]!,
      kind: table.kinds[row]!,
      kkni: table.kkni[row]!,
      occupation: table.occupations[row]!,
      sector: table.sectors[row]!,
      units: members[row]!,
    }),
  })
}

/** The unit rows of every cluster, in the scheme's own order. */
export function clusterUnits (table: ClusterTable): number[][] {
  const units = Array.from(unpackInts(table.units))
  let start = 0
  return table.sizes.map(size => {
    start += size
    return units.slice(start - size, start)
  })
}
