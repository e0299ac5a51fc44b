import { readAll } from './xml-events.ts'

/** How the numbers of a cell are shown, as far as it says what they are. */
export type NumberFormat = { kind: 'general' } | { kind: 'day' } | { kind: 'padded', whole: number, decimals: number }

const GENERAL: NumberFormat = { kind: 'general' }
/** Formats without a text of their own that show a day; those that show a time of day alone are numbers to us. */
const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const BUILT_IN_TEXTS: Readonly<Record<number, string>> = { 1: '0', 2: '0.00' }
const PADDED = /^(0+)(?:\.(0+))?$/
const UNIX_DAY_1900 = -25_569
const UNIX_DAY_1904 = -24_107
const DAY_MS = 86_400_000
const LAST_DAY = 2_958_465

/** The format of each cell style, from the part that lists them. */
export async function readNumberFormats (chunks: AsyncIterable<Uint8Array>): Promise<NumberFormat[]> {
  const texts = new Map<number, string>()
  const styles: number[] = []
  let isInStyles = false
  await readAll(chunks, {
    open: (name, attributes) => {
      if (name === 'numFmt') texts.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') isInStyles = true
      else if (name === 'xf' && isInStyles) styles.push(Number(attributes.numFmtId ?? 0))
    },
    close: name => { if (name === 'cellXfs') isInStyles = false },
  })
  return styles.map(id => formatOf(id, texts.get(id) ?? BUILT_IN_TEXTS[id]))
}

function formatOf (id: number, text: string | undefined): NumberFormat {
  if (text === undefined) return BUILT_IN_DAYS.has(id) ? { kind: 'day' } : GENERAL
  const padded = PADDED.exec(text)
  if (padded !== null) return { kind: 'padded', whole: padded[1].length, decimals: padded[2]?.length ?? 0 }
  // What is quoted, escaped or in brackets is not a placeholder.
  return /[dy]/i.test(text.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/general/i.test(text) ? { kind: 'day' } : GENERAL
}

/**
 * A number as the text a person would have typed: a day as `YYYY-MM-DD`, a code with the zeros before it that its format shows. Digits are
 * never rounded away. A number that cannot be a day stays a number.
 */
export function shownNumber (value: string, format: NumberFormat = GENERAL, countsFrom1904: boolean = false): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  if (format.kind === 'day' && number >= 1 && number < LAST_DAY) return dayOf(Math.floor(number), countsFrom1904)
  const plain = Math.abs(number) < 1e15 ? String(number) : value
  if (format.kind !== 'padded' || !/^\d+(\.\d+)?$/.test(plain)) return plain
  const [whole, decimals] = plain.split('.')
  return whole.padStart(format.whole, '0') + (decimals === undefined ? '' : `.${decimals.padEnd(format.decimals, '0')}`)
}

/** Day 60 of the calendar from 1900 is 29 February 1900, which never was; days before it are one too low. */
function dayOf (serial: number, countsFrom1904: boolean): string {
  const day = countsFrom1904 ? serial + UNIX_DAY_1904 : serial + UNIX_DAY_1900 + (serial < 60 ? 1 : 0)
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
