import { NO_DAY } from '../records/day.ts'
import type { EvidenceKind } from '../records/seeker.ts'

/** Strongest first; the index is what facts and postings hold. */
export const EVIDENCE_KINDS: readonly EvidenceKind[] = ['certified', 'trained', 'experienced', 'claimed']

const CERTIFIED = 0
const TRAINED = 1
const PER_MILLE = [1000, 850, 750, 600]

/** A certificate that can expire is valid through its last day; without a day to judge by it is not shown to be valid. */
export function isExpired (evidence: number, expires: number, asOf: number): boolean {
  return evidence === CERTIFIED && expires !== NO_DAY && (asOf === NO_DAY || asOf > expires)
}

/** What evidence is worth on a day: 1000 certified, 850 trained or expired, 750 experienced, 600 claimed. */
export function evidencePerMille (evidence: number, expires: number, asOf: number): number {
  return PER_MILLE[isExpired(evidence, expires, asOf) ? TRAINED : evidence]
}

/** True unless a unit is known to be held without a certificate valid on the day: without a day, one that can expire may be valid. */
export function mayBeValidCertificate (evidence: number, expires: number, asOf: number): boolean {
  return evidence === CERTIFIED && (asOf === NO_DAY || !isExpired(evidence, expires, asOf))
}

/** True when a unit is certified and the certificate is valid on the day. */
export function isValidCertificate (evidence: number, expires: number, asOf: number): boolean {
  return evidence === CERTIFIED && !isExpired(evidence, expires, asOf)
}
