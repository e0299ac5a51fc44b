import { plainHeader } from './column-map.ts'
import { dayOf } from './read-day.ts'

/** What is wrong with a cell. What it held is never repeated: it may be somebody's number. */
export interface CellFault {
  /** Name of the column; undefined for the row as a whole. */
  column?: string
  code: string
  message: string
  messageId: string
}

/** Thrown for a row that cannot be used, with everything that is wrong with it. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused'
  readonly faults: readonly CellFault[]

  constructor (faults: readonly CellFault[]) {
    super(faults.map(({ message }) => message).join(' '))
    this.faults = faults
  }
}

const SEPARATOR = '|'
/** Of a place and a day in one cell; a longer one is something else, and is not searched. */
const LONGEST_PLACE_AND_DAY = 200

/** Reads the cells of a row by the names of its columns, and gathers what is wrong, so that everything is told at once. */
export class RowReader {
  readonly #cells: ReadonlyMap<string, string>
  readonly #faults: CellFault[] = []

  constructor (cells: ReadonlyMap<string, string>) {
    this.#cells = cells
  }

  /** What the cell holds; undefined when it is empty or there is no such column. */
  text (name: string): string | undefined {
    const text = this.#cells.get(name)
    return text === '' ? undefined : text
  }

  /** What a cell must hold. An empty one is a fault, and the empty text. */
  needed (name: string): string {
    const text = this.text(name)
    if (text === undefined) this.refuse(name, 'missing', 'a value', 'diisi')
    return text ?? ''
  }

  /** A day as YYYY-MM-DD. Where day and month come first, it is the day: 5/3/2003 is 5 March. */
  day (name: string): string | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    const day = dayOf(text)
    if (day === undefined) this.refuse(name, 'bad-day', 'a day such as 2003-05-15, 15/05/2003 or 15 Mei 2003', 'tanggal seperti 2003-05-15, 15/05/2003, atau 15 Mei 2003')
    return day
  }

  /** Whether the table has the column at all. */
  has (name: string): boolean {
    return this.#cells.has(name)
  }

  /** A place and a day in one cell, as forms on paper have them: `Tangerang, 15/05/2003`. The place ends where the first digit stands. */
  placeAndDay (name: string): [place: string, day: string | undefined] {
    const text = this.needed(name)
    if (text === '') return ['', undefined]
    const at = text.length > LONGEST_PLACE_AND_DAY ? -1 : text.search(/\d/)
    const place = text.slice(0, Math.max(at, 0)).replace(/[^\p{L}).']+$/u, '')
    const day = dayOf(text.slice(Math.max(at, 0)))
    if (place === '' || day === undefined) this.refuse(name, 'bad-place-and-day', 'a place and a day such as Tangerang, 15/05/2003 or Tangerang, 15 Mei 2003', 'tempat dan tanggal seperti Tangerang, 15/05/2003 atau Tangerang, 15 Mei 2003')
    return [place, day]
  }

  /** A telephone number. One of a mobile whose zero a spreadsheet took away gets it back: no other number begins with an 8. */
  phone (name: string): string | undefined {
    return this.text(name)?.replace(/^8(?=\d{8,11}$)/, '08')
  }

  whole (name: string): number | undefined {
    const text = this.text(name)
    if (text === undefined) return undefined
    if (/^\d{1,9}$/.test(text)) return Number(text)
    this.refuse(name, 'bad-value', 'a whole number', 'bilangan bulat')
    return undefined
  }

  /** One of some words; `words` maps each writing, in lower case, to its value. */
  choice<Value extends string> (name: string, words: Readonly<Record<string, Value>>): Value | undefined {
    const text = this.text(name)
    return text === undefined ? undefined : this.#chosen(name, text, words)
  }

  /** Some of some words, which hold no comma: also where one stands between them. */
  choices<Value extends string> (name: string, words: Readonly<Record<string, Value>>): Value[] {
    return this.list(name).flatMap(item => item.split(/[,;]/)).map(item => item.trim()).filter(item => item !== '').map(text => this.#chosen(name, text, words)).filter(value => value !== undefined)
  }

  /** Items with `|` between them. */
  list (name: string): string[] {
    return (this.text(name) ?? '').split(SEPARATOR).map(item => item.trim()).filter(item => item !== '' && item !== '-')
  }

  refuse (column: string | undefined, code: string, expected: string, expectedId: string): void {
    this.#faults.push({ column, code, message: `expected ${expected}.`, messageId: `seharusnya ${expectedId}.` })
  }

  /** Throws RowRefused when anything was wrong so far. */
  done (): void {
    if (this.#faults.length > 0) throw new RowRefused(this.#faults)
  }

  #chosen<Value extends string> (name: string, text: string, words: Readonly<Record<string, Value>>): Value | undefined {
    const word = text.toLowerCase().replace(/\s+/g, ' ')
    if (Object.hasOwn(words, word)) return words[word]
    // Signs between the letters say nothing: `D-III`, `Laki - laki`, `L.`
    const plain = plainHeader(text)
    const written = plain === '' ? undefined : Object.keys(words).find(known => plainHeader(known) === plain)
    if (written !== undefined) return words[written]
    const known = Object.keys(words).join(', ')
    this.refuse(name, 'bad-value', `one of ${known}`, `salah satu dari ${known}`)
    return undefined
  }
}
