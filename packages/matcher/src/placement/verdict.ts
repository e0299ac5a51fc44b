import { checkNames } from '../engine/options.ts'
import type { RunOptions } from './market.ts'

/** One thing wrong with a placement: what (`code`), with whom, where, and the figures that show it. Facts, never prose. */
export interface Violation {
  readonly code: string
  readonly seekerId: string | null
  readonly vacancyId: string | null
  readonly [fact: string]: string | number | null
}

/** What a verifier found. A verdict lists the first `limit` violations in the order they were met; the counts are of all of them. */
export interface Verdict {
  readonly kind: 'stable' | 'best'
  readonly ok: boolean
  readonly violations: readonly Violation[]
  /** Of all violations, listed or not. */
  readonly numViolations: number
  /** How many of each code. */
  readonly counts: Readonly<Record<string, number>>
}

export interface VerifyOptions extends RunOptions {
  /** The most violations to list: a whole number from 0. Default 100. */
  limit?: number
}

const USUAL_LIMIT = 100

/** Throws RangeError for an option that there is not. */
export function checkVerifyOptions (options: VerifyOptions): void {
  checkNames(options, ['limit', 'onProgress', 'signal'])
}

/** Gathers violations into a verdict; memory is bounded by the limit, however wrong a placement is. */
export class Findings {
  readonly #limit: number
  readonly #violations: Violation[] = []
  readonly #counts: Record<string, number> = {}
  #total = 0

  constructor (limit: number = USUAL_LIMIT) {
    if (!Number.isInteger(limit) || limit < 0) throw new RangeError(`limit must be a whole number from 0, got ${String(limit)}.`)
    this.#limit = limit
  }

  get size (): number {
    return this.#total
  }

  add (code: string, seekerId: string | null, vacancyId: string | null, facts: Readonly<Record<string, string | number | null>> = {}): void {
    this.#total++
    this.#counts[code] = (this.#counts[code] ?? 0) + 1
    if (this.#violations.length < this.#limit) this.#violations.push({ code, seekerId, vacancyId, ...facts })
  }

  verdict (kind: Verdict['kind']): Verdict {
    return { kind, ok: this.#total === 0, violations: this.#violations, numViolations: this.#total, counts: this.#counts }
  }
}
