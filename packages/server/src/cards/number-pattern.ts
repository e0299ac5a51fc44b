import { ExpectedError } from '../errors/expected-error.ts'

/** Thrown at start for a pattern that cannot be used. */
export class PatternError extends ExpectedError {
  override readonly name = 'PatternError'
}

type Part = 'region' | 'date' | 'year' | 'month' | 'serial'
interface Piece { part: Part | 'text', digits: number, text: string }

/** How an office writes the numbers of its cards. */
export interface NumberPattern {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Length of each piece: how the boxes on the card are grouped. */
  readonly groups: readonly number[]
  /** The serial begins anew each year, because the year is in the number. */
  readonly yearly: boolean
  /** The greatest serial that fits. */
  readonly mostSerial: number
}

const WIDTHS: Readonly<Record<Part, readonly number[]>> = { region: [2, 4], date: [6, 8], year: [2, 4], month: [2], serial: [4, 5, 6, 7, 8, 9] }
const LONGEST = 24

/**
 * Reads a pattern such as `{region:4}{date:6}{serial:6}`. `region`: the first digits of the office's place; `date`: the day of issue, 6 as DDMMYY, 8 as
 * YYYYMMDD; `year`, `month`; `serial`: a running number, exactly once. Between them letters, digits, `-`, `/` and `.` may stand. Throws PatternError.
 */
export function readPattern (text: string): NumberPattern {
  const refuse = (why: string): never => {
    throw new PatternError(`The number pattern '${text}' cannot be used: ${why}. An example is {region:4}{date:6}{serial:6}.`)
  }
  const pieces: Piece[] = []
  for (const [piece, part, width] of text.matchAll(/\{([a-z]*):(\d*)\}|[^{]+|\{/g)) {
    if (part === undefined) {
      if (!/^[A-Za-z0-9/.-]+$/.test(piece)) refuse(`'${piece}' is neither a part in braces nor letters, digits, - / or .`)
      pieces.push({ part: 'text', digits: piece.length, text: piece })
      continue
    }
    const widths = Object.hasOwn(WIDTHS, part) ? WIDTHS[part as Part] : refuse(`there is no part '${part}'`)
    if (!widths.includes(Number(width))) refuse(`'${part}' takes ${widths.join(' or ')} digits, got '${width}'`)
    pieces.push({ part: part as Part, digits: Number(width), text: '' })
  }
  const serials = pieces.filter(({ part }) => part === 'serial')
  if (serials.length !== 1) refuse(`it needs one serial, it has ${serials.length}`)
  const groups = pieces.map(({ digits }) => digits)
  const length = groups.reduce((sum, digits) => sum + digits, 0)
  if (length > LONGEST) refuse(`numbers would have ${length} characters, more than ${LONGEST}`)
  const yearly = pieces.some(({ part }) => part === 'date' || part === 'year')
  return Object.freeze({ text, pieces, groups, yearly, mostSerial: 10 ** serials[0].digits - 1 })
}

/** The number of a card. `region` is the office's Kemendagri code. Throws RangeError for a serial that does not fit. */
export function cardNumber (pattern: NumberPattern, { region, day, serial }: { region: string, day: string, serial: number }): string {
  if (serial < 1 || serial > pattern.mostSerial) throw new RangeError(`The serial must be between 1 and ${pattern.mostSerial}, got ${serial}.`)
  const [year, month, date] = day.split('-')
  return pattern.pieces.map(({ part, digits, text }) => {
    switch (part) {
      case 'text': return text
      case 'region': return region.replaceAll('.', '').slice(0, digits).padEnd(digits, '0')
      case 'date': return digits === 6 ? `${date}${month}${year.slice(2)}` : `${year}${month}${date}`
      case 'year': return year.slice(-digits)
      case 'month': return month
      case 'serial': return String(serial).padStart(digits, '0')
    }
    throw new TypeError(`There is no part '${String(part)}'.`)
  }).join('')
}

/** The counter a serial is taken from: one a year, or one for all. */
export function serialSeries (pattern: NumberPattern, day: string): string {
  return pattern.yearly ? day.slice(0, 4) : 'all'
}
