import { unprintable } from '../forms/pdf.ts'
import { Problem } from '../errors/problem.ts'
import type { FieldError } from '../schemas/problem.ts'
import { isDay } from '../time.ts'
import { ageOn } from './days.ts'
import { nikFault, plainNik, type NikFault } from './nik.ts'
import type { PersonDetails } from './person.ts'

/** Children under 15 may not work. */
export const LEAST_AGE = 15
export const ADULT_AGE = 18
const OLDEST = 110

const NIK_FAULTS: Readonly<Record<NikFault, readonly [string, string]>> = {
  'not-16-digits': ['a NIK of 16 digits', 'NIK 16 angka'],
  'no-region': ['a NIK whose first two digits are a province (11 or more)', 'NIK yang dua angka pertamanya kode provinsi (11 atau lebih)'],
  'no-day': ['a NIK whose 7th and 8th digits are a day (01 to 31, or 41 to 71)', 'NIK yang angka ke-7 dan ke-8 menyatakan tanggal (01 sampai 31, atau 41 sampai 71)'],
  'no-month': ['a NIK whose 9th and 10th digits are a month (01 to 12)', 'NIK yang angka ke-9 dan ke-10 menyatakan bulan (01 sampai 12)'],
}

/**
 * What a schema cannot say. Returns the details with a plain NIK. Values are never repeated in what is told. Throws Problem `bad-request-field` or
 * `too-young`.
 */
export function checkedDetails (details: PersonDetails, today: string): PersonDetails {
  const errors: FieldError[] = []
  const refuse = (pointer: string, expected: string, expectedId: string): void => {
    errors.push({ pointer, code: 'bad-value', expected, message: `At ${pointer}: expected ${expected}.`, messageId: `Pada ${pointer}: seharusnya ${expectedId}.` })
  }
  const nik = details.nik === undefined ? undefined : plainNik(details.nik)
  const fault = nik === undefined ? undefined : nikFault(nik)
  if (fault !== undefined) refuse('/person/nik', ...NIK_FAULTS[fault])
  const age = isDay(details.birthDate) ? ageOn(details.birthDate, today) : -1
  if (age < 0 || age > OLDEST) refuse('/person/birthDate', 'the day of birth of somebody alive, YYYY-MM-DD', 'tanggal lahir yang mungkin, TTTT-BB-HH')
  walk(details, '/person', (pointer, character) => {
    const shown = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`
    refuse(pointer, `letters that the forms can print, as on the identity card (not ${shown})`, `huruf yang dapat dicetak, seperti pada KTP (bukan ${shown})`)
  })
  if (errors.length > 0) throw new Problem('bad-request-field', { errors })
  if (age < LEAST_AGE) throw new Problem('too-young')
  return { ...details, ...(nik === undefined ? {} : { nik }) }
}

function walk (value: unknown, pointer: string, tell: (pointer: string, character: string) => void): void {
  if (typeof value === 'string') {
    const character = unprintable(value)
    if (character !== undefined) tell(pointer, character)
  } else if (value !== null && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) walk(child, `${pointer}/${key}`, tell)
  }
}
