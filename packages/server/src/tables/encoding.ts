import { FileError } from './file-error.ts'
import type { Source } from './source.ts'

export type Encoding = 'utf-8' | 'windows-1252'

/**
 * Tells how a text file is encoded, in one pass: UTF-8 when every byte fits it, else Windows-1252, in which anything fits.
 * Throws FileError for UTF-16, which a spreadsheet calls "Unicode text".
 */
export async function encodingOf (source: Source): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const chunk of source()) {
      if (first) refuseUtf16(chunk)
      first = false
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error
    return 'windows-1252'
  }
}

/** The text of a file. A byte order mark is left out. */
export async function * textOf (source: Source, encoding: Encoding): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of source()) {
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

/** A mark at the start, or a zero byte in every pair of the first ones. */
function refuseUtf16 (chunk: Uint8Array): void {
  const marked = (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)
  const paired = chunk.length >= 4 && ((chunk[0] === 0 && chunk[2] === 0) || (chunk[1] === 0 && chunk[3] === 0))
  if (!marked && !paired) return
  throw new FileError({
    code: 'utf-16',
    expected: 'UTF-8 or Windows-1252',
    message: 'The file is in UTF-16; save it as "CSV UTF-8" and send it again.',
    messageId: 'Berkas ini dalam UTF-16; simpan sebagai "CSV UTF-8" lalu kirim lagi.',
  })
}
