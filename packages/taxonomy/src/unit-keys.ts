import { unpackInts } from './packed-ints.ts'
import type { UnitTable } from './tables.ts'

/** The short decree of every row; null where it is unknown. */
export function unitDecrees (table: UnitTable): Array<string | null> {
  return Array.from(unpackInts(table.decreeOf), place => place === 0 ? null : table.decrees[place - 1]!)
}

/** The key of every row: the plain code, with its decree (`@-` where unknown) if another row has the same code. */
export function unitKeys (codes: readonly string[], decreeOf: ReadonlyArray<string | null>): string[] {
  const uses = new Map<string, number>()
  for (const code of codes) uses.set(code, (uses.get(code) ?? 0) + 1)
  return codes.map((code, row) => uses.get(code) === 1 ? code : `${code}@${decreeOf[row] ?? '-'}`)
}
