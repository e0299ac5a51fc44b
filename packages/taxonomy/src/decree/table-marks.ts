/** A run of words parted from the next by two spaces or more, as the cells of a table are. */
export interface Cell {
  text: string
  /** Column of its first character. */
  x: number
}

/** The number of a criterion, `2.3`, in a row of the table. */
export interface Mark {
  element: number
  criterion: number
  /** Column of the number. */
  x: number
  /** Column of the text after it. */
  textX: number
  /** How it stands: at the front of the line, at the front of a cell, or amid words. */
  at: 'line' | 'cell' | 'words'
}

const CELL = /\S+(?: \S+)*/g
const NUMBER = /(?<![^\s])(\d{1,2})\.(\d{1,2})\.?(?:\s+|(?=\p{Lu})|$)/gu

/** What was meant for a number and is none, such as `l.2`, `1,2`, `I.` or `1. 2`. */
const UNCLEAR = /^(?:[\dlIO]{1,2} ?[.,] ?[\dlIO]{1,2}[.,]?|[lIO][.,)]|\d{1,2},) +\p{Lu}/u

export function cellsOf (line: string): Cell[] {
  return Array.from(line.matchAll(CELL), match => ({ text: match[0], x: match.index }))
}

/** Every number in a row that may be a criterion's, from left to right. Those amid words count only before an upper case letter. */
export function marksOf (line: string): Mark[] {
  const front = line.length - line.trimStart().length
  const marks: Mark[] = []
  for (const match of line.matchAll(NUMBER)) {
    const x = match.index
    const at = x === front ? 'line' : line.startsWith('  ', x - 2) ? 'cell' : 'words'
    const textX = x + match[0].length
    if (at === 'words' && !/^\p{Lu}/u.test(line.slice(textX, textX + 2))) continue
    marks.push({ element: Number(match[1]), criterion: Number(match[2]), x, textX, at })
  }
  return marks
}

/** The number of an element at the front of a row, `2.` or `2`, and what stands after it. */
export function elementMarkOf (line: string): { number: number, x: number, textX: number, dotted: boolean } | undefined {
  const match = /^( *)(\d{1,2})([.)]?)(?:( +)(?=\S)|$)/.exec(line)
  if (match === null) return undefined
  const [whole, indent, number, dot] = match
  const dotted = dot !== ''
  if (!dotted && !/^\p{Lu}/u.test(line.slice(whole.length, whole.length + 2))) return undefined
  return { number: Number(number), x: indent!.length, textX: whole.length, dotted }
}

/** Whether a cell begins with something that was meant for a number. Cells with a good number are asked about first. */
export function hasUnclearNumber (cell: string): boolean {
  return UNCLEAR.test(cell) && !/^\d{1,2}\.\d{1,2}\.? /.test(cell) && !/^\d{1,2}[.)] +\p{L}/u.test(cell)
}

/** Rows in which the columns run together: numbers stand at the front of some lines and far behind words in others. */
export function areColumnsMerged (rows: ReadonlyArray<readonly Mark[]>): boolean {
  const fronts: number[] = []
  const middles: number[] = []
  for (const marks of rows) {
    const first = marks[0]
    if (first !== undefined) (first.at === 'line' ? fronts : middles).push(first.x)
  }
  if (middles.length === 0) return false
  const left = middles.reduce((least, x) => Math.min(least, x), Infinity)
  const right = middles.reduce((most, x) => Math.max(most, x), 0)
  if (fronts.length === 0) return right - left > 2 * NEAR
  const astray = fronts.filter(x => x < left - NEAR || x > right + NEAR).length
  return 2 * astray > fronts.length
}

/** Columns wander by a few characters where letters have different widths. */
const NEAR = 8
