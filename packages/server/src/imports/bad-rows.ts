import type { Language } from '../errors/problem.ts'
import { BESIDE } from './column-map.ts'
import type { BadRow, ImportRow } from './import-rows.ts'
import type { CellFault } from './row-reader.ts'

/** The header of the file of bad rows: as the file came, then where and why. */
export function badRowHeader ({ facts }: Pick<ImportRow, 'facts'>, language: Language): string[] {
  return [...facts.mapped.map(({ header }) => header), ...BESIDE[language]]
}

export function badRowCells ({ line, cells, faults }: BadRow, { facts }: Pick<ImportRow, 'facts'>, language: Language): string[] {
  const own = facts.mapped.map((_, position) => cells[position] ?? '')
  return [...own, String(line), faults.map(fault => sentence(fault, facts, language)).join(' ')]
}

/** A fault with the name that the file gives the column. */
export function sentence (fault: CellFault, facts: ImportRow['facts'], language: Language): string {
  const text = language === 'id' ? fault.messageId : fault.message
  const header = headerOf(fault, facts)
  return header === null ? text : `${header}: ${text}`
}

export function headerOf ({ column }: CellFault, { mapped }: ImportRow['facts']): string | null {
  if (column === undefined) return null
  return mapped.find(entry => entry.column === column)?.header ?? column
}
