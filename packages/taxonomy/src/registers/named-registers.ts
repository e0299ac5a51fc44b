import { ColumnRegister, foldLooseCode } from '../register.ts'
import type { LicenceTable, NamedTable } from '../tables.ts'
import type { Licence, Named, Register } from '../types.ts'

/** Licences and certificates. `SIM B1`, `sim_b1` and `sim-b1` are the same code. */
export function createLicenceRegister (table: LicenceTable): Register<Licence> {
  const rows = new Map(table.codes.map((code, row) => [code, row]))
  const covers = table.covers.map(codes => Object.freeze(codes.map(code => rows.get(code)!)))
  return new ColumnRegister<Licence>({
    ...namedSource('licence', table),
    item: row => ({ ...namedItem(table, row), covers: covers[row]! }),
  })
}

/** Adjustments at work. */
export function createAccommodationRegister (table: NamedTable): Register<Named> {
  return new ColumnRegister<Named>({
    ...namedSource('accommodation', table),
    item: row => namedItem(table, row),
  })
}

function namedSource (noun: string, table: NamedTable) {
  return {
    noun,
    codes: table.codes,
    aliases: table.aliases,
    fold: foldLooseCode,
    names: (row: number): string[] => [
      table.titles[row]!,
      table.titlesEn[row]!,
      ...table.aliases.filter(([, code]) => code === table.codes[row]).map(([alias]) => alias),
    ],
  }
}

function namedItem (table: NamedTable, row: number): Named {
  return { index: row, code: table.codes[row]!, title: table.titles[row]!, titleEn: table.titlesEn[row]! }
}
