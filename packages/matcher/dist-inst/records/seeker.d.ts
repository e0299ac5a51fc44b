/**
 * A person looking for work, as the engine may see them: what they can do, where they are and what they wish for. There is
 * deliberately no place here for a name, NIK, sex, religion, marital status, age, photo or contact.
 *
 * Leaving a property out says "not known"; a list that is given is the whole list. `'any'` says "I am open to everything here".
 */
export interface Seeker {
    /** 1 to 128 characters, without control characters or outer spaces. Not a NIK: choose a number that means nothing outside. */
    id: string;
    /** Competency units held, at most 500. An empty list says "none". */
    units?: HeldUnit[];
    /** Every completed level, at least one, at most 20. `TS` stands for no completed schooling. */
    education?: Education[];
    /** Work done, at most 100 entries. An empty list says "none". */
    experience?: Experience[];
    /** Kemendagri code of the kecamatan or the kota/kabupaten where the person lives. */
    region?: string;
    /** Where the person lives; goes before `region` for distance. Rounded to five decimals at the door. */
    point?: Point;
    wish?: Wish;
    /** Whole kilometres the person will travel, 0 to 20,040. A stated reach is a limit, unless `willingToMove`. */
    reachKm?: number;
    willingToMove?: boolean;
    /** Licences held, at most 50. An empty list says "none". */
    licences?: HeldLicence[];
    /** Adjustments needed at work, codes of the taxonomy's accommodations. Left out or empty: none was stated. */
    needs?: string[];
    /** The day the person came or comes of age (18). For somebody of age any earlier day will do: no birth date is needed. */
    adultFrom?: string;
}
export type EvidenceKind = 'certified' | 'trained' | 'experienced' | 'claimed';
export interface HeldUnit {
    /** Unit code, or `code@decree` where the code alone is ambiguous. */
    unit: string;
    evidence: EvidenceKind;
    /** Last day a certificate is valid, `YYYY-MM-DD`; only with `certified`. Afterwards it counts as trained. */
    expires?: string;
}
export interface Education {
    /** Level code: TS, SD, SMP, SMA, SMK, D1..D4, S1, PROFESI, S2, S3. */
    level: string;
    /** Field of study code, where the level has one. */
    field?: string;
}
export interface Experience {
    /** KBJI code, 1 to 6 digits. */
    occupation: string;
    /** Whole months, 0 to 720. */
    months: number;
}
export interface Point {
    /** Degrees, -90 to 90. */
    lat: number;
    /** Degrees, -180 to 180. */
    lng: number;
}
/** What the person asks of a job. */
export interface Wish {
    /** Whole rupiah a month, 1 to 1,000,000,000. */
    wage?: number | 'any';
    /** KBJI codes, 1 to 20. */
    occupations?: string[] | 'any';
    /** KBLI codes, 1 to 20. */
    sectors?: string[] | 'any';
    jobTypes?: JobType[] | 'any';
    /** Most hours a week, 1 to 168. */
    maxHours?: number | 'any';
}
/** Kinds of work an offer may be; the order is part of the format. */
export declare const JOB_TYPES: readonly ["full-time", "part-time", "contract", "daily", "freelance", "internship", "apprenticeship"];
export type JobType = typeof JOB_TYPES[number];
export interface HeldLicence {
    /** Licence code of the taxonomy, such as `sim-b1`. */
    licence: string;
    /** Last day it is valid, `YYYY-MM-DD`. */
    expires?: string;
}
//# sourceMappingURL=seeker.d.ts.map