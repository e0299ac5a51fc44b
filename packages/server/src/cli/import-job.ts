import type { SideTable } from '../database/tables.ts'
import type { ImportMode } from '../schemas/import.ts'
import type { TableFile } from './table-file.ts'

/** One file to import. */
export interface ImportJob {
  side: SideTable
  file: TableFile
  mode: ImportMode
  dryRun: boolean
}
