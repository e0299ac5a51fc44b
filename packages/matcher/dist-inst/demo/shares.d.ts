import { type Urn } from './urn.ts';
/** Shares are of ten thousand unless they say otherwise. What is published is told in `demo-city.ts`; the rest is our estimate. */
/** Groups of levels, as the trades count them. */
export declare const BASIC = 0;
export declare const SMA = 1;
export declare const SMK = 2;
export declare const DIPLOMA = 3;
export declare const DEGREE = 4;
/** Highest level of a seeker, with its group. */
export declare const LEVELS: Urn<{
    code: string;
    group: number;
}>;
/** The level an employer names for each group. */
export declare const ASKED_LEVELS: ReadonlyArray<Urn<string>>;
/** 1,090 of 58,613 were trained by the city in the year, and 99.28 % of them certified. */
export declare const TRAINED_BY_CITY = 186;
export declare const CITY_TRAINEES_CERTIFIED = 9928;
/** Certified at school by its own certification body; trained by a private course. */
export declare const SMK_CERTIFIED = 1500;
export declare const TRAINED_PRIVATELY = 700;
/** Certificates that say when they end. */
export declare const EXPIRY_STATED = 9000;
/** People who tell nothing of their units, and people who say they have none. */
export declare const UNITS_UNKNOWN = 800;
export declare const UNITS_NONE = 400;
/** A second scheme beside the main one, though the first had units enough. */
export declare const SECOND_SCHEME = 2500;
/** What the person did at work, where there was work, is experience rather than a claim. */
export declare const UNIT_EXPERIENCED = 7500;
/** Schooled for one trade and looking for another: SMK graduates, and everybody else. */
export declare const SMK_MISMATCH = 3500;
export declare const OTHER_MISMATCH = 2000;
/** A field of study that leads to what the person learned since. */
export declare const SMK_FIELD_IN_LINE = 6500;
export declare const UNIVERSITY_FIELD_IN_LINE = 7000;
export declare const EDUCATION_UNKNOWN = 300;
export declare const FIELD_UNKNOWN = 500;
export declare const SCHOOL_BEFORE_UNIVERSITY = 5500;
export declare const EXPERIENCE_UNKNOWN = 1000;
export declare const EXPERIENCE_NONE = 3800;
export declare const MONTHS_WORKED: Urn<number>;
export declare const JOBS_WORKED: Urn<number>;
export declare const WISH_UNKNOWN = 900;
export declare const WISHED_WAGE_GIVEN = 6500;
export declare const WISHED_WAGE_OPEN = 8000;
/** Wished wage, per mille of what the trade pays. */
export declare const WAGE_SPREAD: Urn<number>;
export declare const WISHED_WORK_GIVEN = 7000;
export declare const WISHED_WORK_OPEN = 8300;
export declare const WISHED_SECTOR_GIVEN = 2000;
export declare const WISHED_SECTOR_OPEN = 3200;
export declare const MAX_HOURS_GIVEN = 1200;
export declare const MAX_HOURS_OPEN = 1800;
export declare const MAX_HOURS: Urn<number>;
export declare const REACH_UNKNOWN = 1500;
export declare const REACH_KM: Urn<number>;
export declare const MOVING_KNOWN = 7000;
export declare const WILLING_TO_MOVE = 3300;
export declare const HOME_POINT_KNOWN = 3000;
export declare const LICENCES_UNKNOWN = 2500;
export declare const HOLDS_SIM_C = 4500;
export declare const HOLDS_SIM_A = 1000;
export declare const HOLDS_TRADE_LICENCE = 6000;
export declare const NEEDS_ACCOMMODATION = 200;
/** Of age; comes of age within a year; the rest do not tell. */
export declare const ADULT_KNOWN = 8800;
export declare const ADULT_SOON = 200;
/** Vacancies. */
export declare const SEATS: Urn<number>;
export declare const SEATS_UNKNOWN = 500;
export declare const SEATS_TAKEN = 150;
export declare const CLOSED_BEFORE = 300;
export declare const CLOSES_UNKNOWN = 800;
export declare const OPENS_KNOWN = 6000;
/** Thin adverts: the units are not told. */
export declare const ASKED_UNITS_UNKNOWN = 2200;
export declare const ASKED_UNITS_OPEN = 700;
export declare const UNITS_ASKED: Urn<number>;
export declare const IMPORTANCE: Urn<number>;
export declare const UNIT_IS_MUST = 500;
export declare const UNIT_NEEDS_CERTIFICATE = 120;
export declare const LEVEL_UNKNOWN = 800;
export declare const LEVEL_OPEN = 500;
export declare const LEVEL_IS_MUST = 2500;
export declare const FIELDS_ASKED = 4200;
export declare const FIELDS_OPEN = 7000;
export declare const MONTHS_UNKNOWN = 1200;
export declare const MONTHS_OPEN = 4200;
export declare const MONTHS_ASKED: Urn<number>;
export declare const SECTOR_KNOWN = 8500;
export declare const WORK_POINT_KNOWN = 2500;
export declare const WAGE_UNKNOWN = 1500;
export declare const WAGE_MAX_KNOWN = 4000;
/** What an offer promises, per mille of what the trade pays. */
export declare const OFFER_SPREAD: Urn<number>;
export declare const JOB_TYPE_KNOWN = 9000;
export declare const HOURS_KNOWN = 6000;
export declare const HOURS: Urn<number>;
export declare const PROVIDES_SOMETHING = 900;
export declare const PROVIDES_NOTHING = 400;
//# sourceMappingURL=shares.d.ts.map