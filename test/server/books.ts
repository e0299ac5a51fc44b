import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What a workbook of a test is made of, beside its sheet. */
export interface BookParts {
  sheets?: ReadonlyArray<{ name: string, rows: string, state?: string }>
  strings?: readonly string[]
  /** Number formats of the styles 0, 1, 2, …: a number of a built-in one, or a text. */
  formats?: ReadonlyArray<number | string>
  countsFrom1904?: boolean
  contentType?: string
  more?: Readonly<Record<string, string | Buffer>>
}

/** A workbook made by hand, so that the reader is not only held against its own writer. */
export function book (rows: string, { sheets = [{ name: 'Data', rows }], strings, formats = [], countsFrom1904 = false, contentType = 'application/xml', more = {} }: BookParts = {}): Buffer {
  const own = formats.map((format, position) => typeof format === 'number' ? '' : `<numFmt numFmtId="${170 + position}" formatCode="${format.replaceAll('"', '&quot;')}"/>`)
  const styles = formats.map((format, position) => `<xf numFmtId="${typeof format === 'number' ? format : 170 + position}"/>`)
  return zip({
    '[Content_Types].xml': `<Types><Default Extension="xml" ContentType="${contentType}"/></Types>`,
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${RELATIONS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="${Number(countsFrom1904)}"/><x:sheets>${sheets.map(({ name, state }, position) => `<x:sheet name="${name}" ${state === undefined ? '' : `state="${state}"`} r:id="s${position}"/>`).join('')}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, position) => `<Relationship Id="s${position}" Type="${RELATIONS}/worksheet" Target="worksheets/s${position}.xml"/>`).join('')}` +
      `<Relationship Id="t" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings.map(text => `<si>${text}</si>`).join('')}</sst>` }),
    ...Object.fromEntries(sheets.map((sheet, position) => [`xl/worksheets/s${position}.xml`, `<worksheet><sheetData>${sheet.rows}</sheetData></worksheet>`])),
    ...more,
  })
}

/** Cells of text, in a row. */
export function textRow (...cells: readonly string[]): string {
  return `<row>${cells.map(cell => cell === '' ? '<c/>' : `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
}

/** A zip file; `claim` is what it says of the size of its parts instead of the truth. */
export function zip (parts: Readonly<Record<string, string | Buffer>>, claim?: number): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content as string)
    const packed = deflateRawSync(data)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(data), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claim ?? data.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    files.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), head, rest, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(parts).length, 4)
  end.writeUInt16LE(Object.keys(parts).length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, listed, Buffer.from('PK\x05\x06'), end])
}

/** The parts of a zip file as its directory names them. */
export function unzip (file: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  const end = file.lastIndexOf('PK\x05\x06')
  let at = file.readUInt32LE(end + 16)
  for (let count = file.readUInt16LE(end + 10); count > 0; count--) {
    const [method, size, nameLength, extra, comment, offset] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)]
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
    const packed = file.subarray(start, start + size)
    parts.set(file.toString('utf8', at + 46, at + 46 + nameLength), (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}
