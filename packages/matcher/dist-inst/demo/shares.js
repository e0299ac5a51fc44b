import { mix } from "./urn.js";
/** Shares are of ten thousand unless they say otherwise. What is published is told in `demo-city.ts`; the rest is our estimate. */
/** Groups of levels, as the trades count them. */
export const BASIC = 0;
export const SMA = 1;
export const SMK = 2;
export const DIPLOMA = 3;
export const DEGREE = 4;
/** Highest level of a seeker, with its group. */
export const LEVELS = mix([{ code: 'TS', group: BASIC }, 40], [{ code: 'SD', group: BASIC }, 560], [{ code: 'SMP', group: BASIC }, 1100], [{ code: 'SMA', group: SMA }, 3000], [{ code: 'SMK', group: SMK }, 3800], [{ code: 'D1', group: DIPLOMA }, 60], [{ code: 'D3', group: DIPLOMA }, 400], [{ code: 'D4', group: DEGREE }, 100], [{ code: 'S1', group: DEGREE }, 910], [{ code: 'S2', group: DEGREE }, 30]);
/** The level an employer names for each group. */
export const ASKED_LEVELS = [
    mix(['SD', 30], ['SMP', 70]), mix(['SMA', 1]), mix(['SMK', 1]), mix(['D1', 8], ['D3', 92]), mix(['D4', 6], ['S1', 94]),
];
/** 1,090 of 58,613 were trained by the city in the year, and 99.28 % of them certified. */
export const TRAINED_BY_CITY = 186;
export const CITY_TRAINEES_CERTIFIED = 9928;
/** Certified at school by its own certification body; trained by a private course. */
export const SMK_CERTIFIED = 1500;
export const TRAINED_PRIVATELY = 700;
/** Certificates that say when they end. */
export const EXPIRY_STATED = 9000;
/** People who tell nothing of their units, and people who say they have none. */
export const UNITS_UNKNOWN = 800;
export const UNITS_NONE = 400;
/** A second scheme beside the main one, though the first had units enough. */
export const SECOND_SCHEME = 2500;
/** What the person did at work, where there was work, is experience rather than a claim. */
export const UNIT_EXPERIENCED = 7500;
/** Schooled for one trade and looking for another: SMK graduates, and everybody else. */
export const SMK_MISMATCH = 3500;
export const OTHER_MISMATCH = 2000;
/** A field of study that leads to what the person learned since. */
export const SMK_FIELD_IN_LINE = 6500;
export const UNIVERSITY_FIELD_IN_LINE = 7000;
export const EDUCATION_UNKNOWN = 300;
export const FIELD_UNKNOWN = 500;
export const SCHOOL_BEFORE_UNIVERSITY = 5500;
export const EXPERIENCE_UNKNOWN = 1000;
export const EXPERIENCE_NONE = 3800;
export const MONTHS_WORKED = mix([3, 8], [6, 14], [9, 8], [12, 18], [18, 10], [24, 14], [30, 5], [36, 9], [48, 6], [60, 4], [84, 2], [120, 1], [180, 1]);
export const JOBS_WORKED = mix([1, 62], [2, 27], [3, 11]);
export const WISH_UNKNOWN = 900;
export const WISHED_WAGE_GIVEN = 6500;
export const WISHED_WAGE_OPEN = 8000;
/** Wished wage, per mille of what the trade pays. */
export const WAGE_SPREAD = mix([800, 6], [850, 8], [900, 14], [950, 18], [1000, 22], [1050, 14], [1100, 10], [1200, 6], [1400, 2]);
export const WISHED_WORK_GIVEN = 7000;
export const WISHED_WORK_OPEN = 8300;
export const WISHED_SECTOR_GIVEN = 2000;
export const WISHED_SECTOR_OPEN = 3200;
export const MAX_HOURS_GIVEN = 1200;
export const MAX_HOURS_OPEN = 1800;
export const MAX_HOURS = mix([20, 2], [40, 6], [48, 2]);
export const REACH_UNKNOWN = 1500;
export const REACH_KM = mix([3, 3], [5, 10], [8, 8], [10, 22], [15, 20], [20, 17], [25, 8], [30, 7], [40, 3], [60, 2]);
export const MOVING_KNOWN = 7000;
export const WILLING_TO_MOVE = 3300;
export const HOME_POINT_KNOWN = 3000;
export const LICENCES_UNKNOWN = 2500;
export const HOLDS_SIM_C = 4500;
export const HOLDS_SIM_A = 1000;
export const HOLDS_TRADE_LICENCE = 6000;
export const NEEDS_ACCOMMODATION = 200;
/** Of age; comes of age within a year; the rest do not tell. */
export const ADULT_KNOWN = 8800;
export const ADULT_SOON = 200;
/** Vacancies. */
export const SEATS = mix([1, 330], [2, 200], [3, 120], [4, 60], [5, 90], [6, 25], [8, 25], [10, 60], [15, 25], [20, 25], [30, 15], [40, 8], [50, 10], [60, 7]);
export const SEATS_UNKNOWN = 500;
export const SEATS_TAKEN = 150;
export const CLOSED_BEFORE = 300;
export const CLOSES_UNKNOWN = 800;
export const OPENS_KNOWN = 6000;
/** Thin adverts: the units are not told. */
export const ASKED_UNITS_UNKNOWN = 2200;
export const ASKED_UNITS_OPEN = 700;
export const UNITS_ASKED = mix([2, 10], [3, 24], [4, 26], [5, 18], [6, 12], [8, 7], [10, 3]);
export const IMPORTANCE = mix([1, 40], [2, 20], [3, 20], [4, 8], [5, 12]);
export const UNIT_IS_MUST = 500;
export const UNIT_NEEDS_CERTIFICATE = 120;
export const LEVEL_UNKNOWN = 800;
export const LEVEL_OPEN = 500;
export const LEVEL_IS_MUST = 2500;
export const FIELDS_ASKED = 4200;
export const FIELDS_OPEN = 7000;
export const MONTHS_UNKNOWN = 1200;
export const MONTHS_OPEN = 4200;
export const MONTHS_ASKED = mix([6, 15], [12, 45], [24, 25], [36, 10], [60, 5]);
export const SECTOR_KNOWN = 8500;
export const WORK_POINT_KNOWN = 2500;
export const WAGE_UNKNOWN = 1500;
export const WAGE_MAX_KNOWN = 4000;
/** What an offer promises, per mille of what the trade pays. */
export const OFFER_SPREAD = mix([750, 4], [850, 7], [900, 8], [950, 12], [1000, 38], [1050, 14], [1100, 9], [1200, 5], [1350, 3]);
export const JOB_TYPE_KNOWN = 9000;
export const HOURS_KNOWN = 6000;
export const HOURS = mix([40, 80], [45, 5], [48, 10], [24, 5]);
export const PROVIDES_SOMETHING = 900;
export const PROVIDES_NOTHING = 400;
//# sourceMappingURL=shares.js.map