/** Seats, limits and the like fit into 32 bits. */
export const MOST_WHOLE = 4_294_967_295

/** The number, when it is whole and within the bounds. Throws RangeError. */
export function checkWhole (name: string, value: unknown, least: number = 0, most: number = MOST_WHOLE): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}, got ${String(value)}.`)
}

/** Throws RangeError for a choice that is none. */
export function checkOutOf (name: string, value: unknown, choices: readonly string[]): void {
  if (!choices.includes(value as string)) throw new RangeError(`${name} must be ${choices.join(' or ')}, got '${String(value)}'.`)
}
