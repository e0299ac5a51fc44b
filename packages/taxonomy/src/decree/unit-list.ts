import { squeeze } from './decree-lines.ts'
import type { ListedUnit } from './decree.ts'
import type { LineLog } from './line-log.ts'
import { Prose } from './prose.ts'
import { checkedCode, codeAtStart } from './unit-code-check.ts'

/** The rows under `NO | KODE UNIT | JUDUL UNIT KOMPETENSI`. */
export class UnitList {
  readonly #log: LineLog
  readonly #rows: Array<{ code: string, title: Prose, place: number }> = []
  #lastNumber: number | undefined
  #hasHead = false

  constructor (log: LineLog) {
    this.#log = log
  }

  head (place: number): void {
    this.#hasHead = true
    this.#log.mark(place, 'list')
  }

  read (line: string, place: number): void {
    const text = squeeze(line)
    const number = /^(\d{1,4})[.)]? (?=\S)/.exec(text)
    const code = codeAtStart(number === null ? text : text.slice(number[0].length))
    this.#log.mark(place, 'list')
    if (code === undefined) {
      const row = this.#rows.at(-1)
      // The head's own row of numbers, `1 2 3`, and prose above it, are no rows.
      if (row === undefined) this.#log.mark(place, !this.#hasHead ? 'front' : /^[\d ]+$/.test(text) ? 'list' : 'stray-text')
      else if (number === null) row.title.add(text, place)
      else this.#log.mark(place, 'stray-text')
      return
    }
    this.#number(number === null ? undefined : Number(number[1]), place, code.printed)
    const title = new Prose()
    title.add(code.rest, place)
    this.#rows.push({ code: checkedCode(code.printed, place, this.#log), title, place })
  }

  units (): ListedUnit[] {
    return this.#rows.map(({ code, title, place }) => ({ code, title: title.join(this.#log, code), line: place + 1 }))
  }

  /** Each group of units may be numbered anew, from 1. */
  #number (number: number | undefined, place: number, code: string): void {
    if (number !== undefined && number !== 1 && number !== (this.#lastNumber ?? 0) + 1) {
      this.#log.find('list-gap', place, code, `${this.#lastNumber ?? '-'} -> ${number}`)
    }
    this.#lastNumber = number ?? this.#lastNumber
  }
}
