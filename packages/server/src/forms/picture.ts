import type { Pdf } from './pdf.ts'

/** A picture that was looked at: small enough, and what it says it is. */
export interface Picture {
  readonly kind: 'jpeg' | 'png'
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

/** Thrown for bytes that are no usable picture. */
export class PictureError extends Error {
  override readonly name = 'PictureError'
  readonly messageId: string

  constructor (message: string, messageId: string) {
    super(message)
    this.messageId = messageId
  }
}

export const MOST_PICTURE_BYTES = 1_048_576
const LEAST_SIDE = 60
const MOST_SIDE = 4000
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * Checks a JPEG or PNG by its own words: at most 1 MiB, sides from 60 to 4,000 pixels. From a JPEG everything is taken out that is not the picture:
 * cameras write where and when it was made. Throws PictureError.
 */
export function readPicture (bytes: Buffer): Picture {
  if (bytes.length > MOST_PICTURE_BYTES) throw new PictureError(`The picture has ${bytes.length} bytes; at most ${MOST_PICTURE_BYTES} are taken.`, `Gambar berukuran ${bytes.length} bita; paling banyak ${MOST_PICTURE_BYTES}.`)
  const picture = bytes.subarray(0, 8).equals(PNG) ? readPng(bytes) : bytes[0] === 0xff && bytes[1] === 0xd8 ? readJpeg(bytes) : undefined
  if (picture === undefined) throw new PictureError('The picture is neither a whole JPEG nor a whole PNG.', 'Gambar bukan JPEG atau PNG yang utuh.')
  const { width, height } = picture
  if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > MOST_SIDE) {
    throw new PictureError(`The picture is ${width} x ${height} pixels; each side takes ${LEAST_SIDE} to ${MOST_SIDE}.`, `Gambar berukuran ${width} x ${height} piksel; tiap sisi ${LEAST_SIDE} sampai ${MOST_SIDE}.`)
  }
  return picture
}

/** Draws it as large as the frame allows, in its middle. */
export function drawPicture (pdf: Pdf, { bytes }: Picture, x: number, y: number, width: number, height: number): void {
  pdf.image(bytes, x, y, { fit: [width, height], align: 'center', valign: 'center' })
}

function readPng (bytes: Buffer): Picture | undefined {
  const isWhole = bytes.length >= 45 && bytes.toString('latin1', 12, 16) === 'IHDR' && bytes.toString('latin1', bytes.length - 8, bytes.length - 4) === 'IEND'
  // Kinds of eight bits that are not interlaced: what cameras and scanners make, and what the PDF takes.
  if (!isWhole || bytes[24] !== 8 || bytes[28] !== 0) return undefined
  return { kind: 'png', bytes, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** Start-of-frame markers of the kinds that PDF readers show: baseline, extended and progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
const START_OF_SCAN = 0xda
/** The header, and Adobe's note on how colours are to be read. */
const NEEDED = new Set([0xe0, 0xee])

function readJpeg (bytes: Buffer): Picture | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let size: { width: number, height: number } | undefined
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2) return undefined
    if (FRAMES.has(marker)) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    if (marker === START_OF_SCAN) {
      if (size === undefined || bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < at) return undefined
      return { kind: 'jpeg', bytes: Buffer.concat([...kept, bytes.subarray(at)]), ...size }
    }
    const isComment = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && !NEEDED.has(marker))
    if (!isComment) kept.push(bytes.subarray(at, at + 2 + length))
    at += 2 + length
  }
  return undefined
}
