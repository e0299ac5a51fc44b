import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { Type, type Static } from 'typebox'
import { ExpectedError } from '../errors/expected-error.ts'
import type { FormOffice } from '../forms/office.ts'
import { unprintable } from '../forms/pdf.ts'
import { PictureError, readPicture, type Picture } from '../forms/picture.ts'
import { DEFAULT_KEEPING, type Keeping } from '../privacy/keeping.ts'
import { readPattern, type NumberPattern } from './number-pattern.ts'

const line = (maxLength: number) => Type.String({ minLength: 1, maxLength })

/** The file that says whose cards these are (setting `PADAN_OFFICE`). */
export const OfficeFileSchema = Type.Object({
  region: Type.String({ pattern: '^\\d{2}(\\.\\d{2})?$', description: 'Kemendagri code of the kota, kabupaten or province.' }),
  government: line(80),
  name: line(80),
  place: line(40),
  signer: Type.Object({ name: line(80), nip: Type.Optional(line(30)), title: Type.Optional(line(80)) }, { additionalProperties: false }),
  address: Type.Optional(line(160)),
  phone: Type.Optional(line(40)),
  email: Type.Optional(line(80)),
  web: Type.Optional(line(80)),
  logo: Type.Optional(Type.String({ description: 'A JPEG or PNG, by its path from this file.' })),
  numberPattern: Type.String({ default: '{region:4}{date:6}{serial:6}' }),
  publicUrl: Type.Optional(Type.String({ pattern: '^https?://[^\\s/]+(/[^\\s]*[^\\s/])?$', description: 'Where the public reaches this service: the QR code leads there.' })),
  holidays: Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), { default: [], description: 'Days on which the promise of 24 hours does not run.' }),
  reportGraceDays: Type.Integer({ default: 30, minimum: 0, maximum: 180, description: 'Days after a due report before the registration is removed.' }),
  keepDays: Type.Object({
    people: Type.Integer({ default: DEFAULT_KEEPING.people, minimum: 365, maximum: 36_500, description: 'Who was placed or left the register.' }),
    applicants: Type.Integer({ default: DEFAULT_KEEPING.applicants, minimum: 30, maximum: 36_500, description: 'Registrations that never came to a card.' }),
  }, { default: {}, additionalProperties: false, description: 'Days after the last thing that happened until somebody is erased.' }),
  showStatus: Type.Boolean({ default: false, description: 'Print marital status and religion on the card, as older cards do.' }),
}, { additionalProperties: false })

export interface Office extends FormOffice {
  region: string
  pattern: NumberPattern
  publicUrl?: string
  holidays: ReadonlySet<string>
  reportGraceDays: number
  keepDays: Readonly<Keeping>
  showStatus: boolean
  logoPicture?: Picture
}

/** Thrown at start for an office file that cannot be used. */
export class OfficeError extends ExpectedError {
  override readonly name = 'OfficeError'
}

/** Reads the office file. Throws OfficeError, or PatternError for its number pattern. */
export function readOffice (path: string): Office {
  let given: unknown
  try {
    given = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new OfficeError(`The office file ${path} cannot be read as JSON: ${(error as Error).message}.`)
  }
  return officeOf(given, path)
}

/** The office that a file describes; `path` is for its logo, and for messages. */
export function officeOf (given: unknown, path: string = 'office.json'): Office {
  const ajv = new Ajv({ allErrors: true, useDefaults: true })
  const copy: unknown = structuredClone(given)
  if (!ajv.validate(OfficeFileSchema, copy)) throw new OfficeError(`The office file ${path} cannot be used: ${ajv.errorsText(ajv.errors, { dataVar: 'it' })}.`)
  const { numberPattern, holidays, logo, ...file } = copy as Static<typeof OfficeFileSchema>
  for (const text of [file.government, file.name, file.place, file.address, file.signer.name, file.signer.title]) {
    const character = text === undefined ? undefined : unprintable(text)
    if (character !== undefined) throw new OfficeError(`The office file ${path} has the character '${character}', which the forms cannot print.`)
  }
  return Object.freeze({ ...file, pattern: readPattern(numberPattern), holidays: new Set(holidays), ...(logo === undefined ? {} : { logoPicture: readLogo(resolve(dirname(path), logo)) }) })
}

function readLogo (path: string): Picture {
  try {
    return readPicture(readFileSync(path))
  } catch (error) {
    const why = error instanceof PictureError ? error.message : (error as Error).message
    throw new OfficeError(`The office's logo ${path} cannot be used: ${why}`)
  }
}
