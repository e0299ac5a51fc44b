import { line } from './draw.ts'
import { head, signature } from './head.ts'
import type { FormOffice } from './office.ts'
import { BOLD, FONT, makePdf, MARGIN, SHORT, LONG, type Pdf } from './pdf.ts'

/** A block of a data sheet: a title, and lines of label and value. */
export interface Block {
  title: string
  lines: ReadonlyArray<readonly [label: string, value: string]>
}

export interface SheetForm {
  office: FormOffice
  code: string
  title: string
  number?: string
  day: string
  blocks: readonly Block[]
  /** Who signs at the left; the officer signs at the right. */
  signs: { role: string, name: string }
}

const WIDTH = SHORT - 2 * MARGIN
const LABEL = 165
const SIZE = 9
const FOOT = 110

/** A sheet of data, A4, over as many pages as it needs. */
export async function sheetPdf (form: SheetForm): Promise<Buffer> {
  return await makePdf({ title: form.title, day: form.day }, pdf => {
    let y = head(pdf, form.office, form.code, MARGIN, MARGIN, WIDTH)
    line(pdf, form.title, MARGIN, y, WIDTH, { size: 12, font: BOLD, align: 'center' })
    y += 18
    if (form.number !== undefined) line(pdf, `Nomor: ${form.number}`, MARGIN, y, WIDTH, { size: SIZE, align: 'center' })
    y += 18
    const room = (height: number): void => {
      if (y + height <= LONG - MARGIN) return
      pdf.addPage()
      pdf.lineWidth(0.6)
      y = MARGIN
    }
    for (const { title, lines } of form.blocks) {
      room(40)
      line(pdf, title, MARGIN, y, WIDTH, { size: SIZE, font: BOLD })
      y += 15
      for (const [label, value] of lines) {
        const height = Math.max(12, heightOf(pdf, value)) + 3
        room(height)
        line(pdf, label, MARGIN + 8, y, LABEL - 16, { size: SIZE })
        pdf.font(FONT).fontSize(SIZE).text(value === '' ? '–' : value, MARGIN + LABEL, y, { width: WIDTH - LABEL, lineGap: 1 })
        pdf.save().lineWidth(0.3).dash(1, { space: 1.5 }).moveTo(MARGIN + LABEL, y + height - 3).lineTo(MARGIN + WIDTH, y + height - 3).stroke().restore()
        y += height
      }
      y += 8
    }
    room(FOOT)
    line(pdf, form.signs.role, MARGIN, y + 11, WIDTH / 2, { align: 'center' })
    line(pdf, form.signs.name, MARGIN, y + 57, WIDTH / 2, { font: BOLD, align: 'center' })
    signature(pdf, form.office, form.day, MARGIN + WIDTH / 2, y, WIDTH / 2)
  })
}

function heightOf (pdf: Pdf, text: string): number {
  return pdf.font(FONT).fontSize(SIZE).heightOfString(text === '' ? '–' : text, { width: WIDTH - LABEL, lineGap: 1 })
}
