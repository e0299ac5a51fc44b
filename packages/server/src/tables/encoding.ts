import type { Source } from './source.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * Tells how a text file is encoded, in one pass: UTF-16, which a spreadsheet calls "Unicode text", by its beginning; UTF-8 when every byte fits it; else
 * Windows-1252, in which anything fits.
 */
export async function encodingOf (source: Source): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const chunk of source()) {
      const utf16 = isFirst ? utf16Of(chunk) : undefined
      if (utf16 !== undefined) return utf16
      isFirst = false
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

/** A mark at the start; or, without one, text whose first letters have a zero byte each, all on the same side. */
function utf16Of ([first, second, third, fourth]: Uint8Array): Encoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first > 0 && second === 0 && third > 0 && fourth === 0) return 'utf-16le'
  return first === 0 && second > 0 && third === 0 && fourth > 0 ? 'utf-16be' : undefined
}
