import type { JobType, Point } from './seeker.ts';
/**
 * An opening as the engine may see it. Leaving a property out says "the advert does not tell", and never earns points;
 * `'any'` says "the employer leaves this open", and is met by everybody.
 */
export interface Vacancy {
    /** 1 to 128 characters, without control characters or outer spaces. */
    id: string;
    /** Shown to people, never scored; at most 200 characters. */
    title?: string;
    /** Open places, 0 to 100,000. */
    seats?: number;
    /** First and last day for applications, `YYYY-MM-DD`. */
    opens?: string;
    closes?: string;
    /** Competency units asked for, 1 to 200, each once. */
    units?: RequiredUnit[] | 'any';
    education?: RequiredEducation | 'any';
    /** Fields of study that fit, 1 to 50 codes. */
    fields?: string[] | 'any';
    experience?: RequiredExperience | 'any';
    /** KBJI code of the job. */
    occupation?: string;
    /** KBLI code of the employer's business. */
    sector?: string;
    /** Kemendagri code of the kecamatan or the kota/kabupaten where the work is. */
    region?: string;
    /** Where the work is; goes before `region` for distance. */
    point?: Point;
    /** The work can be done from anywhere: distance is met and reach passes. */
    remote?: boolean;
    wage?: Wage;
    jobType?: JobType;
    /** Hours a week, 1 to 168. */
    hours?: number;
    /** Licences the law or the work demands: hard rules, at most 20 codes. */
    licences?: string[];
    /** Adjustments the employer provides, codes of the taxonomy's accommodations. An empty list says "none". */
    provides?: string[];
    /** The law allows only adults in this work. */
    adultsOnly?: boolean;
}
export interface RequiredUnit {
    /** Unit code, or `code@decree` where the code alone is ambiguous. */
    unit: string;
    /** Share of the units' weight relative to the others, whole number 1 to 5; 1 when left out. */
    importance?: number;
    /** Hard rule: a known credit below 500 takes the pair out of a ranking. */
    must?: boolean;
    /** Hard rule: this very unit must be held with a certificate valid on the day. */
    certificate?: boolean;
}
export interface RequiredEducation {
    /** Lowest level that is enough. */
    min: string;
    /** Hard rule: below the minimum takes the pair out of a ranking. */
    must?: boolean;
}
export interface RequiredExperience {
    /** Whole months, 0 to 720, in the vacancy's occupation. */
    months: number;
}
export interface Wage {
    /** What is promised, whole rupiah a month, 1 to 1,000,000,000. */
    min?: number;
    /** What may be reached; shown, not scored: a promise counts, a range does not. */
    max?: number;
}
//# sourceMappingURL=vacancy.d.ts.map