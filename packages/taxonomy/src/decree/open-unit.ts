import { tidyCode } from '../unit-code.ts'
import { squeeze } from './decree-lines.ts'
import type { DecreeUnit } from './decree.ts'
import type { Heading } from './headings.ts'
import type { LineLog } from './line-log.ts'
import { Prose } from './prose.ts'
import { checkedCode, codeAtStart, isPatterned } from './unit-code-check.ts'
import { UnitTable } from './unit-table.ts'
import type { TableRow } from './unit-table.ts'

type Part = 'code' | 'title' | 'description' | 'table'

/** Longer than any code; what is longer is some other text. */
const MAX_CODE_LENGTH = 40

/** What may be the beginning of a code, and what the rest of one: no words. */
const CODE_HEAD = /^[A-Z][A-Za-z0-9.]{2,30}\.$/
const CODE_TAIL = /^(?=.*\d)[A-Z\d .-]{1,14}$/

/** The words of the table's head. */
const HEAD_WORDS = ['NO', 'NO.', 'ELEMEN', 'KOMPETENSI', 'KRITERIA', 'UNJUK', 'KERJA']

/** A unit while its lines come in. */
export class OpenUnit {
  readonly #log: LineLog
  readonly #place: number
  readonly #title: Prose = new Prose()
  readonly #description: Prose = new Prose()
  readonly #rows: TableRow[] = []
  #part: Part = 'code'
  #printed: string

  constructor (printed: string, place: number, log: LineLog) {
    this.#log = log
    this.#place = place
    this.#printed = printed.trim()
    log.mark(place, 'unit')
  }

  heading (heading: Heading, place: number): void {
    if (heading.kind === 'title' || heading.kind === 'description') {
      this.#part = heading.kind
      this.#log.mark(place, 'unit')
      this.#prose().add(heading.value, place)
    } else {
      this.#part = 'table'
      this.#log.mark(place, 'table')
    }
  }

  read (line: string, place: number): void {
    if (this.#part === 'table') return this.#row(line, place)
    this.#log.mark(place, 'unit')
    const text = squeeze(line).replace(/^: ?/, '')
    if (this.#part !== 'code') return this.#prose().add(text, place)
    if (this.#goesOn(text) && this.#printed.length + text.length <= MAX_CODE_LENGTH) this.#printed = `${this.#printed} ${text}`.trim()
    else this.#log.mark(place, 'stray-text')
  }

  close (): DecreeUnit {
    const code = checkedCode(this.#printed, this.#place, this.#log)
    const table = new UnitTable(this.#rows, code, this.#log)
    return { code, title: this.#title.join(this.#log, code), description: this.#description.join(this.#log, code), elements: table.elements(), line: this.#place + 1 }
  }

  /** A code goes on in the next line where it has not begun, ends in a dot, or is followed by nothing but numbers and not whole. */
  #goesOn (text: string): boolean {
    if (this.#printed === '') return codeAtStart(text)?.rest === '' || CODE_HEAD.test(text)
    return CODE_TAIL.test(text) && !isPatterned(tidyCode(this.#printed)) && (this.#printed.endsWith('.') || /^[\d.]+$/.test(text))
  }

  #prose (): Prose {
    return this.#part === 'title' ? this.#title : this.#description
  }

  /** The head of the table may be broken over lines; those come before any row. */
  #row (line: string, place: number): void {
    if (this.#rows.length === 0 && squeeze(line).split(' ').every(word => HEAD_WORDS.includes(word))) this.#log.mark(place, 'table')
    else this.#rows.push({ line, place })
  }
}
