import { escaped } from './svg.ts'
import type { JudgedMark, MarkKind } from './ten-adverts.ts'

/** Each kind has a colour of its own, light enough for black letters, and is named above its words: nobody has to tell colours apart. */
export const COLOURS: Readonly<Partial<Record<MarkKind, string>>> = {
  occupation: '#cfe2ff', skill: '#d1f2d9', level: '#ffe8b3', field: '#ffd9c2', experience: '#e4d7ff', licence: '#c9f0f2', place: '#f7d6e6', 'job-type': '#e3e3c8', protected: '#ffc9c9',
}
const OTHER_COLOUR = '#e6e6e6'
const MISSED = '#c00000'

/** Sizes in pixels. Every line of text is drawn to its exact length, whatever font there is. */
const LETTER = 8
const LINE = 34
const MARGIN = 16
const BASE = 26
const NAME_HEIGHT = 10
const NAME_LETTER = 5.6
const MOST_LETTERS = 100

/** Part of a line between two borders of marks. */
interface Piece {
  text: string
  column: number
  row: number
}

/** The picture of an advert: what was found coloured, what was missed outlined in red, what was read besides outlined in grey. Plain SVG, without scripts and styles. */
export function advertPicture (text: string, marks: readonly JudgedMark[]): string {
  const { pieces, places, rows } = layOut(text)
  const width = 2 * MARGIN + MOST_LETTERS * LETTER
  const drawn: string[] = []
  // What was read besides inside another mark is told in the text below the picture: two frames in one place say nothing.
  const shown = marks.filter((mark, at) => mark.how !== 'besides' || !marks.some((other, place) => meets(other, mark) && (other.how !== 'besides' || place < at)))
  for (const [at, mark] of shown.entries()) {
    const { row, column } = places[mark.start]
    const letters = text.slice(mark.start, mark.end).split('\n', 1)[0].length
    const [x, y, length] = [MARGIN + column * LETTER, MARGIN + row * LINE + NAME_HEIGHT, letters * LETTER]
    const look = mark.how === 'found'
      ? `fill="${COLOURS[mark.kind] ?? OTHER_COLOUR}"`
      : `fill="none" stroke="${mark.how === 'missed' ? MISSED : '#808080'}" stroke-dasharray="${mark.how === 'missed' ? '4 2' : '2 3'}"`
    drawn.push(`<rect x="${x - 1}" y="${y}" width="${length + 2}" height="${LINE - NAME_HEIGHT - 4}" rx="3" ${look}/>`)
    const name = mark.how === 'found' ? mark.kind : mark.how === 'missed' ? `${mark.kind}: missed` : `${mark.kind}?`
    const next = shown[at + 1]
    const room = (next !== undefined && places[next.start].row === row ? places[next.start].column - column : MOST_LETTERS - column) * LETTER - 3
    const fitted = name.length * NAME_LETTER > room ? ` textLength="${room}" lengthAdjust="spacingAndGlyphs"` : ''
    drawn.push(`<text x="${x}" y="${y - 2}" font-size="9"${fitted} fill="${mark.how === 'missed' ? MISSED : '#555555'}">${escaped(name)}</text>`)
  }
  const words = pieces.map(({ text, row, column }) =>
    `<text x="${MARGIN + column * LETTER}" y="${MARGIN + row * LINE + BASE}" font-size="13" textLength="${text.length * LETTER}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escaped(text)}</text>`)
  const height = 2 * MARGIN + rows * LINE
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${[...drawn, ...words].join('\n')}
</svg>
`
}

function meets (one: JudgedMark, other: JudgedMark): boolean {
  return one !== other && one.start < other.end && other.start < one.end
}

/** Lines, cut at a space where they are too long; where each character stands. */
function layOut (text: string): { pieces: Piece[], places: Array<{ row: number, column: number }>, rows: number } {
  const pieces: Piece[] = []
  const places: Array<{ row: number, column: number }> = []
  let row = 0
  for (const line of text.split('\n')) {
    for (let from = 0; from < line.length || from === 0;) {
      const space = line.lastIndexOf(' ', from + MOST_LETTERS)
      const to = line.length - from <= MOST_LETTERS ? line.length : space > from ? space + 1 : from + MOST_LETTERS
      for (let column = 0; column < to - from; column++) places.push({ row, column })
      if (to > from) pieces.push({ text: line.slice(from, to).trimEnd(), row, column: 0 })
      if (line !== '') row++
      from = Math.max(to, 1)
    }
    places.push({ row, column: 0 })
  }
  return { pieces, places, rows: row }
}
