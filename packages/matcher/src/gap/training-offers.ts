import type { Taxonomy } from '@padan/taxonomy'
import type { TrainingOffer } from '../api.ts'
import { EVIDENCE_KINDS } from '../model/evidence.ts'

/** Training on offer, with indexes for codes. */
export interface OfferedTraining {
  id: string
  units: readonly number[]
  /** Index in EVIDENCE_KINDS. */
  evidence: number
}

/** Reads a caller's offers. Throws RangeError with the position or the id of the offer that is not as it should be. */
export function readOffers (taxonomy: Taxonomy, offers: readonly TrainingOffer[]): OfferedTraining[] {
  if (!Array.isArray(offers)) throw new RangeError(`offers must be a list of { id, units, evidence }, got ${typeof offers}.`)
  return offers.map((offer: TrainingOffer, position) => {
    checkOffer(offer, position)
    const { id, units, evidence = 'trained' } = offer
    const kind = EVIDENCE_KINDS.indexOf(evidence)
    if (kind < 0) throw new RangeError(`Offer '${id}' leads to evidence '${String(evidence)}'; expected one of ${EVIDENCE_KINDS.join(', ')}.`)
    return { id, units: units.map(code => unitOf(taxonomy, id, code)), evidence: kind }
  })
}

function checkOffer (offer: unknown, position: number): void {
  const given = offer !== null && typeof offer === 'object' ? offer as Record<string, unknown> : {}
  if (typeof given.id === 'string' && Array.isArray(given.units) && given.units.every(unit => typeof unit === 'string')) return
  throw new RangeError(`Offer ${position} must have an id (text) and units (a list of codes).`)
}

function unitOf (taxonomy: Taxonomy, id: string, code: string): number {
  const index = taxonomy.units.indexOf(code)
  if (index < 0) throw new RangeError(`Offer '${id}' has the unit '${code}', which is unknown or needs its decree; look it up in the taxonomy.`)
  return index
}
