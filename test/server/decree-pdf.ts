import { PDFDocument, StandardFonts } from 'pdf-lib'

/** Text at a place of the page, in points from the left. */
export interface PdfCell {
  x: number
  text: string
}

const LINE_HEIGHT = 16
const TOP = 780
const LINES_ON_PAGE = 42

/** A PDF of lines of cells. `byColumn` writes the pieces of a page column by column, as many programs do. */
export async function pdfOf (lines: ReadonlyArray<readonly PdfCell[]>, { byColumn = false }: { byColumn?: boolean } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  for (let first = 0; first < lines.length; first += LINES_ON_PAGE) {
    const page = document.addPage([595, 842])
    const pieces = lines.slice(first, first + LINES_ON_PAGE).flatMap((cells, row) => cells.map(({ x, text }) => ({ x, y: TOP - row * LINE_HEIGHT, text })))
    if (byColumn) pieces.sort((a, b) => a.x - b.x || b.y - a.y)
    for (const { x, y, text } of pieces) page.drawText(text, { x, y, size: 11, font })
    page.drawText(`- ${first / LINES_ON_PAGE + 1} -`, { x: 280, y: 40, size: 11, font })
  }
  return await document.save()
}
