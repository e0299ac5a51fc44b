import type { DecreeElement } from './decree.ts'
import type { LineLog } from './line-log.ts'
import { Prose } from './prose.ts'
import { areColumnsMerged, cellsOf, elementMarkOf, hasUnclearNumber, marksOf } from './table-marks.ts'
import type { Mark } from './table-marks.ts'

export interface TableRow {
  /** The cleaned line, its spaces kept. */
  line: string
  /** Which line of the text it is, from 0. */
  place: number
}

interface OpenElement {
  number: number
  place: number
  title: Prose
  criteria: Array<{ number: number, place: number, text: Prose }>
}

/** Columns this far to the right are columns; nearer ones are indents. */
const LEAST_COLUMN = 12

/** Numbers may leave out so many; what is further off is no number of this table. */
const MOST_LEFT_OUT = 9

/**
 * Reads the rows under `ELEMEN KOMPETENSI | KRITERIA UNJUK KERJA`. The column of the last criterion's number parts the cells of the lines below it:
 *
 *     1. Menentukan         1.1 Kebutuhan data
 *        kebutuhan              diidentifikasi
 *                           ^ x
 *
 * Where the extractor lost the columns, a line under a row with both cells goes to the criterion and is told as `columns`.
 */
export class UnitTable {
  readonly #log: LineLog
  readonly #code: string
  readonly #merged: boolean
  readonly #marks: readonly Mark[][]
  readonly #elements: OpenElement[] = []
  /** Column of the last criterion's number, once there was one. */
  #x = 0
  #textX = 0
  /** Whether the last line had text in the element's cell, so that the next may go on with it. */
  #cellOpen = false
  /** After an unreadable number nobody knows whose the text is. */
  #lost = false

  constructor (rows: readonly TableRow[], code: string, log: LineLog) {
    this.#log = log
    this.#code = code
    this.#marks = rows.map(({ line }) => marksOf(line))
    this.#merged = areColumnsMerged(this.#marks)
    rows.forEach((row, index) => this.#read(row, this.#marks[index]!))
  }

  elements (): DecreeElement[] {
    return this.#elements.map(({ number, title, criteria }) => ({
      number,
      title: title.join(this.#log, this.#code),
      criteria: criteria.map(criterion => ({ number: `${number}.${criterion.number}`, text: criterion.text.join(this.#log, this.#code) })),
    }))
  }

  #read ({ line, place }: TableRow, marks: readonly Mark[]): void {
    this.#log.mark(place, 'table')
    const opening = this.#openElement(line, place, marks)
    if (opening === 'refused') return
    const start = opening ?? 0
    const taken = this.#takenMarks(line, marks)
    const first = taken[0]
    if (first === undefined) {
      if (marks[0]?.at === 'line') this.#log.mark(place, 'backward-number')
      else if (opening === undefined) this.#goOn(line, place)
      else this.#restOfElement(line, place, start)
      return
    }
    const left = line.slice(start, first.x)
    this.#leftOf(left, place, first, opening !== undefined)
    taken.forEach((mark, index) => this.#openCriterion(mark, line.slice(mark.textX, taken[index + 1]?.x), place, index))
    this.#cellOpen = left.trim() !== ''
    this.#x = first.x
    this.#textX = first.textX
  }

  /** Opens the element whose number the line begins with. The column after the number; undefined where there is none. */
  #openElement (line: string, place: number, marks: readonly Mark[]): number | 'refused' | undefined {
    const mark = elementMarkOf(line)
    if (mark === undefined || marks[0]?.at === 'line' || this.#isInCriteria(mark.x)) return undefined
    const last = this.#elements.at(-1)?.number ?? 0
    if (mark.number <= last || mark.number > last + MOST_LEFT_OUT) {
      if (!mark.dotted) return undefined
      this.#log.mark(place, 'backward-number')
      this.#lost = true
      return 'refused'
    }
    if (!mark.dotted && mark.number !== last + 1) return undefined
    this.#startElement(mark.number, place)
    return mark.textX
  }

  #startElement (number: number, place: number): void {
    const last = this.#elements.at(-1)?.number ?? 0
    if (number !== last + 1) this.#log.find('number-gap', place, this.#code, `${last === 0 ? '-' : last} -> ${number}`)
    this.#elements.push({ number, place, title: new Prose(), criteria: [] })
    this.#cellOpen = true
    this.#lost = false
  }

  /** The numbers of the line that go on from where the table is. */
  #takenMarks (line: string, marks: readonly Mark[]): Mark[] {
    const taken: Mark[] = []
    let element = this.#elements.at(-1)?.number ?? 0
    let criterion = this.#elements.at(-1)?.criteria.at(-1)?.number ?? 0
    for (const mark of marks) {
      const isNext = (mark.element === element && mark.criterion === criterion + 1) || (mark.element === element + 1 && mark.criterion === 1)
      const isLater = mark.element === element
        ? mark.criterion > criterion && mark.criterion <= criterion + MOST_LEFT_OUT
        : mark.element > element && mark.element <= element + MOST_LEFT_OUT && mark.criterion <= MOST_LEFT_OUT
      // Amid words, only the very next number counts, and a second one only behind a sentence.
      const fits = mark.at === 'words' ? isNext && (taken.length === 0 || /[.;:]\s*$/.test(line.slice(0, mark.x))) : isLater
      if (mark.criterion === 0 || !fits) continue
      taken.push(mark)
      element = mark.element
      criterion = mark.criterion
    }
    return taken
  }

  #openCriterion (mark: Mark, text: string, place: number, index: number): void {
    if (mark.element !== (this.#elements.at(-1)?.number ?? 0)) this.#startElement(mark.element, place)
    const { criteria, number } = this.#elements.at(-1)!
    const last = criteria.at(-1)?.number ?? 0
    if (mark.criterion !== last + 1) this.#log.find('number-gap', place, this.#code, `${number}.${last} -> ${number}.${mark.criterion}`)
    if (index > 0) this.#log.find('run-on', place, this.#code, `${number}.${mark.criterion}`)
    const criterion = { number: mark.criterion, place, text: new Prose() }
    criterion.text.add(text, place)
    criteria.push(criterion)
    this.#lost = false
  }

  /** Words before a criterion's number: of the element it belongs to, which may begin here without a number of its own. */
  #leftOf (left: string, place: number, mark: Mark, isOpened: boolean): void {
    if (left.trim() === '') return
    if (!isOpened && hasUnclearNumber(left.trim())) {
      this.#log.mark(place, 'unclear-number')
      return
    }
    if (mark.element !== (this.#elements.at(-1)?.number ?? 0)) this.#startElement(mark.element, place)
    this.#elements.at(-1)!.title.add(left, place)
  }

  /** A line that begins with an element's number and holds no criterion's. */
  #restOfElement (line: string, place: number, start: number): void {
    const cells = cellsOf(line).filter(({ x, text }) => x + text.length > start)
    const title = this.#elements.at(-1)!.title
    for (const { x, text } of cells) {
      const words = x < start ? line.slice(start, x + text.length) : text
      if (x >= start && hasUnclearNumber(text)) {
        this.#log.mark(place, 'unclear-number')
        this.#lost = true
      } else if (this.#lost || (x >= start && this.#isInCriteria(x))) {
        if (!this.#lost) this.#log.mark(place, 'stray-text')
      } else title.add(words, place)
    }
  }

  /** A line without numbers: more of the open cells. */
  #goOn (line: string, place: number): void {
    const cells = cellsOf(line)
    if (cells.some(({ text }) => hasUnclearNumber(text))) {
      this.#lost = true
      this.#log.mark(place, 'unclear-number')
    } else if (this.#lost) {
      this.#log.mark(place, 'after-unclear')
    } else if (this.#elements.length === 0) {
      this.#log.mark(place, 'stray-text')
    } else if (this.#elements.at(-1)!.criteria.length === 0) {
      this.#elements.at(-1)!.title.add(line, place)
    } else if (this.#merged || this.#x < LEAST_COLUMN) {
      if (this.#merged && this.#cellOpen) this.#log.mark(place, 'columns')
      this.#criterionText(line, place)
    } else {
      this.#twoCells(line, place)
    }
  }

  /** Parts a line at the column of the criteria. */
  #twoCells (line: string, place: number): void {
    const left = cellsOf(line).filter(({ x }) => x < this.#x - 1)
    let cut = left.length === 0 ? 0 : left.at(-1)!.x + left.at(-1)!.text.length
    if (cut > this.#x) {
      // A cell that runs into the next one: it is parted where the column begins, if a word does there.
      const edge = [this.#textX, this.#x].find(x => line[x - 1] === ' ' && line[x] !== ' ')
      this.#log.mark(place, 'columns')
      cut = edge ?? cut
    }
    if (line.slice(0, cut).trim() !== '') this.#elements.at(-1)!.title.add(line.slice(0, cut), place)
    if (line.slice(cut).trim() !== '') this.#criterionText(line.slice(cut), place)
  }

  #criterionText (text: string, place: number): void {
    this.#elements.at(-1)!.criteria.at(-1)!.text.add(text, place)
  }

  #isInCriteria (x: number): boolean {
    return !this.#merged && this.#x >= LEAST_COLUMN && x >= this.#x - 1
  }
}
