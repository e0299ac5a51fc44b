import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { damaged, tooMuch } from './sheet-error.ts'

/** No part of a workbook goes deeper than a dozen. */
const MOST_DEPTH = 64
/** Most characters between two tags, or within one: 128 times what a cell may hold. */
const LONGEST_PIECE = 4_194_304

/** What a reader of a part wants to be told; names come without their prefix. */
export interface XmlReader {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/**
 * Reads a part of XML as it comes and tells what is in it; after each chunk it yields what `take` has, and others have their turn. Depth, and the length
 * of what must be held until it ends, are bounded. Throws FileError.
 */
export async function * readXml<T> (chunks: AsyncIterable<Uint8Array>, reader: XmlReader, take: () => T): AsyncGenerator<T, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new SaxesParser({ position: false, xmlns: false })
  let depth = 0
  let waiting = 0
  parser.on('error', () => { throw damaged() })
  // Nothing here needs one, and it may define what grows without end.
  parser.on('doctype', () => { throw damaged() })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    waiting = 0
    if (++depth > MOST_DEPTH) throw tooMuch(`${MOST_DEPTH} levels`, `${MOST_DEPTH} tingkat`)
    reader.open?.(bare(name), attributes)
  })
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    waiting = 0
    depth--
    reader.close?.(bare(name))
  })
  const onText = (text: string): void => {
    waiting = 0
    reader.text?.(text)
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  for await (const chunk of chunks) {
    parser.write(decode(() => decoder.decode(chunk, { stream: true })))
    waiting += chunk.length
    if (waiting > LONGEST_PIECE) throw tooMuch(`${LONGEST_PIECE} characters in one piece`, `${LONGEST_PIECE} karakter dalam satu bagian`)
    yield take()
  }
  parser.write(decode(() => decoder.decode()))
  parser.close()
  yield take()
}

/** Reads a whole part. */
export async function readAll (chunks: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  const reading = readXml(chunks, reader, () => {})
  while ((await reading.next()).done !== true) continue
}

function bare (name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function decode (read: () => string): string {
  try {
    return read()
  } catch {
    throw damaged()
  }
}
