import type { Confidence, UnitFormat } from './types.ts'

/** Standards by their letter in the unit table. */
export const UNIT_FORMATS: Readonly<Record<string, UnitFormat>> = Object.freeze({
  k: 'kbli',
  l: 'lama',
  c: 'catc-asean',
  s: 'standar-khusus',
  i: 'standar-internasional',
  p: 'permen-esdm',
})

/** Confidences by their letter in the unit table. */
export const CONFIDENCES: Readonly<Record<string, Confidence>> = Object.freeze({ o: 'official', m: 'multi', s: 'single' })

/** Longer input is no code; the bound keeps hostile text from costing anything. */
const MAX_CODE_LENGTH = 100

/** The two SKKNI patterns end in a unit number of three digits and a version of one or two. */
const VERSION_SUFFIX = /^(.*\.\d{3})\.\d{1,2}$/

/** A modern code whose three family letters may have been typed as digits: `J.630PR00`, `M.711GN00`. */
const FAMILY_LETTERS = /^([A-Z]\.\d\d)([A-Z01]{3})(\d\d\.\d{3}\.\d{1,2})$/

/** Upper case, no white space, no stray dots: how a code is written in our records. Empty when the input cannot be a code. */
export function tidyCode (text: string): string {
  if (typeof text !== 'string' || text.length > MAX_CODE_LENGTH) return ''
  return text.toUpperCase().replace(/\s+/g, '').replace(/\.{2,}/g, '.').replace(/^\.|\.$/g, '')
}

/**
 * A code with every slip folded away that free text is known to hold: dots in the wrong place, `O` for `0`, `I` for `1`,
 * zeros before the version number. Different codes may fold to the same text: whoever looks up by it counts the answers.
 */
export function foldCode (tidy: string): string {
  const lastDot = tidy.lastIndexOf('.')
  const stem = lastDot < 0 ? tidy : tidy.slice(0, lastDot)
  const version = lastDot < 0 ? '' : tidy.slice(lastDot + 1)
  return `${foldStem(stem)}.${foldLetters(version).replace(/^0+(?=.)/, '')}`
}

/** The folded form of a code that lacks its version. */
export function foldStem (tidy: string): string {
  return foldLetters(tidy.replace(/\./g, ''))
}

/** The code without its version, for the two SKKNI patterns; undefined where the last part is not a version. */
export function versionStem (plainCode: string, format: UnitFormat): string | undefined {
  if (format !== 'kbli' && format !== 'lama') return undefined
  return VERSION_SUFFIX.exec(plainCode)?.[1]
}

/** The code with letters put back where the modern pattern has letters and a source printed digits; other codes unchanged. */
export function repairFamilyLetters (plainCode: string): string {
  return plainCode.replace(FAMILY_LETTERS, (code, head: string, letters: string, tail: string) =>
    /[A-Z]/.test(letters) ? head + letters.replaceAll('0', 'O').replaceAll('1', 'I') + tail : code)
}

/** A decree as `number/year`, from any of its usual forms (`Kepmenaker Nomor 27 Tahun 2021`, `KEP.46/MEN/II/2009`); null when it is none. */
export function shortDecree (text: string): string | null {
  const match = /^\D*(\d{1,4})(?:\D.*\D|\D)(\d{4})$/.exec(text.trim())
  return match === null ? null : `${Number(match[1])}/${match[2]}`
}

/** The year in a short decree. */
export function decreeYear (decree: string): number {
  return Number(decree.slice(decree.indexOf('/') + 1))
}

/** The pattern a code follows, for catalogues that do not say: the two SKKNI patterns, else another standard. */
export function formatOfCode (plainCode: string): UnitFormat {
  if (/^[A-Z]\.[0-9A-Z.]+\.\d{3}\.\d{1,2}$/.test(plainCode)) return 'kbli'
  if (/^[A-Z]{3}\.[A-Z]{2}\d{2}\.\d{3}\.\d{2}$/.test(plainCode)) return 'lama'
  return 'standar-khusus'
}

function foldLetters (text: string): string {
  return text.replaceAll('O', '0').replaceAll('I', '1')
}
