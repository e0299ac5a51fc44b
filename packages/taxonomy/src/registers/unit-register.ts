import { ColumnRegister, checkIndex } from '../register.ts'
import type { RelativeLists } from '../relations/relative-lists.ts'
import type { UnitTable } from '../tables.ts'
import type { Relative, Unit, UnitRegister } from '../types.ts'
import { CONFIDENCES, UNIT_FORMATS, decreeYear } from '../unit-code.ts'
import { successor, editions } from '../unit-editions.ts'
import { UnitCodeIndex } from '../unit-code-index.ts'
import { unitDecrees, unitKeys } from '../unit-keys.ts'

const NO_TITLES: readonly string[] = Object.freeze([])

/** Units by key, with their relatives. */
export class UnitColumns extends ColumnRegister<Unit> implements UnitRegister {
  readonly #keys: readonly string[]
  readonly #index: UnitCodeIndex
  readonly #relatives: RelativeLists

  constructor (table: UnitTable, relatives: RelativeLists) {
    const decreeOf = unitDecrees(table)
    const keys = unitKeys(table.codes, decreeOf)
    const otherTitles = new Map(table.otherTitles.map(([row, ...titles]) => [row, Object.freeze(titles)]))
    const years = new Map(table.years)
    super({
      noun: 'unit',
      codes: keys,
      fold: code => code,
      names: row => [table.titles[row]!, ...otherTitles.get(row) ?? NO_TITLES],
      item: row => {
        const plainCode = table.codes[row]!
        const decree = decreeOf[row]!
        const format = UNIT_FORMATS[table.formats[row]!]!
        return {
          index: row,
          code: keys[row]!,
          plainCode,
          decree,
          title: table.titles[row]!,
          otherTitles: otherTitles.get(row) ?? NO_TITLES,
          format,
          skkni: format === 'kbli' || format === 'lama',
          sector: format === 'kbli' ? plainCode[0]! : null,
          year: years.get(row) ?? (decree === null ? null : decreeYear(decree)),
          confidence: CONFIDENCES[table.confidences[row]!]!,
        }
      },
    })
    this.#keys = keys
    this.#index = new UnitCodeIndex(table.codes, decreeOf, row => UNIT_FORMATS[table.formats[row]!]!)
    this.#relatives = relatives
  }

  override indexOf (code: string): number {
    const printed = super.indexOf(code)
    if (printed >= 0) return printed
    const rows = this.#index.rowsOf(code)
    return rows.length === 1 ? rows[0]! : -1
  }

  candidates (code: string): string[] {
    return this.#index.rowsOf(code).map(row => this.#keys[row]!)
  }

  editionsOf (unit: number): readonly number[] {
    return editions(this, unit).map(({ index }) => index)
  }

  successorOf (unit: number): number {
    return successor(this, unit)
  }

  relatives (wanted: number): readonly Relative[] {
    checkIndex(wanted, this.size, 'unit')
    return this.#relatives.of(wanted)
  }
}
