import type { GapStep } from '../api.ts'

/** Which of two steps of equal worth goes first: fewer units, then kind, then code, both ascending by UTF-16 code units. */
export function byStep (a: GapStep, b: GapStep): number {
  return a.units.length - b.units.length || compare(a.kind, b.kind) || compare(a.code, b.code)
}

function compare (a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
