import { NO_DAY } from "../records/day.js";
/** Strongest first; the index is what facts and postings hold. */
export const EVIDENCE_KINDS = ['certified', 'trained', 'experienced', 'claimed'];
const CERTIFIED = 0;
const TRAINED = 1;
const PER_MILLE = [1000, 850, 750, 600];
/** A certificate that can expire is valid through its last day; without a day to judge by it is not shown to be valid. */
export function isExpired(evidence, expires, asOf) {
    return evidence === CERTIFIED && expires !== NO_DAY && (asOf === NO_DAY || asOf > expires);
}
/** What evidence is worth on a day: 1000 certified, 850 trained or expired, 750 experienced, 600 claimed. */
export function evidencePerMille(evidence, expires, asOf) {
    return PER_MILLE[isExpired(evidence, expires, asOf) ? TRAINED : evidence];
}
/** True when a unit is certified and the certificate is valid on the day. */
export function isValidCertificate(evidence, expires, asOf) {
    return evidence === CERTIFIED && !isExpired(evidence, expires, asOf);
}
//# sourceMappingURL=evidence.js.map