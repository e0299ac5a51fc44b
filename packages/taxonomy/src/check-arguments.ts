import type { Taxonomy } from './types.ts'

/** Throws TypeError for what is no string; `taker` is the function that was called. */
export function checkText (value: unknown, taker: string): asserts value is string {
  if (typeof value !== 'string') throw new TypeError(`${taker} reads a string, got ${told(value)}.`)
}

/** Throws TypeError for what is no list. */
export function checkList (value: unknown, taker: string, of: string): asserts value is readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${taker} needs a list of ${of}, got ${told(value)}.`)
}

/** Throws TypeError for what has not all of these lists; `from` is the function that makes one. */
export function checkLists (value: unknown, taker: string, lists: readonly string[], from: string): void {
  if (isRecord(value) && lists.every(name => Array.isArray(value[name]))) return
  throw new TypeError(`${taker} needs an object with the lists ${lists.join(', ')}, as ${from} makes it, got ${told(value)}.`)
}

/** Throws TypeError for what is no taxonomy, a promise of one included. */
export function checkTaxonomy (value: unknown, taker: string): asserts value is Taxonomy {
  if (!isTaxonomy(value)) throw new TypeError(`${taker} needs a taxonomy, got ${told(value)}. Make one with await loadTaxonomy().`)
}

export function isTaxonomy (value: unknown): value is Taxonomy {
  return isRecord(value) && typeof value.version === 'string' && isRecord(value.units) && isRecord(value.regions)
}

/** True for objects, lists included. */
export function isObject (value: unknown): boolean {
  return isRecord(value)
}

function isRecord (value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object'
}

/** What came, as an error calls it. */
export function told (value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Promise) return 'a promise (await it first)'
  return typeof value === 'object' ? `an object with ${Object.keys(value).slice(0, MOST_KEYS).join(', ') || 'no keys'}` : typeof value
}

const MOST_KEYS = 5
