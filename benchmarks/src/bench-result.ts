import type { Row } from './row.ts'

/** Figures, and what has to be said beside them. */
export interface BenchResult {
  rows: Row[]
  notes: string[]
}
