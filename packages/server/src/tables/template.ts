import type { Readable } from 'node:stream'
import type { SideTable } from '../database/tables.ts'
import { xlsxStream } from '../sheets/write-xlsx.ts'
import { COLUMN_HELP } from './column-help.ts'
import { COLUMNS } from './columns.ts'
import { EXPLANATION } from './sheet-notices.ts'
import { csvText } from './write-table.ts'

const HELP_HEADER = ['Kolom / Column', 'Nama lain / Other names', 'Contoh / Example', 'Penjelasan', 'Explanation']
const HELP_WIDTHS = [20, 36, 40, 90, 90]

/** A table to be filled in: the header and an example. */
export function templateCsv (side: SideTable): string {
  return csvText(exampleOf(side))
}

/** The same as a workbook, in cells that keep codes as they are typed, with a second sheet that explains each column. */
export function templateXlsx (side: SideTable): Readable {
  const [header, example] = exampleOf(side)
  return xlsxStream([
    { name: side, header, rows: [[example]] },
    { name: EXPLANATION.id, header: HELP_HEADER, rows: [explanation(side)], widths: HELP_WIDTHS },
  ])
}

function exampleOf (side: SideTable): [header: string[], example: string[]] {
  const names = COLUMNS[side].map(({ name }) => name)
  return [names, names.map(name => COLUMN_HELP[side][name].example)]
}

function explanation (side: SideTable): string[][] {
  return COLUMNS[side].map(({ name, aliases }) => {
    const { example, en, id } = COLUMN_HELP[side][name]
    return [name, aliases.join(', '), example, id, en]
  })
}
