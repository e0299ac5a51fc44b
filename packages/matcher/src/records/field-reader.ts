import type { Register } from '@padan/taxonomy'
import { NO_DAY, parseDay } from './day.ts'
import type { ProblemCode, RecordProblem } from './problem.ts'
import {
  A_DAY, A_LIST, AN_OBJECT, aCodeOf, atLeast, atMost, degreesUpTo, NO_SUCH_PROPERTY, oneOf, textUpTo, THESE_MENDED_FIRST, TRUE_OR_FALSE, WHOLE_CHARACTERS, wholeNumber,
  type Words,
} from './expectations.ts'
import { isProtectedName } from './protected.ts'

const LONGEST_ECHO = 80
/** Of one record. A record of a thousand wrong properties is told enough to be mended, and cannot make an answer larger than itself. */
const MOST_PROBLEMS = 100

/** Halves of surrogate pairs standing alone, which are no characters. */
const BROKEN = /\p{Cs}/u

const NAMES: Readonly<Record<ProblemCode, Words>> = {
  'not-a-record': { en: 'not a record', id: 'bukan catatan' },
  'unknown-field': { en: 'unknown property', id: 'isian tidak dikenal' },
  'protected-attribute': { en: 'protected attribute', id: 'atribut terlindungi' },
  'bad-id': { en: 'unusable id', id: 'id tidak dapat dipakai' },
  'nik-as-id': { en: 'the id looks like a NIK', id: 'id tampak seperti NIK' },
  'duplicate-id': { en: 'id given twice', id: 'id ganda' },
  missing: { en: 'missing', id: 'tidak ada' },
  'wrong-type': { en: 'wrong type', id: 'jenis data salah' },
  'not-a-number': { en: 'not such a number', id: 'bukan bilangan yang diminta' },
  'out-of-range': { en: 'out of range', id: 'di luar batas' },
  'bad-date': { en: 'not a day', id: 'bukan tanggal' },
  'bad-date-order': { en: 'days in the wrong order', id: 'urutan tanggal terbalik' },
  'bad-choice': { en: 'not a choice', id: 'bukan pilihan' },
  'too-many': { en: 'too many', id: 'terlalu banyak' },
  'too-few': { en: 'too few', id: 'terlalu sedikit' },
  'too-long': { en: 'too long', id: 'terlalu panjang' },
  duplicate: { en: 'given twice', id: 'ganda' },
  'unknown-code': { en: 'unknown code', id: 'kode tidak dikenal' },
  'ambiguous-code': { en: 'ambiguous code', id: 'kode bermakna ganda' },
  'too-coarse': { en: 'too coarse', id: 'terlalu luas' },
  'more-problems': { en: 'more problems than are listed', id: 'masih ada masalah lain' },
}

/** Reads one record field by field and collects what is wrong. A read that fails gives a harmless value: no facts with problems are used. */
export class FieldReader {
  readonly row: number
  id: string | null = null
  readonly problems: RecordProblem[] = []
  /** Lists that are being read, each as its path and the position in it: paths are joined when there is a problem to tell. */
  readonly #within: (string | number)[] = []
  #unlisted = 0
  /** The last names that no plain object inherits: the elements of a list are asked about the same ones. */
  #notInherited: readonly string[] | undefined

  constructor (row: number) {
    this.row = row
  }

  /** Notes a problem, or only counts it when there are many already. The path begins at the element that is being read, or at the record. */
  fail (path: string, code: ProblemCode, expected: Words, value?: unknown): void {
    if (this.problems.length < MOST_PROBLEMS) this.#list(this.#whole(path), code, expected, value)
    else this.#unlisted++
  }

  /** Closes the list: says how many problems were only counted. */
  finish (): void {
    if (this.#unlisted > 0) this.#list('', 'more-problems', THESE_MENDED_FIRST, this.#unlisted)
  }

  #list (path: string, code: ProblemCode, expected: Words, value: unknown): void {
    const received = value === undefined ? {} : { received: show(value) }
    const { row, id } = this
    const record = id === null ? `${row}` : `${row} ('${id}')`
    const field = path === '' ? '' : `, ${path}`
    const came = received.received
    this.problems.push({
      row,
      id,
      path,
      code,
      ...received,
      expected: expected.en,
      message: `Record ${record}${field}: ${came === undefined ? NAMES[code].en : `${NAMES[code].en}, got '${came}'`}; expected ${expected.en}.`,
      messageId: `Catatan ${record}${field}: ${came === undefined ? NAMES[code].id : `${NAMES[code].id}, diterima '${came}'`}; seharusnya ${expected.id}.`,
    })
  }

  /** The value as an object whose own properties are all among `known`; undefined (and a problem) otherwise. */
  object (value: unknown, path: string, known: readonly string[]): Record<string, unknown> | undefined {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      this.fail(path, this.#whole(path) === '' ? 'not-a-record' : 'wrong-type', AN_OBJECT, value)
      return undefined
    }
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue
      const at = `${path}/${pointer(key)}`
      if (isProtectedName(key)) this.fail(at, 'protected-attribute', NO_SUCH_PROPERTY)
      else this.fail(at, 'unknown-field', oneOf(known))
    }
    // Own properties alone: what stands on a prototype was not checked above. Most objects have none that matters, and copying takes longer than reading.
    return (this.#inheritsNone(value, known) ? value : { __proto__: null, ...value }) as Record<string, unknown>
  }

  /** The elements of an array with `least` to `most` of them. */
  list (value: unknown, path: string, least: number, most: number): readonly unknown[] {
    // A hole becomes an undefined, which every reader of elements refuses; map and forEach would pass over it.
    return Array.from(this.#bounded(value, path, least, most))
  }

  /** What `read` makes of each element of such an array; meanwhile paths begin at the element. */
  each<Item> (value: unknown, path: string, least: number, most: number, read: (element: unknown, position: number) => Item): Item[] {
    const elements = this.#bounded(value, path, least, most)
    const items: Item[] = []
    const within = this.#within
    within.push(path, 0)
    for (let position = 0; position < elements.length; position++) {
      within[within.length - 1] = position
      items.push(read(elements[position], position))
    }
    within.length -= 2
    return items
  }

  /** Whether no property among `known` can come from the object's prototype. */
  #inheritsNone (value: object, known: readonly string[]): boolean {
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype === null) return true
    if (prototype !== Object.prototype) return false
    if (known === this.#notInherited) return true
    if (known.some(name => name in Object.prototype)) return false
    this.#notInherited = known
    return true
  }

  #bounded (value: unknown, path: string, least: number, most: number): readonly unknown[] {
    if (!Array.isArray(value)) {
      this.fail(path, 'wrong-type', A_LIST, value)
      return []
    }
    if (value.length < least) this.fail(path, 'too-few', atLeast(least), value.length)
    if (value.length <= most) return value
    this.fail(path, 'too-many', atMost(most), value.length)
    return []
  }

  #whole (path: string): string {
    let whole = ''
    for (let n = 0; n < this.#within.length; n += 2) whole += `${this.#within[n]}/${this.#within[n + 1]}`
    return whole + path
  }

  integer (value: unknown, path: string, least: number, most: number): number {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      this.fail(path, typeof value === 'number' ? 'not-a-number' : 'wrong-type', wholeNumber(least, most), value)
      return least
    }
    if (value < least || value > most) {
      this.fail(path, 'out-of-range', wholeNumber(least, most), value)
      return least
    }
    return value
  }

  degrees (value: unknown, path: string, most: number): number {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      this.fail(path, typeof value === 'number' ? 'not-a-number' : value === undefined ? 'missing' : 'wrong-type', degreesUpTo(most), value)
      return 0
    }
    if (value < -most || value > most) this.fail(path, 'out-of-range', degreesUpTo(most), value)
    return value
  }

  boolean (value: unknown, path: string): boolean {
    if (typeof value === 'boolean') return value
    this.fail(path, 'wrong-type', TRUE_OR_FALSE, value)
    return false
  }

  day (value: unknown, path: string): number {
    const day = typeof value === 'string' ? parseDay(value) : NO_DAY
    if (day === NO_DAY) this.fail(path, typeof value === 'string' ? 'bad-date' : 'wrong-type', A_DAY, value)
    return day
  }

  /** Position of the value in `choices`. */
  choice (value: unknown, path: string, choices: readonly string[]): number {
    const index = typeof value === 'string' ? choices.indexOf(value) : -1
    if (index < 0) this.fail(path, value === undefined ? 'missing' : typeof value === 'string' ? 'bad-choice' : 'wrong-type', oneOf(choices), value)
    return index
  }

  /** Index of a code in a register; -1 (and a problem) when unknown. */
  code (value: unknown, path: string, register: Register<unknown>, what: Words): number {
    if (typeof value !== 'string') {
      this.fail(path, value === undefined ? 'missing' : 'wrong-type', aCodeOf(what), value)
      return -1
    }
    const index = register.indexOf(value)
    if (index < 0) this.fail(path, 'unknown-code', aCodeOf(what), value)
    return index
  }

  text (value: unknown, path: string, longest: number): string {
    if (typeof value !== 'string') {
      this.fail(path, 'wrong-type', textUpTo(longest), value)
      return ''
    }
    if (value.length > longest) this.fail(path, 'too-long', textUpTo(longest), value.length)
    if (BROKEN.test(value)) this.fail(path, 'wrong-type', WHOLE_CHARACTERS, value)
    return value
  }
}

/** A property name as one step of a JSON pointer. */
export function pointer (key: string): string {
  return cut(key).replaceAll('~', '~0').replaceAll('/', '~1')
}

function show (value: unknown): string {
  if (value === null || typeof value !== 'object') return cut(String(value))
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object'
}

/** The beginning of a long text; a character of two code units is not cut in half. */
function cut (text: string): string {
  if (text.length <= LONGEST_ECHO) return text
  const end = BROKEN.test(text.slice(LONGEST_ECHO - 1, LONGEST_ECHO)) && !BROKEN.test(text.slice(LONGEST_ECHO - 1, LONGEST_ECHO + 1)) ? LONGEST_ECHO - 1 : LONGEST_ECHO
  return `${text.slice(0, end)}…`
}
