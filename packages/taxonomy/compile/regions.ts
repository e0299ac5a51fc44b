import { packInts } from '../dist/packed-ints.js'
import type { RegionTable, WageTable } from '../dist/tables.js'
import type { Row, TableReader } from './read-table.ts'

/** Centroids are kept in hundred-thousandths of a degree, about a metre. */
const COORDINATE_SCALE = 100_000

/** Provinces, regencies and cities, districts, with the names that adverts use. */
export function compileRegions (read: TableReader): RegionTable {
  const provinces = read('region_provinsi.csv').toSorted(byCode)
  const regencies = read('region_kabkota.csv').toSorted(byCode)
  const districts = read('region_kecamatan.csv').toSorted(byCode)
  const rows = [...provinces, ...regencies, ...districts]
  const places = new Map(rows.map((row, place) => [row.kode_kemendagri!, place]))
  return {
    codes: packInts(rows.map(row => Number(row.kode_kemendagri!.replaceAll('.', '')))),
    names: rows.map(row => row.nama!),
    cities: regencies.filter(row => row.tipe === 'kota').map(row => places.get(row.kode_kemendagri!)!),
    lat: packInts(rows.map(row => scaled(row.lat!, 90))),
    lng: packInts(rows.map(row => scaled(row.lng!, 180))),
    aliases: read('lokasi_alias.csv')
      .filter(row => row.kode_kemendagri !== '')
      .flatMap(row => aliasNames(row.lokasi_teks!).map((name): [string, number] => [name, places.get(row.kode_kemendagri!)!])),
  }
}

/** Minimum wages by regency, then by province. A wage of 0 says that the place had none of its own yet, and is left out. */
export function compileWages (read: TableReader): WageTable {
  const rows = [
    ...read('umk.csv').map(row => ({ region: row.kode_kemendagri!, year: row.tahun!, rupiah: row.umk_rupiah!, source: row.sumber! })),
    ...read('ump.csv').map(row => ({ region: row.kode_provinsi!, year: row.tahun!, rupiah: row.ump_rupiah!, source: row.sumber! })),
  ].filter(({ rupiah }) => Number(rupiah) > 0)
  const sourceNames = [...new Set(rows.map(({ source }) => source))]
  return {
    regions: rows.map(({ region }) => region),
    years: rows.map(({ year }) => Number(year)),
    rupiah: rows.map(({ rupiah }) => Math.ceil(Number(rupiah))),
    sources: rows.map(({ source }) => sourceNames.indexOf(source)),
    sourceNames,
  }
}

/** `Surakarta / Solo` is two names. */
function aliasNames (text: string): string[] {
  return text.split(' / ')
}

function scaled (degrees: string, offset: number): number {
  return Math.round((Number(degrees) + offset) * COORDINATE_SCALE)
}

function byCode (a: Row, b: Row): number {
  return a.kode_kemendagri! < b.kode_kemendagri! ? -1 : 1
}
