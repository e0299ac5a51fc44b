/** What is wrong with a text that should be a NIK. The text itself is never repeated: it is, or nearly is, somebody's number. */
export type NikFault = 'not-16-digits' | 'no-region' | 'no-day' | 'no-month'

/** What a verifier should look at. None of it refuses anybody: a NIK once given with a mistake is never corrected. */
export type NikRemark = 'no-such-date' | 'birth-date-differs' | 'sex-differs'

export type Sex = 'male' | 'female'

/** On the day of birth of women. */
const WOMAN = 40
const SHOWN_DIGITS = 4

/** Takes out the spaces, dots and hyphens that people write between groups. */
export function plainNik (text: string): string {
  return text.replaceAll(/[\s.-]/g, '')
}

/**
 * What is wrong with a NIK (16 digits, as `plainNik` leaves them); undefined when it may be real. Its parts: six digits of the place of the first
 * registration, day (plus 40 for women), month and year of birth, four of a serial. Only what no office ever gives is refused.
 */
export function nikFault (nik: string): NikFault | undefined {
  if (!/^\d{16}$/.test(nik)) return 'not-16-digits'
  // Provinces are numbered from 11. Which ones there were when the number was given is not for us to know.
  if (Number(nik.slice(0, 2)) < 11) return 'no-region'
  const { day, month } = dateParts(nik)
  if (!(day >= 1 && day <= 31)) return 'no-day'
  if (!(month >= 1 && month <= 12)) return 'no-month'
  return undefined
}

/** What does not go together with what the person states. The place in a NIK is not compared: it says nothing about where somebody lives. */
export function nikRemarks (nik: string, stated: { birthDate: string, sex: Sex }): NikRemark[] {
  const { day, month, year, sex } = dateParts(nik)
  const remarks: NikRemark[] = []
  const short = `${pad(year)}-${pad(month)}-${pad(day)}`
  if (!['19', '20'].some(century => isDate(`${century}${short}`))) remarks.push('no-such-date')
  if (short !== stated.birthDate.slice(2)) remarks.push('birth-date-differs')
  if (sex !== stated.sex) remarks.push('sex-differs')
  return remarks
}

/** The last four digits, the others hidden: the first twelve tell sex and birth date. */
export function maskNik (nik: string): string {
  return nik.slice(-SHOWN_DIGITS).padStart(nik.length, '•')
}

function dateParts (nik: string): { day: number, month: number, year: number, sex: Sex } {
  const given = Number(nik.slice(6, 8))
  const day = given > WOMAN ? given - WOMAN : given
  return { day, month: Number(nik.slice(8, 10)), year: Number(nik.slice(10, 12)), sex: given > WOMAN ? 'female' : 'male' }
}

function isDate (text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

function pad (number: number): string {
  return String(number).padStart(2, '0')
}
