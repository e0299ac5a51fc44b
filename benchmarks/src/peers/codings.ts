/** What stands for "not known" and for "open to everything" in columns of numbers. */
export const UNKNOWN = -1
export const ANY = -2

/** Strongest first, as the model lists them. */
export const EVIDENCE: readonly string[] = ['certified', 'trained', 'experienced', 'claimed']
/** What each is worth, per mille. */
export const EVIDENCE_PER_MILLE: readonly number[] = [1000, 850, 750, 600]
export const CERTIFIED = 0
export const TRAINED = 1

const MILLISECONDS_IN_A_DAY = 86_400_000

/** Days since 1970-01-01; UNKNOWN for none. Days before are not in the demo. */
export function dayNumber (day: string | undefined): number {
  return day === undefined ? UNKNOWN : Date.parse(day) / MILLISECONDS_IN_A_DAY
}

/**
 * Distinct small lists of codes, numbered as they come: 0 is "not known", 1 is "open to everything". A question then answers for each
 * distinct list once, and everybody's answer is a look-up.
 */
export class ListDictionary {
  readonly lists: (readonly number[])[] = [[], []]
  readonly #numberOf = new Map<string, number>()

  numberOf (list: readonly number[] | 'any' | undefined): number {
    if (list === undefined) return NOT_TOLD
    if (list === 'any') return OPEN
    const key = list.join()
    const known = this.#numberOf.get(key)
    if (known !== undefined) return known
    this.#numberOf.set(key, this.lists.length)
    return this.lists.push(list) - 1
  }
}

export const NOT_TOLD = 0
export const OPEN = 1
