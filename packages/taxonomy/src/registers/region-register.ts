import { unpackInts } from '../packed-ints.ts'
import { ColumnRegister, foldLooseCode } from '../register.ts'
import type { RegionTable } from '../tables.ts'
import type { Region, Register } from '../types.ts'

/** Centroids are kept in hundred-thousandths of a degree. */
const COORDINATE_SCALE = 100_000

/** Provinces, regencies and cities, districts. `36.71.01` and `367101` are the same code. */
export function createRegionRegister (table: RegionTable): Register<Region> {
  const codes = Array.from(unpackInts(table.codes), dottedCode)
  const rows = new Map(codes.map((code, row) => [code, row]))
  const cities = new Set(table.cities)
  const otherNames = new Map<number, string[]>()
  for (const [name, row] of table.aliases) otherNames.set(row, [...otherNames.get(row) ?? [], name])
  const lat = unpackInts(table.lat)
  const lng = unpackInts(table.lng)

  return new ColumnRegister<Region>({
    noun: 'region',
    codes,
    fold: foldLooseCode,
    names: row => [table.names[row]!, ...otherNames.get(row) ?? []],
    item: row => {
      const code = codes[row]!
      return {
        index: row,
        code,
        name: table.names[row]!,
        kind: code.length === 2 ? 'province' : code.length === 8 ? 'district' : cities.has(row) ? 'city' : 'regency',
        parent: rows.get(code.slice(0, -3)) ?? null,
        lat: (lat[row]! - 90 * COORDINATE_SCALE) / COORDINATE_SCALE,
        lng: (lng[row]! - 180 * COORDINATE_SCALE) / COORDINATE_SCALE,
      }
    },
  })
}

/** 36 -> `36`, 3671 -> `36.71`, 367101 -> `36.71.01`. */
function dottedCode (digits: number): string {
  return String(digits).replace(/\B(?=(?:\d\d)+$)/g, '.')
}
