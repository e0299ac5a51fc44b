import { MAX_LINE_LENGTH, cleanLine, splitLines, squeeze } from './decree-lines.ts'
import { DecreeNumber } from './decree-number.ts'
import type { DecreeReading } from './decree.ts'
import { checkUnits } from './check-units.ts'
import { headingOf } from './headings.ts'
import type { Heading } from './headings.ts'
import { LineLog } from './line-log.ts'
import { pageNoise } from './page-noise.ts'
import { OpenUnit } from './open-unit.ts'
import { UnitList } from './unit-list.ts'

/** More text than this is no decree; the longest have about a million characters. */
export const MAX_TEXT_LENGTH = 20_000_000

type Section = 'start' | 'front' | 'list' | 'unit' | 'context'

/**
 * Reads the plain text of an SKKNI decree: its number, its table of units, and each unit with elements and performance criteria. Nothing is guessed and
 * nothing dropped in silence: every line has its use in `uses`, and what was not understood, or not with certainty, comes from `linesToReport`. Time and
 * memory grow with the length of the text. Throws TypeError for what is no string and RangeError for more than 20 million characters.
 */
export function readDecree (text: string): DecreeReading {
  if (typeof text !== 'string') throw new TypeError(`The decree is ${text === null ? 'null' : `a ${typeof text}`}: expected its text as a string.`)
  if (text.length > MAX_TEXT_LENGTH) throw new RangeError(`The decree has ${text.length} characters: expected at most ${MAX_TEXT_LENGTH}.`)
  return new DecreeReader(text).reading()
}

class DecreeReader {
  readonly #lines: string[]
  readonly #log: LineLog
  readonly #list: UnitList
  readonly #units: OpenUnit[] = []
  readonly #number: DecreeNumber = new DecreeNumber()
  #section: Section = 'start'

  constructor (text: string) {
    this.#lines = splitLines(text)
    this.#log = new LineLog(this.#lines.length)
    this.#list = new UnitList(this.#log)
    const cleaned = this.#lines.map(line => line.length > MAX_LINE_LENGTH ? '' : cleanLine(line))
    const noise = pageNoise(cleaned)
    cleaned.forEach((line, place) => {
      const known = this.#lines[place]!.length > MAX_LINE_LENGTH ? 'too-long' : noise.get(place)
      if (known !== undefined) this.#log.mark(place, known)
      else if (line.trim() !== '') this.#read(line, place)
    })
  }

  reading (): DecreeReading {
    const decree = this.#number.found
    const units = this.#units.map(unit => unit.close())
    const listed = this.#list.units()
    checkUnits(units, listed, decree, this.#log)
    const findings = this.#log.findings.sort((a, b) => a.line - b.line)
    return { decree, year: decree === null ? null : Number(decree.slice(-4)), units, listed, findings, uses: this.#log.uses, lines: this.#lines }
  }

  #read (line: string, place: number): void {
    const text = squeeze(line)
    const decree = this.#section === 'unit' || this.#section === 'context' ? undefined : this.#number.read(text, place)
    if (decree !== undefined) {
      this.#log.mark(place, 'decree')
      if (decree !== this.#number.found) this.#log.find('other-decree', place, null, decree)
      if (this.#section === 'start') this.#section = 'front'
      return
    }
    const heading = headingOf(text)
    if (heading === undefined) this.#plain(line, place)
    else this.#heading(heading, line, place)
  }

  #heading (heading: Heading, line: string, place: number): void {
    const unit = this.#units.at(-1)
    switch (heading.kind) {
      case 'code':
        this.#units.push(new OpenUnit(heading.value, place, this.#log))
        this.#section = 'unit'
        return
      case 'list':
      case 'list-head':
        // Amid the units, "daftar unit kompetensi" may stand in any text; the table's own head may not.
        if (heading.kind === 'list' && this.#section === 'unit') return this.#plain(line, place)
        if (heading.kind === 'list-head') this.#list.head(place)
        else this.#log.mark(place, 'front')
        this.#section = 'list'
        return
      case 'front':
        // A wrapped sentence may begin with "Keputusan Menteri"; a chapter may not.
        if (this.#section === 'unit' && !/^\s*BAB /.test(line)) return this.#plain(line, place)
        this.#log.mark(place, 'front')
        this.#section = 'front'
        return
      case 'context':
        this.#log.mark(place, unit === undefined ? 'front' : 'context')
        this.#section = unit === undefined ? 'front' : 'context'
        return
      default:
        if (unit === undefined || this.#section !== 'unit') return this.#plain(line, place)
        unit.heading(heading, place)
    }
  }

  #plain (line: string, place: number): void {
    switch (this.#section) {
      case 'start': return this.#log.mark(place, 'outside')
      case 'list':
        if (/^\s*[A-Z]\.\s+\p{Lu}/u.test(line) && !/\d\.\d/.test(line)) {
          this.#section = 'front'
          return this.#log.mark(place, 'front')
        }
        return this.#list.read(line, place)
      case 'unit': return this.#units.at(-1)!.read(line, place)
      default: this.#log.mark(place, this.#section)
    }
  }
}
