import type { Visits } from './visits.ts'

/** Kinds of people are told apart by two bits. */
export const RESIDENT = 1
export const ACCESS = 2
export const NUM_KINDS = 4
export const NONE = -1

/**
 * For each booth and kind of person: the visits, best score first (then by person), and a pointer to the best that can still be begun. A
 * pointer goes forward over visits that cannot and is put back when one can again, so all searches together cost little more than one pass.
 */
export class Candidates {
  readonly #visits: Visits
  readonly #degree: Uint32Array
  readonly #chosen: Uint8Array
  readonly #kindOf: Uint8Array
  readonly #order: Uint32Array
  readonly #placeOf: Uint32Array
  readonly #listStart: Uint32Array
  readonly #next: Uint32Array
  /** A visit can be begun by a person who has `least` visits or more, but fewer than `below`. */
  #least = 0
  #below = 1

  constructor (visits: Visits, kindOf: Uint8Array, degree: Uint32Array, chosen: Uint8Array) {
    this.#visits = visits
    this.#degree = degree
    this.#chosen = chosen
    this.#kindOf = kindOf
    this.#order = new Uint32Array(visits.booth.length)
    this.#placeOf = new Uint32Array(visits.booth.length)
    this.#listStart = countLists(visits, kindOf)
    this.#next = this.#listStart.slice(0, -1)
    this.#sort()
  }

  /** From now on only people with so many visits begin another. */
  reopen (least: number, below: number): void {
    this.#least = least
    this.#below = below
    this.#next.set(this.#listStart.subarray(0, -1))
  }

  /** The best visit to a booth that somebody of the kind can begin, or NONE. */
  best (booth: number, kind: number): number {
    const list = booth * NUM_KINDS + kind
    const end = this.#listStart[list + 1]
    const { person } = this.#visits
    let at = this.#next[list]
    for (; at < end; at++) {
      const visit = this.#order[at]
      const visits = this.#degree[person[visit]]
      if (visits >= this.#least && visits < this.#below && this.#chosen[visit] === 0) break
    }
    this.#next[list] = at
    return at < end ? this.#order[at] : NONE
  }

  /** The visit may have become possible again. */
  putBack (visit: number): void {
    const list = this.#visits.booth[visit] * NUM_KINDS + this.#kindOf[this.#visits.person[visit]]
    if (this.#placeOf[visit] < this.#next[list]) this.#next[list] = this.#placeOf[visit]
  }

  /** One number a visit holds score and person, so that typed arrays sort it; exact because the door has checked the span. */
  #sort (): void {
    const { numPeople, score, person } = this.#visits
    const kindOf = this.#kindOf
    const listStart = this.#listStart
    let top = 0
    for (let visit = 0; visit < score.length; visit++) if (score[visit] > top) top = score[visit]
    const fill = listStart.slice(0, -1)
    const keys = new Float64Array(score.length)
    for (let visit = 0; visit < score.length; visit++) {
      const list = this.#visits.booth[visit] * NUM_KINDS + kindOf[person[visit]]
      keys[fill[list]] = (top - score[visit]) * numPeople + person[visit]
      this.#order[fill[list]++] = visit
    }
    const visitOf = new Uint32Array(numPeople)
    for (let list = 0; list < fill.length; list++) {
      for (let at = listStart[list]; at < listStart[list + 1]; at++) visitOf[person[this.#order[at]]] = this.#order[at]
      keys.subarray(listStart[list], listStart[list + 1]).sort()
      for (let at = listStart[list]; at < listStart[list + 1]; at++) {
        const visit = visitOf[keys[at] % numPeople]
        this.#order[at] = visit
        this.#placeOf[visit] = at
      }
    }
  }
}

function countLists ({ numBooths, booth, person }: Visits, kindOf: Uint8Array): Uint32Array {
  const start = new Uint32Array(numBooths * NUM_KINDS + 1)
  for (let visit = 0; visit < booth.length; visit++) start[booth[visit] * NUM_KINDS + kindOf[person[visit]] + 1]++
  for (let list = 1; list < start.length; list++) start[list] += start[list - 1]
  return start
}
