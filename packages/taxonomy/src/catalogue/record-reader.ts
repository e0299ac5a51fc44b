import type { CatalogueProblem } from './catalogue.ts'

/** Bounds on what a catalogue may hold in one field. */
const MAX_TEXT_LENGTH = 500
const MAX_LIST_LENGTH = 1000

/** Parts of a list in one CSV cell. */
const LIST_SEPARATOR = ';'

/** Characters that no code or title needs and that would hide in a log line. */
const CONTROL_CHARACTERS = /\p{Cc}/u

/** Reads the fields of one record by name. What is wrong goes to `problems`, and a harmless value comes back. */
export class RecordReader {
  readonly #where: string
  readonly #fields: ReadonlyMap<string, unknown>
  readonly #problems: CatalogueProblem[]

  constructor (where: string, fields: ReadonlyMap<string, unknown>, problems: CatalogueProblem[]) {
    this.#where = where
    this.#fields = fields
    this.#problems = problems
  }

  /** Text that must be there. */
  required (name: string): string {
    const numProblems = this.#problems.length
    const text = this.optional(name)
    if (text === null && this.#problems.length === numProblems) this.problem(`${name} is missing: expected text.`)
    return text ?? ''
  }

  /** Text, trimmed; null where it is left out or empty. */
  optional (name: string, maxLength: number = MAX_TEXT_LENGTH): string | null {
    const value = this.#fields.get(name)
    if (value === undefined || value === null) return null
    if (typeof value !== 'string' && typeof value !== 'number') return this.#reject(name, value, 'text')
    const text = String(value).trim()
    if (text.length > maxLength) return this.#reject(name, `${text.slice(0, 40)}...`, `at most ${maxLength} characters`)
    if (CONTROL_CHARACTERS.test(text)) return this.#reject(name, text, 'text without control characters')
    return text === '' ? null : text
  }

  /** A whole number between two bounds, written as a number or in digits; null where it is left out. */
  integer (name: string, lowest: number, highest: number): number | null {
    const text = this.optional(name)
    if (text === null) return null
    const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN
    return number >= lowest && number <= highest ? number : this.#reject(name, text, `a whole number from ${lowest} to ${highest}`)
  }

  /** One of the words; the first of them where it is left out. */
  oneOf<Word extends string> (name: string, words: readonly [Word, ...Word[]]): Word {
    const text = this.optional(name)
    if (text === null) return words[0]
    const word = words.find(known => known === text.toLowerCase())
    if (word === undefined) this.#reject(name, text, `one of ${words.join(', ')}`)
    return word ?? words[0]
  }

  /** A list of texts, as an array or parted by semicolons; empty where it is left out. */
  list (name: string): string[] {
    const value = this.#fields.get(name)
    if (value === undefined || value === null) return []
    const parts: unknown = typeof value === 'string' ? value.split(LIST_SEPARATOR) : value
    if (!Array.isArray(parts) || parts.length > MAX_LIST_LENGTH) {
      this.#reject(name, Array.isArray(parts) ? `${parts.length} entries` : value, `a list of at most ${MAX_LIST_LENGTH} texts`)
      return []
    }
    return parts.flatMap((part, place) => {
      const entry = new RecordReader(this.#where, new Map([[`${name} ${place + 1}`, part]]), this.#problems)
      return entry.optional(`${name} ${place + 1}`) ?? []
    })
  }

  /** Whatever stands there, unread. */
  raw (name: string): unknown {
    return this.#fields.get(name)
  }

  problem (message: string): void {
    this.#problems.push({ where: this.#where, message })
  }

  #reject (name: string, came: unknown, expected: string): null {
    this.problem(`${name} is ${JSON.stringify(came)}: expected ${expected}.`)
    return null
  }
}
