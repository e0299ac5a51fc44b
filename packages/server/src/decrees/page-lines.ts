/** A piece of text as the PDF places it. Units are points; y grows upwards. */
export interface PlacedText {
  text: string
  x: number
  y: number
  width: number
  height: number
}

/** Where no piece of a page tells how wide its letters are. */
const USUAL_LETTER_WIDTH = 5.5

/** Pieces whose base lines differ by less than this share of their height stand in one line. */
const SAME_LINE = 0.5

/** Gaps below this share of a letter are between the pieces of one word. */
const LEAST_SPACE = 0.25

/** Gaps from this many letters on are between columns. */
const COLUMN_GAP = 2

/** No page is so wide; what stands further right is put here. */
const LAST_COLUMN = 400

/**
 * The lines of a page, from the top, with spaces so that what stands in one column on the page does in the text. Pieces are taken by their place, not in the
 * order of the file, which may hold the columns of a table one after the other.
 */
export function pageLines (pieces: readonly PlacedText[]): string[] {
  const filled = pieces.filter(({ text }) => text.trim() !== '')
  const letterWidth = medianLetterWidth(filled)
  const left = filled.reduce((least, { x }) => Math.min(least, x), Infinity)
  return linesOf(filled).map(line => lineText(line, left, letterWidth))
}

function linesOf (pieces: readonly PlacedText[]): PlacedText[][] {
  const lines: PlacedText[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (first !== undefined && first.y - piece.y < SAME_LINE * Math.max(1, Math.min(first.height, piece.height))) line!.push(piece)
    else lines.push([piece])
  }
  return lines.map(line => line.sort((a, b) => a.x - b.x))
}

function lineText (line: readonly PlacedText[], left: number, letterWidth: number): string {
  const parts: string[] = []
  let length = 0
  let end = -Infinity
  for (const { text, x, width } of line) {
    const gap = (x - end) / letterWidth
    const column = Math.min(LAST_COLUMN, Math.round((x - left) / letterWidth))
    const least = gap >= COLUMN_GAP ? 2 : gap >= LEAST_SPACE ? 1 : 0
    const spaces = parts.length === 0 ? column : gap >= COLUMN_GAP ? Math.max(least, column - length) : least
    parts.push(' '.repeat(spaces), text)
    length += spaces + text.length
    end = x + width
  }
  return parts.join('')
}

function medianLetterWidth (pieces: readonly PlacedText[]): number {
  const widths = pieces.filter(({ text, width }) => text.length > 2 && width > 0).map(({ text, width }) => width / text.length).sort((a, b) => a - b)
  return widths[widths.length >> 1] ?? USUAL_LETTER_WIDTH
}
