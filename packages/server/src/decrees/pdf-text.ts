import { getDocumentProxy } from 'unpdf'
import { pageLines, type PlacedText } from './page-lines.ts'

/** A decree has some hundred pages. */
const MOST_PAGES = 5000

/** More text than a decree can have; a small file may unpack to very much. */
const MOST_CHARACTERS = 20_000_000

/** Thrown for a file that is no PDF, is damaged or locked, or holds no text. The message ends the sentence "the file ...". */
export class PdfError extends Error {
  override readonly name = 'PdfError'
  readonly messageId: string

  constructor (message: string, messageId: string) {
    super(message)
    this.messageId = messageId
  }
}

/** The text of a PDF as lines in which columns stand under each other. Runs no script of the file and fetches nothing. Throws PdfError. */
export async function pdfText (bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(bytes, { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, stopAtErrors: false, verbosity: 0 }).catch((error: unknown) => { throw unreadable(error) })
  try {
    if (document.numPages > MOST_PAGES) throw new PdfError(`has ${document.numPages} pages, more than ${MOST_PAGES}`, `memiliki ${document.numPages} halaman, lebih dari ${MOST_PAGES}`)
    const lines: string[] = []
    let numCharacters = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number).catch((error: unknown) => { throw unreadable(error) })
      const { items } = await page.getTextContent().catch((error: unknown) => { throw unreadable(error) })
      for (const line of pageLines(items.flatMap(placed))) {
        lines.push(line)
        numCharacters += line.length + 1
      }
      page.cleanup()
      if (numCharacters > MOST_CHARACTERS) throw new PdfError('holds more text than a decree can', 'memuat teks lebih banyak daripada yang mungkin dalam sebuah keputusan')
      lines.push('')
    }
    if (numCharacters === 0) throw new PdfError('holds pictures of pages and no text: have it recognised (OCR) first', 'berisi gambar halaman tanpa teks: kenali teksnya (OCR) terlebih dahulu')
    return lines.join('\n')
  } finally {
    await document.destroy()
  }
}

type PdfItem = Awaited<ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>['getTextContent']>>['items'][number]

/** Text that stands upright; stamps across the page are no part of it, and what is only marked content has no text. */
function placed (item: PdfItem): PlacedText[] {
  if (!('str' in item)) return []
  const [, slantUp, slantRight, , x, y] = item.transform as number[]
  if (Math.abs(slantUp) > 0.01 && Math.abs(slantRight) > 0.01) return []
  return [{ text: item.str, x, y, width: item.width, height: item.height }]
}

function unreadable (error: unknown): PdfError {
  const { name, message } = error as Error
  if (name === 'PasswordException') return new PdfError('is locked with a password: save it without one', 'terkunci kata sandi: simpan tanpa kata sandi')
  return new PdfError(`is no PDF that can be read (${message})`, `bukan PDF yang dapat dibaca (${message})`)
}
