import type { PairOptions } from '../api.ts'
import { NO_DAY, parseDay } from '../records/day.ts'
import type { AsOf } from '../model/ledger.ts'
import { defineProfile, PROFILES, type Profile } from '../model/profile.ts'

const DEFAULT_PROFILE = 'job-fair'

/** Profiles by name: the built-in ones, and a caller's on top. Throws RangeError for shares that do not add up. */
export function profileTable (own: readonly Profile[]): ReadonlyMap<string, Profile> {
  if (!Array.isArray(own)) throw new RangeError(`profiles must be a list of profiles, got ${own === null ? 'null' : typeof own}.`)
  const table = new Map(Object.entries(PROFILES))
  for (const profile of own.map(defineProfile)) table.set(profile.name, profile)
  return table
}

export function readProfile (table: ReadonlyMap<string, Profile>, profile: PairOptions['profile'] = DEFAULT_PROFILE): Profile {
  if (typeof profile === 'object' && profile !== null) return defineProfile(profile)
  const found = table.get(profile)
  if (found === undefined) throw new RangeError(`There is no profile '${String(profile)}'; the profiles are ${[...table.keys()].join(', ')}.`)
  return found
}

export function readAsOf (asOf: string | undefined): AsOf {
  if (asOf === undefined) return { text: null, day: NO_DAY }
  const day = typeof asOf === 'string' ? parseDay(asOf) : NO_DAY
  if (day === NO_DAY) throw new RangeError(`asOf must be a day as YYYY-MM-DD, from 1900 to 2199, got '${String(asOf)}'.`)
  return { text: asOf, day }
}

export function readLimit (limit: number | undefined, usual: number): number {
  return readCount('limit', limit, usual, 0)
}

export function readCount (name: string, value: number | undefined, usual: number, least: number, most: number = Infinity): number {
  if (value === undefined) return usual
  const range = most === Infinity ? `from ${least}` : `from ${least} to ${most}`
  if (!Number.isInteger(value) || value < least || value > most) throw new RangeError(`${name} must be a whole number ${range}, got ${String(value)}.`)
  return value
}

/** One of a few words; the first is the default. */
export function readChoice<Choice extends string> (name: string, value: Choice | undefined, choices: readonly Choice[]): Choice {
  if (value === undefined) return choices[0]
  if (!choices.includes(value)) throw new RangeError(`${name} must be one of ${choices.join(', ')}, got '${String(value)}'.`)
  return value
}

/** Options are a plain object of known names: a misspelt one is an error, not a silence. */
export function checkNames (options: object, known: readonly string[]): void {
  if (options === null || typeof options !== 'object' || Array.isArray(options)) throw new RangeError(`Options must be an object with any of ${known.join(', ')}, got ${options === null ? 'null' : typeof options}.`)
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new RangeError(`There is no option '${name}'; the options are ${known.join(', ')}.`)
  }
}

export function readFlag (name: string, value: unknown): boolean {
  if (value === undefined || typeof value === 'boolean') return value === true
  throw new RangeError(`${name} must be true or false, got '${String(value)}'.`)
}
