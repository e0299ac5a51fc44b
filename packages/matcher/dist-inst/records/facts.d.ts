import type { Place } from '../geo/place.ts';
/**
 * Records after the door: codes are indexes, days are numbers, places are points on the sphere. In lists null says "not known" and
 * 'any' says "open to all"; in numbers UNKNOWN and ANY do.
 */
export declare const UNKNOWN = -1;
export declare const ANY = -2;
export interface SeekerFacts {
    id: string;
    /** Each unit at most once per kind of evidence, in the record's order. */
    units: readonly HeldUnitFacts[] | null;
    /** Index of the highest level. */
    level: number;
    /** Fields of study; null when no level that has fields tells one. */
    fields: readonly number[] | null;
    experience: readonly ExperienceFacts[] | null;
    place: Place | null;
    wage: number;
    occupations: readonly number[] | 'any' | null;
    sectors: readonly number[] | 'any' | null;
    /** Bit set over JOB_TYPES; UNKNOWN or ANY. */
    jobTypes: number;
    maxHours: number;
    /** Hundreds of metres. */
    reachHm: number;
    /** 1 yes, 0 no, or UNKNOWN. */
    willingToMove: number;
    licences: readonly HeldLicenceFacts[] | null;
    /** Bit set over the taxonomy's accommodations. */
    needs: number;
    adultFrom: number;
}
export interface HeldUnitFacts {
    unit: number;
    /** Index in EVIDENCE_KINDS. */
    evidence: number;
    expires: number;
}
export interface ExperienceFacts {
    occupation: number;
    months: number;
}
export interface HeldLicenceFacts {
    licence: number;
    expires: number;
}
export interface VacancyFacts {
    id: string;
    seats: number;
    opens: number;
    closes: number;
    units: readonly RequiredUnitFacts[] | 'any' | null;
    /** Level index, UNKNOWN or ANY. */
    level: number;
    levelMust: boolean;
    fields: readonly number[] | 'any' | null;
    /** Months, UNKNOWN or ANY. */
    months: number;
    occupation: number;
    sector: number;
    place: Place | null;
    remote: boolean;
    wage: number;
    /** Index in JOB_TYPES, or UNKNOWN. */
    jobType: number;
    hours: number;
    licences: readonly number[];
    /** Bit set, or UNKNOWN. */
    provides: number;
    adultsOnly: boolean;
}
export interface RequiredUnitFacts {
    unit: number;
    importance: number;
    must: boolean;
    certificate: boolean;
}
//# sourceMappingURL=facts.d.ts.map