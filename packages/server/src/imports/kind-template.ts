import type { Readable } from 'node:stream'
import type { Language } from '../errors/problem.ts'
import { xlsxStream } from '../sheets/write-xlsx.ts'
import { EXPLANATION } from '../tables/sheet-notices.ts'
import { csvText } from '../tables/write-table.ts'
import { KINDS, type KindName } from './kinds/kinds.ts'

const HELP_WIDTHS = [24, 24, 12, 40, 80]

/** A table of a kind to be filled in: header and example. Both languages read back. */
export function kindTemplateCsv (kind: KindName, language: Language): string {
  return csvText(exampleOf(kind, language))
}

/** The same as a workbook, whose second sheet explains every column. */
export function kindTemplateXlsx (kind: KindName, language: Language): Readable {
  const [header, example] = exampleOf(kind, language)
  const isId = language === 'id'
  const rows = KINDS[kind].columns.map(({ name, id, en, required, example, help, helpId }) => [isId ? id : en, name, required ? (isId ? 'wajib' : 'yes') : '', example, isId ? helpId : help])
  return xlsxStream([
    { name: kind, header, rows: [[example]] },
    { name: EXPLANATION[language], header: isId ? ['Kolom', 'Nama tetap', 'Wajib', 'Contoh', 'Penjelasan'] : ['Column', 'Stable name', 'Needed', 'Example', 'Explanation'], rows: [rows], widths: HELP_WIDTHS },
  ])
}

function exampleOf (kind: KindName, language: Language): [header: string[], example: string[]] {
  const columns = KINDS[kind].columns.filter(({ tells }) => tells.length === 0)
  return [columns.map(column => column[language]), columns.map(({ example }) => example)]
}
