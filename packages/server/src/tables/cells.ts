/**
 * How one cell says one value. `read` never fails: what it cannot make out it hands on as the text it is, and the matcher's checker tells
 * what was expected there. `write` gives the cell back.
 */
export interface Cell {
  read: (text: string) => unknown
  write: (value: never) => string
}

/** An explicit empty list. */
export const NONE = '-'
export const SEPARATOR = '|'
const ANY_WORDS = new Set(['any', 'bebas'])
const YES = new Set(['ya', 'yes', 'y', 'true', '1'])
const NO = new Set(['tidak', 'no', 'n', 'false', '0'])

export const textCell: Cell = {
  read: text => text,
  write: (value: string) => value,
}

export const wholeCell: Cell = {
  read: readWhole,
  write: (value: number) => String(value),
}

/** Rupiah as people write it: `5000000`, `5.000.000`, `Rp 5,000,000`, `Rp5.000.000,00`. */
export const rupiahCell: Cell = {
  read: text => {
    const bare = text.replace(/^(rp\.?|idr)\s*/i, '').replace(/(,-|[.,]00)$/, '').replace(/\s/g, '')
    return readWhole(/^\d{1,3}([.,]\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, '') : bare, text)
  },
  write: (value: number) => String(value),
}

/** Degrees with a point or, as in Indonesian spreadsheets, a comma. */
export const degreesCell: Cell = {
  read: text => /^[+-]?\d{1,3}([.,]\d{1,20})?$/.test(text) ? Number(text.replace(',', '.')) : text,
  write: (value: number) => String(value),
}

export const yesNoCell: Cell = {
  read: text => YES.has(text.toLowerCase()) ? true : NO.has(text.toLowerCase()) ? false : text,
  write: (value: boolean) => value ? 'ya' : 'tidak',
}

/** Items with `|` between them; `-` for none at all. */
export function listCell<Item> (read: (text: string) => unknown, write: (item: Item) => string): Cell {
  return {
    read: text => text === NONE ? [] : text.split(SEPARATOR).map(item => read(item.trim())),
    write: (items: readonly Item[]) => items.length === 0 ? NONE : items.map(write).join(SEPARATOR),
  }
}

export const codesCell: Cell = listCell<string>(code => code, code => code)

/** A cell that may also say that anything will do. */
export function orAny (cell: Cell): Cell {
  return {
    read: text => ANY_WORDS.has(text.toLowerCase()) ? 'any' : cell.read(text),
    write: (value: unknown) => value === 'any' ? 'any' : cell.write(value as never),
  }
}

/** A whole number when it is one that is exact, else the text. */
export function readWhole (text: string, otherwise: string = text): unknown {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : otherwise
}
