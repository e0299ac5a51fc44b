import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { FileError } from '../tables/file-error.ts'
import { encodingOf, textOf } from '../tables/encoding.ts'
import { pdfText, PdfError } from './pdf-text.ts'

/** A decree with its pictures; a bigger file is something else. */
const MOST_BYTES = 200_000_000

/** Where a PDF says that it is one, though some have a few bytes before it. */
const HEAD_BYTES = 1024

/** The text of a file that is a PDF or text, told by what is in it. Throws PdfError or FileError for what is neither, and what the disk says. */
export async function decreeText (path: string): Promise<string> {
  const { size } = await stat(path)
  if (size > MOST_BYTES) throw new PdfError(`has ${size} bytes, more than ${MOST_BYTES}`, `berukuran ${size} bita, lebih dari ${MOST_BYTES}`)
  const bytes = await readFile(path)
  if (bytes.subarray(0, HEAD_BYTES).includes('%PDF-')) return await pdfText(new Uint8Array(bytes))
  if (bytes.subarray(0, HEAD_BYTES).includes(0)) {
    throw new FileError({ code: 'not-text', expected: 'a PDF, or text in UTF-8 or Windows-1252', message: 'The file is neither a PDF nor text.', messageId: 'Berkas ini bukan PDF dan bukan teks.' })
  }
  const source = (): AsyncIterable<Uint8Array> => createReadStream(path)
  const parts: string[] = []
  for await (const text of textOf(source, await encodingOf(source))) parts.push(text)
  return parts.join('')
}
