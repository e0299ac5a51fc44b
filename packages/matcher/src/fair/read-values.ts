export function readList<T> (name: string, value: readonly T[]): readonly T[] {
  if (!Array.isArray(value)) throw new RangeError(`${name} must be a list, got ${value === null ? 'null' : typeof value}.`)
  return value
}

export function readText (name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new RangeError(`${name} must be text, got ${value === '' ? 'nothing' : String(value)}.`)
  return value
}

export function readWhole (name: string, value: unknown, least: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < least) throw new RangeError(`${name} must be a whole number from ${least}, got ${String(value)}.`)
  return value as number
}

export function readNumber (name: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new RangeError(`${name} must be a number, got ${String(value)}.`)
  return value
}

export function readFlag (name: string, value: unknown): boolean {
  if (value !== undefined && typeof value !== 'boolean') throw new RangeError(`${name} must be true or false, got ${String(value)}.`)
  return value === true
}

/** Ids by their place in the list. Throws RangeError for one that is not text or that is listed twice. */
export function numbered (name: string, ids: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>()
  ids.forEach((id, n) => {
    if (typeof id !== 'string' || id === '') readText(`${name}[${n}]`, id)
    if (numbers.set(id, n).size === n) throw new RangeError(`${name} has '${id}' twice; give each an id of its own.`)
  })
  return numbers
}
