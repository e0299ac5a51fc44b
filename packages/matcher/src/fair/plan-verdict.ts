/** One thing wrong with a plan: what (`code`), with whom, where, when, and the figures that show it. Facts, never prose. */
export interface PlanViolation {
  readonly code: string
  readonly seeker: string | null
  readonly booth: string | null
  readonly slot: string | null
  readonly [fact: string]: string | number | null
}

/** What a verifier found. It lists the first `limit` violations in the order they were met; the counts are of all of them. */
export interface PlanVerdict {
  readonly ok: boolean
  readonly violations: readonly PlanViolation[]
  readonly numViolations: number
  readonly counts: Readonly<Record<string, number>>
  /** What the plan's proof shows to be the best there can be. Residents: the share is kept, or no more residents could be served. */
  readonly proven: { readonly people: boolean, readonly access: boolean, readonly residents: boolean, readonly score: boolean, readonly slots: boolean }
}

/** Gathers violations; memory is bounded by the limit, however wrong a plan is. */
export class PlanFindings {
  readonly #limit: number
  readonly #violations: PlanViolation[] = []
  readonly #counts: Record<string, number> = {}
  #total = 0

  constructor (limit: number) {
    if (!Number.isInteger(limit) || limit < 0) throw new RangeError(`limit must be a whole number from 0, got ${String(limit)}.`)
    this.#limit = limit
  }

  add (code: string, where: { seeker?: string, booth?: string, slot?: string }, facts: Readonly<Record<string, string | number | null>> = {}): void {
    this.#total++
    this.#counts[code] = (this.#counts[code] ?? 0) + 1
    if (this.#violations.length < this.#limit) this.#violations.push({ code, seeker: where.seeker ?? null, booth: where.booth ?? null, slot: where.slot ?? null, ...facts })
  }

  verdict (proven: PlanVerdict['proven']): PlanVerdict {
    return { ok: this.#total === 0, violations: this.#violations, numViolations: this.#total, counts: this.#counts, proven }
  }
}
