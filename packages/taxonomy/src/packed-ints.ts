/**
 * Integers as text. Columns of numbers ship as strings of fixed-width base-64 digits: a third of the size of a JSON array
 * and read by one flat loop, in Node and in a browser alike.
 */

/** One column: `width` digits an integer, most significant first. */
export interface PackedInts {
  width: number
  text: string
}

/** The 64 digits, in the order of their value. All are plain ASCII that JSON leaves alone. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'

/** Value of a digit by its character code; ASCII only. */
const DIGIT_VALUES: Uint8Array = digitValues()

/** Packs integers of 0 and above, as narrow as the largest one allows. Throws RangeError for a number that does not fit 30 bits. */
export function packInts (values: ArrayLike<number>): PackedInts {
  let largest = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** 30) {
      throw new RangeError(`Only integers from 0 to 2^30 - 1 can be packed, got ${value} at position ${i}.`)
    }
    if (value > largest) largest = value
  }
  let width = 1
  while (64 ** width <= largest) width++

  let text = ''
  for (let i = 0; i < values.length; i++) {
    for (let shift = 6 * (width - 1); shift >= 0; shift -= 6) text += DIGITS[(values[i]! >> shift) & 63]
  }
  return { width, text }
}

/** Reads what `packInts` wrote. */
export function unpackInts (packed: PackedInts): Int32Array {
  const { width, text } = packed
  const length = text.length / width
  const values = new Int32Array(length)
  let pos = 0
  for (let i = 0; i < length; i++) {
    let value = 0
    for (let digit = 0; digit < width; digit++) value = (value << 6) | DIGIT_VALUES[text.charCodeAt(pos++)]!
    values[i] = value
  }
  return values
}

function digitValues (): Uint8Array {
  const values = new Uint8Array(128)
  for (let value = 0; value < DIGITS.length; value++) values[DIGITS.charCodeAt(value)] = value
  return values
}
