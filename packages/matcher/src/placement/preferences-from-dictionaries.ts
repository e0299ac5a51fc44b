import type { Preferences } from './market-from-preferences.ts'

/** A hospital's own list, or the list with its capacity. */
export type HospitalEntry = readonly unknown[] | { readonly capacity?: unknown, readonly preferences: readonly unknown[] }

/** Residents and hospitals as dictionaries of lists, which is how Python's libraries for matching take them. */
export interface ResidentDictionaries {
  readonly residents: Readonly<Record<string, readonly unknown[]>>
  readonly hospitals: Readonly<Record<string, HospitalEntry>>
  /** Capacities by hospital, where they do not stand with the lists. */
  readonly capacities?: Readonly<Record<string, unknown>>
}

/** Whether a value has the two dictionaries. */
export function isDictionaries (value: unknown): value is ResidentDictionaries {
  const { residents, hospitals } = (value ?? {}) as Partial<ResidentDictionaries>
  return [residents, hospitals].every(one => one !== null && typeof one === 'object' && !Array.isArray(one))
}

/**
 * Preference lists for `marketFromPreferences` out of dictionaries, ids that are numbers as text: `{ residents: { A: ['C'] }, hospitals: { C: ['A'] },
 * capacities: { C: 2 } }`, or `hospitals: { C: { capacity: 2, preferences: ['A'] } }`. What is in the lists is checked there. Throws RangeError for a hospital
 * without a capacity and for capacities of none.
 */
export function preferencesFromDictionaries ({ residents, hospitals, capacities = {} }: ResidentDictionaries): Preferences {
  const stray = Object.keys(capacities).find(id => !Object.hasOwn(hospitals, id))
  if (stray !== undefined) throw new RangeError(`capacities has the hospital '${stray}', which is not among the hospitals.`)
  return {
    seekers: Object.entries(residents).map(([id, list]) => ({ id, prefers: texts(list) })),
    vacancies: Object.entries(hospitals).map(([id, entry]) => {
      const own: { capacity?: unknown, preferences: readonly unknown[] } = Array.isArray(entry) ? { preferences: entry } : entry as { preferences: readonly unknown[] }
      const seats = own?.capacity ?? capacities[id]
      if (typeof seats !== 'number') throw new RangeError(`The hospital '${id}' must have a capacity, a whole number; got ${seats === undefined ? 'none' : String(seats)}.`)
      return { id, seats, prefers: texts(own.preferences) }
    }),
  }
}

function texts (list: readonly unknown[]): Array<string | string[]> {
  if (!Array.isArray(list)) throw new RangeError(`A list of preferences must be a list, got ${list === null ? 'null' : typeof list}.`)
  const text = (one: unknown): string => typeof one === 'number' ? String(one) : one as string
  return list.map(one => Array.isArray(one) ? one.map(text) : text(one))
}
