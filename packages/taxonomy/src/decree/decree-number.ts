import { shortDecree } from '../unit-code.ts'

/** `NOMOR 299 TAHUN 2020`, `NOMOR : KEP.46/MEN/II/2009`, alone in a line. */
const NUMBER_LINE = /^(?:nomor|no\.?) ?:? ?((?:kep\.? ?)?\d{1,4}(?: tahun | ?\/ ?men\/[IVXL]{0,5}\/?)\d{4})$/i

/** So many lines after the heading the number is still the decree's own; laws cited further down have theirs too. */
const LINES_AFTER_HEADING = 6

/** Watches for the number of the decree itself. */
export class DecreeNumber {
  #headingAt = -Infinity
  #found: string | null = null

  get found (): string | null {
    return this.#found
  }

  /** The decree that a squeezed line names as the text's own; undefined where it names none. */
  read (line: string, place: number): string | undefined {
    if (line.length > 100) return undefined
    if (/keputusan menteri/i.test(line)) this.#headingAt = place
    const match = NUMBER_LINE.exec(line)
    if (match === null || place - this.#headingAt > LINES_AFTER_HEADING) return undefined
    const decree = shortDecree(match[1]!)
    if (decree === null) return undefined
    this.#found ??= decree
    return decree
  }
}
