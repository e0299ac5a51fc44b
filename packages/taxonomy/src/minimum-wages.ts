import type { WageTable } from './tables.ts'
import type { MinimumWage, Region, Register } from './types.ts'

/** Looks a wage up at the place itself, then at its regency, then at its province. */
export function minimumWageLookup (table: WageTable, regions: Register<Region>): (regionCode: string, year: number) => MinimumWage | undefined {
  const rows = new Map(table.regions.map((region, row) => [`${region}/${table.years[row]}`, row]))

  return (regionCode, year) => {
    let region = regions.get(regionCode)
    while (region !== undefined) {
      const row = rows.get(`${region.code}/${year}`)
      if (row !== undefined) {
        return { region: region.code, year, rupiah: table.rupiah[row]!, source: table.sourceNames[table.sources[row]!]! }
      }
      region = region.parent === null ? undefined : regions.at(region.parent)
    }
    return undefined
  }
}
