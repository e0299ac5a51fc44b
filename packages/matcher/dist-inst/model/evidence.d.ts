import type { EvidenceKind } from '../records/seeker.ts';
/** Strongest first; the index is what facts and postings hold. */
export declare const EVIDENCE_KINDS: readonly EvidenceKind[];
/** A certificate that can expire is valid through its last day; without a day to judge by it is not shown to be valid. */
export declare function isExpired(evidence: number, expires: number, asOf: number): boolean;
/** What evidence is worth on a day: 1000 certified, 850 trained or expired, 750 experienced, 600 claimed. */
export declare function evidencePerMille(evidence: number, expires: number, asOf: number): number;
/** True when a unit is certified and the certificate is valid on the day. */
export declare function isValidCertificate(evidence: number, expires: number, asOf: number): boolean;
//# sourceMappingURL=evidence.d.ts.map