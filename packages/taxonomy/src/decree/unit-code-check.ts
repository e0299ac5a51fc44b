import { tidyCode } from '../unit-code.ts'
import type { LineLog } from './line-log.ts'

/** A printed code: three to six parts between dots, which a broken line may have spread. Bounded, so that it is cheap. */
const CODE = /^([A-Za-z0-9]{1,12}(?:\s?\.\s?[A-Za-z0-9-]{1,12}){2,5})\.?(?=\s|$)/

/** The patterns that SKKNI codes follow: `C.24LAS01.001.1`, `M.702090.001.01`, `TIK.SM01.001.01`. */
const PATTERNS = [/^[A-Z]\.\d\d[A-Z]{3}\d\d\.\d{3}\.\d{1,2}$/, /^[A-Z]\.\d{5,6}\.\d{3}\.\d{1,2}$/, /^[A-Z]{2,3}\.[A-Z]{2}\d\d\.\d{3}\.\d\d$/, /^D\d\.[A-Z]{3}\.CL\d{1,2}\.\d\d$/]

/** Shapes with a digit or a look-alike letter in every place of a digit, and the other way round. */
const LOOK_ALIKES = /[OIL01]/

/** The code at the beginning of a text, as printed, and what follows it; undefined where there is none. */
export function codeAtStart (text: string): { printed: string, rest: string } | undefined {
  const match = CODE.exec(text)
  if (match === null || !/\d/.test(match[1]!)) return undefined
  return { printed: match[1]!, rest: text.slice(match[0].length).trim() }
}

/** The tidy code. What was tidied away, a pattern that is not kept and letters that may be digits are told. */
export function checkedCode (printed: string, place: number, log: LineLog): string {
  const code = tidyCode(printed)
  if (code !== '' && code !== printed.trim()) log.find('code-spelling', place, code, printed)
  if (code === '') log.find('no-code', place, null, printed)
  if (code === '' || isPatterned(code)) return code
  const meant = LOOK_ALIKES.test(code) ? likelyCodes(code) : []
  if (meant.length > 0) log.find('code-doubtful', place, code, `${code} -> ${meant.join(', ')}?`)
  else log.find('code-pattern', place, code, code)
  return code
}

export function isPatterned (code: string): boolean {
  return PATTERNS.some(pattern => pattern.test(code))
}

/** Codes of a good pattern that look like this one: digits for letters after the first part, or letters for digits in the family. */
function likelyCodes (code: string): string[] {
  const asDigits = (text: string): string => text.replaceAll('O', '0').replace(/[IL]/g, '1')
  const asLetters = (text: string): string => text.replaceAll('0', 'O').replaceAll('1', 'I')
  const parts = code.split('.')
  const tail = parts.slice(2).map(asDigits)
  const [head = '', family = ''] = parts
  const families = [asDigits(family), asDigits(family.slice(0, 2)) + asLetters(family.slice(2, 5)) + asDigits(family.slice(5)), asLetters(family.slice(0, 2)) + asDigits(family.slice(2))]
  return [...new Set(families.map(middle => [asLetters(head), middle, ...tail].join('.')))].filter(isPatterned)
}
