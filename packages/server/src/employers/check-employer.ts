import type { Taxonomy } from '@padan/taxonomy'
import { wrong } from '../errors/problem.ts'
import { findUnstorable } from '../store/check-records.ts'
import type { FieldError } from '../schemas/problem.ts'
import { readNib } from './firm-names.ts'
import type { Employer } from './employer-schema.ts'

/** What a schema cannot tell: numbers and codes that nobody gave out. */
export function checkEmployer (employer: Employer, taxonomy: Taxonomy): FieldError[] {
  const { nib, region, sector } = employer
  const errors = unstorable(employer)
  if (nib !== undefined && readNib(nib) === undefined) errors.push(wrong('/nib', 'bad-value', '13 digits', '13 angka'))
  if (taxonomy.regions.get(region) === undefined) errors.push(wrong('/region', 'unknown-code', 'a Kemendagri code such as 36.71 or 36.71.01', 'kode wilayah Kemendagri seperti 36.71 atau 36.71.01', region))
  if (sector !== undefined && taxonomy.sectors.get(sector) === undefined) errors.push(wrong('/sector', 'unknown-code', 'a KBLI code such as C or 25', 'kode KBLI seperti C atau 25', sector))
  return errors
}

/** Texts that the database could not give back as they came. */
export function unstorable (value: object): FieldError[] {
  const errors: FieldError[] = []
  findUnstorable(value, '', path => { errors.push(wrong(path, 'wrong-type', 'text without NUL characters and without broken characters', 'teks tanpa karakter NUL dan tanpa karakter rusak')) })
  return errors
}
