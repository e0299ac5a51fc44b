import type { LevelTable, LicenceTable, NamedTable, OccupationTable, SectorTable } from '../dist/tables.js'
import { cellList, readOwnTable } from './read-table.ts'
import type { Row, TableReader } from './read-table.ts'

/** The ladder in file order, with the names its rungs go by. */
export function compileLevels (read: TableReader): LevelTable {
  const rows = read('jenjang_pendidikan_kkni.csv')
  const own = new Map(readOwnTable('levels.csv').map(row => [row.code!, row]))
  return {
    codes: rows.map(row => row.kode!),
    titles: rows.map(row => row.nama!),
    ranks: rows.map(row => Number(row.urutan)),
    kkni: rows.map(row => row.jenjang_kkni === '' ? null : Number(row.jenjang_kkni)),
    general: rows.flatMap((row, place) => own.get(row.kode!)!.general === 'yes' ? place : []),
    aliases: rows.flatMap(row => aliasPairs(own.get(row.kode!)!)),
  }
}

/** KBJI in code order; descriptions stay behind. */
export function compileOccupations (read: TableReader): OccupationTable {
  const rows = read('kbji2014.csv').toSorted((a, b) => a.kode! < b.kode! ? -1 : 1)
  const isco08 = read('kbji2014_isco08.csv')
  for (const row of isco08) {
    if (row.kbji4 !== row.isco08) throw new Error(`KBJI ${row.kbji4} is ISCO-08 ${row.isco08}: expected the same digits.`)
  }
  return {
    codes: rows.map(row => row.kode!),
    titles: rows.map(row => row.judul!),
    isco08: isco08.map(row => row.kbji4!).sort(),
  }
}

/** KBLI, section by section; descriptions stay behind. */
export function compileSectors (read: TableReader): SectorTable {
  const rows = read('kbli2020.csv').toSorted((a, b) => sectorKey(a) < sectorKey(b) ? -1 : 1)
  return { codes: rows.map(row => row.kode!), titles: rows.map(row => row.judul!) }
}

/** Licences, made by hand. */
export function compileLicences (): LicenceTable {
  const rows = readOwnTable('licences.csv')
  return { ...namedTable(rows), covers: rows.map(row => cellList(row.covers!)) }
}

/** Adjustments at work, made by hand. */
export function compileAccommodations (): NamedTable {
  return namedTable(readOwnTable('accommodations.csv'))
}

function namedTable (rows: readonly Row[]): NamedTable {
  return {
    codes: rows.map(row => row.code!),
    titles: rows.map(row => row.title!),
    titlesEn: rows.map(row => row.title_en!),
    aliases: rows.flatMap(aliasPairs),
  }
}

function aliasPairs (row: Row): Array<[string, string]> {
  return cellList(row.aliases!).map(alias => [alias, row.code!])
}

/** Sorts a section before everything in it: `A`, `A01`, `A011`. */
function sectorKey (row: Row): string {
  return row.digit === '1' ? row.kategori! : `${row.kategori}${row.kode}`
}
