import type { UnitFormat } from './types.ts'
import { foldCode, foldStem, shortDecree, tidyCode, versionStem } from './unit-code.ts'

/** Stands for "the decree is not known" after the `@` of a key. */
const UNKNOWN_DECREE = '-'

const NO_ROWS: readonly number[] = Object.freeze([])

/**
 * From a code as people type it to the rows it may mean. Three tries, each only when the one before found nothing: the tidy
 * code as it stands, the folded code, the folded code taken as one without its version. A decree after `@` then picks.
 */
export class UnitCodeIndex {
  readonly #codes: readonly string[]
  readonly #decreeOf: ReadonlyArray<string | null>
  readonly #formatOf: (row: number) => UnitFormat
  #exact: Map<string, number[]> | undefined
  #folded: Map<string, number[]> | undefined
  #stems: Map<string, number[]> | undefined

  constructor (codes: readonly string[], decreeOf: ReadonlyArray<string | null>, formatOf: (row: number) => UnitFormat) {
    this.#codes = codes
    this.#decreeOf = decreeOf
    this.#formatOf = formatOf
  }

  /** Every row the code may mean, in row order; empty when unknown. */
  rowsOf (code: string): readonly number[] {
    if (typeof code !== 'string') return NO_ROWS
    const at = code.indexOf('@')
    const tidy = tidyCode(at < 0 ? code : code.slice(0, at))
    if (tidy === '') return NO_ROWS
    const rows = this.#rowsOfPlain(tidy)
    return at < 0 ? rows : this.#withDecree(rows, tidyCode(code.slice(at + 1)))
  }

  #rowsOfPlain (tidy: string): readonly number[] {
    this.#exact ??= this.#group(row => this.#codes[row]!)
    const exact = this.#exact.get(tidy)
    if (exact !== undefined) return exact

    this.#folded ??= this.#group(row => foldCode(this.#codes[row]!))
    const folded = this.#folded.get(foldCode(tidy))
    if (folded !== undefined) return folded

    this.#stems ??= this.#group(row => {
      const stem = versionStem(this.#codes[row]!, this.#formatOf(row))
      return stem === undefined ? undefined : foldStem(stem)
    })
    return this.#stems.get(foldStem(tidy)) ?? NO_ROWS
  }

  #withDecree (rows: readonly number[], text: string): readonly number[] {
    const decree = text === UNKNOWN_DECREE ? null : shortDecree(text)
    if (decree === null && text !== UNKNOWN_DECREE) return NO_ROWS
    return rows.filter(row => this.#decreeOf[row] === decree)
  }

  #group (keyOf: (row: number) => string | undefined): Map<string, number[]> {
    const groups = new Map<string, number[]>()
    for (let row = 0; row < this.#codes.length; row++) {
      const key = keyOf(row)
      if (key === undefined) continue
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [row])
      else group.push(row)
    }
    return groups
  }
}
