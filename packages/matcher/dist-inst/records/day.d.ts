/** Days are counted from 1900-01-01 (day 0) to 2199-12-31, in the proleptic Gregorian calendar; integers only, no Date. */
export declare const NO_DAY = -1;
/** The day number of `YYYY-MM-DD`, or NO_DAY when the text is not a day of 1900..2199. */
export declare function parseDay(text: string): number;
//# sourceMappingURL=day.d.ts.map