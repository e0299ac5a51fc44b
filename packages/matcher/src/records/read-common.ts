import type { Register, Taxonomy } from '@padan/taxonomy'
import { placeAt, type Place } from '../geo/place.ts'
import { anId, EACH_ONCE, FINER_THAN_PROVINCE, NOT_A_NIK, withDecree, type Words } from './expectations.ts'
import type { FieldReader } from './field-reader.ts'

export const A_UNIT: Words = { en: 'a competency unit', id: 'unit kompetensi' }
export const A_REGION: Words = { en: 'a kecamatan or kota/kabupaten', id: 'kecamatan atau kota/kabupaten' }
export const A_LEVEL: Words = { en: 'an education level', id: 'jenjang pendidikan' }
export const A_FIELD: Words = { en: 'a field of study', id: 'bidang studi' }
export const A_KBJI: Words = { en: 'an occupation (KBJI)', id: 'jabatan (KBJI)' }
export const A_KBLI: Words = { en: 'a sector (KBLI)', id: 'lapangan usaha (KBLI)' }
export const A_LICENCE: Words = { en: 'a licence', id: 'lisensi' }
export const AN_ACCOMMODATION: Words = { en: 'an accommodation', id: 'akomodasi yang layak' }

const LONGEST_ID = 128
/** Control characters, and halves of surrogate pairs standing alone, which no database and no URL can carry. */
const UNUSABLE = /[\p{Cc}\p{Cs}]/u
/** Province 11..99, four more digits, a day of birth (plus 40 for women), a month, a year and a serial number. */
const NIK = /^[1-9]\d{5}(0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(0[1-9]|1[0-2])\d{6}$/

/** Reads the id first, so that later problems can name the record. */
export function readId (reader: FieldReader, value: unknown): string {
  const expected = anId(LONGEST_ID)
  if (typeof value !== 'string') {
    reader.fail('/id', value === undefined ? 'missing' : 'wrong-type', expected, repeatable(value))
    return ''
  }
  if (value === '' || value.length > LONGEST_ID || value !== value.trim() || UNUSABLE.test(value)) {
    reader.fail('/id', 'bad-id', expected, repeatable(value))
    return ''
  }
  reader.id = value
  return value
}

/** The value, unless it may hold a NIK, which no message repeats. */
function repeatable (value: unknown): unknown {
  return /\d{12}/.test(String(value).replace(/[\s.-]/g, '')) ? undefined : value
}

/** A seeker's id that reads as a NIK is refused: it tells birth date and sex. The value is not repeated. */
export function refuseNik (reader: FieldReader, id: string): void {
  if (!NIK.test(id)) return
  reader.id = null
  reader.fail('/id', 'nik-as-id', NOT_A_NIK)
}

/** Where a record is: its point when it has one, else the centroid of its region, else null. */
export function readPlace (reader: FieldReader, taxonomy: Taxonomy, region: unknown, point: unknown): Place | null {
  const centroid = region === undefined ? null : readRegion(reader, taxonomy, region)
  if (point === undefined) return centroid
  const fields = reader.object(point, '/point', ['lat', 'lng'])
  if (fields === undefined) return null
  const lat = reader.degrees(fields.lat, '/point/lat', 90)
  const lng = reader.degrees(fields.lng, '/point/lng', 180)
  return reader.problems.length > 0 ? null : placeAt(lat, lng)
}

function readRegion (reader: FieldReader, taxonomy: Taxonomy, value: unknown): Place | null {
  const index = reader.code(value, '/region', taxonomy.regions, A_REGION)
  if (index < 0) return null
  const centroid = centroidOf(taxonomy, index)
  if (centroid === null) reader.fail('/region', 'too-coarse', FINER_THAN_PROVINCE, value)
  return centroid
}

/** Centroids that have been asked for, by region: many people share one, and a place costs four sines. */
const CENTROIDS = new WeakMap<Taxonomy, (Place | null | undefined)[]>()

/** The middle of a region; null for a province. */
function centroidOf (taxonomy: Taxonomy, index: number): Place | null {
  const places = CENTROIDS.get(taxonomy) ?? []
  CENTROIDS.set(taxonomy, places)
  const known = places[index]
  if (known !== undefined) return known
  const { kind, lat, lng } = taxonomy.regions.at(index)
  const place = kind === 'province' ? null : placeAt(lat, lng)
  places[index] = place
  return place
}

/** Indexes of a list of codes, each at most once. */
export function readCodes (
  reader: FieldReader, value: unknown, path: string, least: number, most: number,
  register: Register<unknown>, what: Words
): number[] {
  const indexes: number[] = []
  reader.each(value, path, least, most, code => {
    const index = reader.code(code, '', register, what)
    if (index >= 0 && indexes.includes(index)) reader.fail('', 'duplicate', EACH_ONCE, code)
    indexes.push(index)
  })
  return indexes
}

/** A list of codes as a bit set. */
export function readCodeSet (reader: FieldReader, value: unknown, path: string, register: Taxonomy['accommodations'], what: Words): number {
  let bits = 0
  for (const index of readCodes(reader, value, path, 0, register.size, register, what)) bits |= 1 << index
  return bits
}

/** A unit's index, telling an unknown code from one that needs its decree. */
export function readUnit (reader: FieldReader, taxonomy: Taxonomy, value: unknown, path: string): number {
  const index = typeof value === 'string' ? taxonomy.units.indexOf(value) : -1
  if (index >= 0) return index
  const candidates = typeof value === 'string' ? taxonomy.units.candidates(value) : []
  if (candidates.length > 1) {
    reader.fail(path, 'ambiguous-code', withDecree(candidates), value)
    return -1
  }
  return reader.code(value, path, taxonomy.units, A_UNIT)
}
