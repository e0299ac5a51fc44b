/** A table read from CSV text: its header, and its rows with the line each began on. */
export interface CsvTable {
  header: string[]
  rows: Array<{ line: number, cells: string[] }>
}

/** Separators that spreadsheets write. */
const SEPARATORS = [',', ';', '\t']

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Reads RFC 4180 text with any line end. The separator is the one the header line holds most often: comma, semicolon or
 * tab. Blank lines are left out. Throws SyntaxError with the line for a quote that is never closed or stands amid a cell.
 */
export function readCsv (text: string): CsvTable {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const [header, ...rows] = readRows(body, separatorOf(body)).filter(({ cells }) => cells.length > 1 || cells[0] !== '')
  if (header === undefined) throw new SyntaxError('The CSV text is empty: expected a header line and rows.')
  return { header: header.cells.map(cell => cell.trim()), rows }
}

function separatorOf (body: string): string {
  const firstLine = /^[^\r\n]*/.exec(body)![0]
  let best = SEPARATORS[0]!
  for (const separator of SEPARATORS) {
    if (firstLine.split(separator).length > firstLine.split(best).length) best = separator
  }
  return best
}

function readRows (body: string, separator: string): CsvTable['rows'] {
  const rows: CsvTable['rows'] = []
  let cells: string[] = []
  let line = 1
  let rowLine = 1
  let pos = 0
  while (pos < body.length) {
    const cell = body[pos] === '"' ? quotedCell(body, pos, line) : plainCell(body, pos, separator)
    cells.push(cell.text)
    line += cell.lineEnds
    pos = cell.end

    if (body[pos] === separator) {
      pos++
      if (pos === body.length) cells.push('')
      else continue
    } else if (pos < body.length && body[pos] !== '\r' && body[pos] !== '\n') {
      throw new SyntaxError(`Line ${line} of the CSV text has ${JSON.stringify(body[pos])} after a closing quote: expected a separator or a line end.`)
    }
    rows.push({ line: rowLine, cells })
    cells = []
    pos += body.startsWith('\r\n', pos) ? 2 : 1
    rowLine = ++line
  }
  return rows
}

interface Cell {
  text: string
  /** Position after the cell. */
  end: number
  lineEnds: number
}

function plainCell (body: string, start: number, separator: string): Cell {
  let end = start
  while (end < body.length && body[end] !== separator && body[end] !== '\r' && body[end] !== '\n') end++
  return { text: body.slice(start, end), end, lineEnds: 0 }
}

function quotedCell (body: string, start: number, line: number): Cell {
  let quote = body.indexOf('"', start + 1)
  while (quote >= 0 && body[quote + 1] === '"') quote = body.indexOf('"', quote + 2)
  if (quote < 0) throw new SyntaxError(`The quote on line ${line} of the CSV text is never closed.`)
  const raw = body.slice(start + 1, quote)
  return { text: raw.replaceAll('""', '"'), end: quote + 1, lineEnds: raw.split(/\r\n|\r|\n/).length - 1 }
}
