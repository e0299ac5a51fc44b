import PDFDocument from 'pdfkit'

/** A page under the pen. Lengths are points, 72 an inch, from the upper left. */
export type Pdf = InstanceType<typeof PDFDocument>

export const FONT = 'Helvetica'
export const BOLD = 'Helvetica-Bold'
export const ITALIC = 'Helvetica-Oblique'
/** A4. */
export const SHORT = 595.28
export const LONG = 841.89
export const MARGIN = 28

export interface PdfOptions {
  title: string
  /** The day it bears, YYYY-MM-DD: the same data and day give the same bytes. */
  day: string
  landscape?: boolean
}

/**
 * Makes a PDF. Its fonts are the standard ones that every reader has, with the letters of Western Europe: what is written on identity cards in
 * Indonesia is within them, and `unprintable` tells what is not.
 */
export async function makePdf ({ title, day, landscape = false }: PdfOptions, draw: (pdf: Pdf) => void): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margin: 0,
    lang: 'id-ID',
    displayTitle: true,
    info: { Title: title, Producer: 'Padan', Creator: 'Padan', CreationDate: new Date(`${day}T00:00:00Z`) },
  })
  const pieces: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (piece: Buffer) => pieces.push(piece))
    pdf.on('end', () => resolve(Buffer.concat(pieces)))
    pdf.on('error', reject)
  })
  pdf.lineWidth(0.6)
  draw(pdf)
  pdf.end()
  return await done
}

/** Windows-1252 beyond Latin-1: the letters and signs of the standard fonts. */
const EXTRA = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')

/** The first character that the forms cannot print; undefined when all can be. */
export function unprintable (text: string): string | undefined {
  for (const character of text) {
    const code = character.codePointAt(0) as number
    const isLatin = (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff)
    if (!isLatin && !EXTRA.has(character)) return character
  }
  return undefined
}

/** The text with a question mark for what the forms cannot print: a firm's letter must not fail for a sign in its name. */
export function printable (text: string): string {
  return Array.from(text, character => unprintable(character) === undefined ? character : '?').join('')
}
