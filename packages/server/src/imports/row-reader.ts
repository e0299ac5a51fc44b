import { isDay } from '../time.ts'

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

const MONTHS = ['januari', 'februari', 'maret', 'april', 'mei', 'juni', 'juli', 'agustus', 'september', 'oktober', 'november', 'desember']
const ENGLISH_MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const SEPARATOR = '|'

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

  choices<Value extends string> (name: string, words: Readonly<Record<string, Value>>): Value[] {
    return this.list(name).map(text => this.#chosen(name, text, words)).filter(value => value !== undefined)
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
    const known = Object.keys(words).join(', ')
    this.refuse(name, 'bad-value', `one of ${known}`, `salah satu dari ${known}`)
    return undefined
  }
}

function dayOf (text: string): string | undefined {
  const day = isoOf(text.trim())
  return day !== undefined && isDay(day) ? day : undefined
}

function isoOf (text: string): string | undefined {
  // A spreadsheet's day with a time of day beside it.
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+Z?)?$/.exec(text)
  if (iso !== null) return iso[1]
  const digits = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (digits !== null) return `${digits[3]}-${digits[2].padStart(2, '0')}-${digits[1].padStart(2, '0')}`
  const words = /^(\d{1,2}) ([a-z]+) (\d{4})$/i.exec(text)
  if (words === null) return undefined
  const month = [MONTHS, ENGLISH_MONTHS].map(names => names.indexOf(words[2].toLowerCase()) + 1).find(number => number > 0)
  return month === undefined ? undefined : `${words[3]}-${String(month).padStart(2, '0')}-${words[1].padStart(2, '0')}`
}
