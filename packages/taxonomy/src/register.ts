import { findNames, nameList } from './name-list.ts'
import type { NameList } from './name-list.ts'
import type { Register } from './types.ts'

/** How many items `find` returns unless told. */
const DEFAULT_FIND_LIMIT = 10

/** Longer input is neither a code nor a name; the bound keeps hostile text from costing anything. */
const MAX_INPUT_LENGTH = 500

export interface RegisterSource<Item> {
  /** What a row is called in errors. */
  noun: string
  codes: readonly string[]
  item: (index: number) => Item
  /** Every name of a row, its main one first. */
  names: (index: number) => readonly string[]
  /** The form in which codes are compared; '' for what cannot be a code. */
  fold: (code: string) => string
  /** Other spellings of codes, each with the code it stands for. */
  aliases?: ReadonlyArray<readonly [alias: string, code: string]>
}

/** A frozen list of coded things over columns. Look-ups are built at the first question; items are made when asked for. */
export class ColumnRegister<Item> implements Register<Item> {
  readonly size: number
  readonly #source: RegisterSource<Item>
  #printed: Map<string, number> | undefined
  #byCode: Map<string, number> | undefined
  #names: NameList | undefined

  constructor (source: RegisterSource<Item>) {
    this.size = source.codes.length
    this.#source = source
  }

  indexOf (code: string): number {
    if (typeof code !== 'string' || code.length > MAX_INPUT_LENGTH) return -1
    // Codes mostly come as they are printed, and folding costs more than the look-up.
    this.#printed ??= new Map(this.#source.codes.map((printed, index) => [printed, index]))
    const printed = this.#printed.get(code)
    if (printed !== undefined) return printed
    this.#byCode ??= codeMap(this.#source)
    return this.#byCode.get(this.#source.fold(code)) ?? -1
  }

  codeAt (index: number): string {
    checkIndex(index, this.size, this.#source.noun)
    return this.#source.codes[index]!
  }

  at (index: number): Item {
    checkIndex(index, this.size, this.#source.noun)
    return this.#source.item(index)
  }

  get (code: string): Item | undefined {
    const index = this.indexOf(code)
    return index < 0 ? undefined : this.at(index)
  }

  find (text: string, limit: number = DEFAULT_FIND_LIMIT): Item[] {
    if (!Number.isInteger(limit) || limit < 0) throw new RangeError(`limit must be a whole number of 0 or more, got ${limit}.`)
    if (typeof text !== 'string' || text.length > MAX_INPUT_LENGTH) return []
    this.#names ??= nameList(this.size, this.#source.names)
    return findNames(this.#names, text, this.#source.codes).slice(0, limit).map(index => this.#source.item(index))
  }
}

/** Throws the register's RangeError for an index outside it. */
export function checkIndex (index: number, size: number, noun: string): void {
  if (!Number.isInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`There is no ${noun} with index ${index}: expected a whole number from 0 to ${size - 1}.`)
  }
}

/** Case and white space folded: enough for codes that people copy rather than type. */
export function foldPlainCode (code: string): string {
  return code.toUpperCase().replace(/\s+/g, '')
}

/** Case folded and everything but letters and digits dropped: `36.71.01` and `367101`, `SIM B1` and `sim-b1` are the same. */
export function foldLooseCode (code: string): string {
  return code.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function codeMap<Item> (source: RegisterSource<Item>): Map<string, number> {
  const byCode = new Map<string, number>()
  for (let index = 0; index < source.codes.length; index++) byCode.set(source.fold(source.codes[index]!), index)
  for (const [alias, code] of source.aliases ?? []) {
    const folded = source.fold(alias)
    const index = byCode.get(source.fold(code))
    if (index !== undefined && !byCode.has(folded)) byCode.set(folded, index)
  }
  byCode.delete('')
  return byCode
}
