/** Throws TypeError for what is plainly no taxonomy, such as the promise of one. */
export function checkTaxonomy (taxonomy: unknown): void {
  if (taxonomy !== null && typeof taxonomy === 'object' && 'units' in taxonomy && 'regions' in taxonomy) return
  throw new TypeError(`taxonomy must be what loadTaxonomy() of @padan/taxonomy resolves to, got ${nameOf(taxonomy)}.`)
}

/** What came, in a word: a value is not repeated, since it may be a whole population. */
export function nameOf (value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? value instanceof Promise ? 'a promise; await it first' : 'an object' : `a ${typeof value}`
}
