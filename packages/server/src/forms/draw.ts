import { BOLD, FONT, type Pdf } from './pdf.ts'

export interface TextStyle {
  size?: number
  font?: string
  align?: 'left' | 'center' | 'right'
}

const SMALLEST = 5

/** One line of text in a width. A long one is set smaller, and cut with an ellipsis only when it would not be readable. */
export function line (pdf: Pdf, text: string, x: number, y: number, width: number, { size = 8, font = FONT, align = 'left' }: TextStyle = {}): void {
  pdf.font(font)
  let fitting = size
  while (fitting > SMALLEST && pdf.fontSize(fitting).widthOfString(text) > width) fitting -= 0.25
  pdf.fontSize(fitting)
  let shown = text
  while (shown.length > 1 && pdf.widthOfString(shown) > width) shown = `${shown.slice(0, -2)}…`
  const free = width - pdf.widthOfString(shown)
  // Text that was set smaller stays on the line of its neighbours.
  pdf.text(shown, x + (align === 'center' ? free / 2 : align === 'right' ? free : 0), y + (size - fitting) * 0.7, { lineBreak: false })
}

/** Text over several lines, at most as high as given. Returns where the next thing may stand. */
export function paragraph (pdf: Pdf, text: string, x: number, y: number, width: number, { size = 8, font = FONT, height = 400, align = 'left' }: Omit<TextStyle, 'align'> & { height?: number, align?: 'left' | 'justify' } = {}): number {
  pdf.font(font).fontSize(size).text(text, x, y, { width, height, ellipsis: true, align, lineGap: 1 })
  return pdf.y
}

/** Digits and letters, one a box; groups stand apart. Returns the width. */
export function boxes (pdf: Pdf, text: string, groups: readonly number[], x: number, y: number, side: number): number {
  let left = x
  let position = 0
  for (const group of groups) {
    for (const character of text.slice(position, position + group)) {
      pdf.rect(left, y, side, side * 1.25).stroke()
      line(pdf, character, left, y + side * 0.3, side, { size: side * 0.85, font: BOLD, align: 'center' })
      left += side
    }
    position += group
    left += side * 0.5
  }
  return left - x
}

/** A line to write on, with what is known written already. */
export function ruled (pdf: Pdf, label: string, value: string, x: number, y: number, width: number, { labelWidth = 110, size = 8 }: { labelWidth?: number, size?: number } = {}): void {
  line(pdf, label, x, y, labelWidth - 8, { size })
  line(pdf, ':', x + labelWidth - 7, y, 6, { size })
  line(pdf, value, x + labelWidth, y, width - labelWidth, { size, font: BOLD })
  dotted(pdf, x + labelWidth, y + size + 2.5, width - labelWidth)
}

export function dotted (pdf: Pdf, x: number, y: number, width: number): void {
  pdf.save().lineWidth(0.4).dash(1, { space: 1.5 }).moveTo(x, y).lineTo(x + width, y).stroke().restore()
}

/** A choice as the old forms have it: the number of what holds, in a box, and the choices beside it. */
export function choice (pdf: Pdf, label: string, chosen: number | undefined, choices: readonly string[], x: number, y: number, width: number, labelWidth = 110): void {
  line(pdf, label, x, y, labelWidth - 8)
  line(pdf, ':', x + labelWidth - 7, y, 6)
  pdf.rect(x + labelWidth, y - 2, 11, 11).stroke()
  if (chosen !== undefined) line(pdf, String(chosen), x + labelWidth, y, 11, { font: BOLD, align: 'center' })
  line(pdf, choices.map((text, index) => `${index + 1}. ${text}`).join('   '), x + labelWidth + 16, y, width - labelWidth - 16, { size: 7.5 })
}

export interface Column {
  title: string
  width: number
  align?: 'left' | 'center'
}

/** A table with a ruled line round each cell. Returns where the next thing may stand. */
export function table (pdf: Pdf, columns: readonly Column[], rows: ReadonlyArray<readonly string[]>, x: number, y: number, { rowHeight = 12, headHeight = 13, size = 7 }: { rowHeight?: number, headHeight?: number, size?: number } = {}): number {
  let top = y
  const row = (cells: readonly string[], height: number, font: string, align?: 'center'): void => {
    let left = x
    columns.forEach(({ width, align: own }, index) => {
      pdf.rect(left, top, width, height).stroke()
      line(pdf, cells[index] ?? '', left + 3, top + (height - size) / 2, width - 6, { size, font, align: align ?? own })
      left += width
    })
    top += height
  }
  row(columns.map(({ title }) => title), headHeight, BOLD, 'center')
  for (const cells of rows) row(cells, rowHeight, FONT)
  return top
}
