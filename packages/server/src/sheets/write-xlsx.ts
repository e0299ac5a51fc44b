import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { writeEscaped } from './escaped-text.ts'

/** One sheet to be written. */
export interface SheetToWrite {
  /** At most 31 characters, without `[]:*?/\`. */
  name: string
  header: readonly string[]
  /** Rows some at a time. A cell is text whatever it looks like, or a number. */
  rows: AsyncIterable<ReadonlyArray<readonly Cell[]>> | Iterable<ReadonlyArray<readonly Cell[]>>
  /** Width of each column, in characters. Default 18. */
  widths?: readonly number[]
}

export type Cell = string | number

const LONGEST_CELL = 32_767
const USUAL_WIDTH = 18
const STYLE = { general: 0, text: 1, heading: 2 } as const
/** The same bytes for the same table: no file has the time of its making. */
const MADE = new Date(Date.UTC(2000, 0, 1, 12))

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook as a stream, made as it is read: memory does not grow with the rows. Texts are cells of the format "Text" and never formulas, also
 * after somebody has edited them; empty cells of a column have that format too, so that a code typed there stays as it was typed.
 */
export function xlsxStream (sheets: readonly SheetToWrite[]): Readable {
  const zip = new ZipFile()
  const add = (name: string, pieces: Iterable<string> | AsyncIterable<string>): void => {
    zip.addReadStreamLazy(name, { mtime: MADE, mode: 0o100644 }, done => done(null, Readable.from(pieces, { objectMode: false })))
  }
  add('[Content_Types].xml', [contentTypes(sheets.length)])
  add('_rels/.rels', [`${XML}<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`])
  add('xl/workbook.xml', [workbook(sheets)])
  add('xl/_rels/workbook.xml.rels', [relations(sheets.length)])
  add('xl/styles.xml', [styles()])
  sheets.forEach((sheet, position) => add(`xl/worksheets/sheet${position + 1}.xml`, sheetXml(sheet)))
  zip.end()
  const output = zip.outputStream as Readable
  zip.on('error', error => output.destroy(error))
  return output
}

async function * sheetXml ({ header, rows, widths }: SheetToWrite): AsyncGenerator<string, void> {
  const columns = header.map((_, position) => `<col min="${position + 1}" max="${position + 1}" width="${widths?.[position] ?? USUAL_WIDTH}" style="${STYLE.text}" customWidth="1"/>`)
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
  let line = 1
  yield rowXml(header, line, STYLE.heading)
  for await (const batch of rows) yield batch.map(row => rowXml(row, ++line, STYLE.text)).join('')
  yield '</sheetData></worksheet>'
}

/** Cells follow one another from the first column; an empty one is left out, so the others say where they stand. */
function rowXml (cells: readonly Cell[], line: number, style: number): string {
  let xml = `<row r="${line}">`
  cells.forEach((cell, position) => {
    if (cell === '') return
    xml += typeof cell === 'number'
      ? `<c r="${columnName(position)}${line}" s="${STYLE.general}"><v>${cell}</v></c>`
      : `<c r="${columnName(position)}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${writeEscaped(short(cell))}</t></is></c>`
  })
  return `${xml}</row>`
}

/** A spreadsheet refuses the whole file for one longer text. What stands instead cannot be taken for a value. */
function short (text: string): string {
  return text.length <= LONGEST_CELL ? text : `#TOO-LONG: ${text.length} characters; a cell has at most ${LONGEST_CELL}. Take the CSV.`
}

function columnName (position: number): string {
  const last = String.fromCharCode(65 + position % 26)
  return position < 26 ? last : columnName(Math.floor(position / 26) - 1) + last
}

function contentTypes (sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, position) => `<Override PartName="/xl/worksheets/sheet${position + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`)
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${parts.join('')}</Types>`
}

function workbook (sheets: readonly SheetToWrite[]): string {
  const list = sheets.map(({ name }, position) => `<sheet name="${writeEscaped(name)}" sheetId="${position + 1}" r:id="rId${position + 1}"/>`)
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>`
}

function relations (sheets: number): string {
  const list = Array.from({ length: sheets }, (_, position) => `<Relationship Id="rId${position + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${position + 1}.xml"/>`)
  return `${XML}<Relationships xmlns="${PACKAGE_RELATIONS}">${list.join('')}<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`
}

/** General, text (the built-in format 49), and bold text for the header. */
function styles (): string {
  return `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>'
}
