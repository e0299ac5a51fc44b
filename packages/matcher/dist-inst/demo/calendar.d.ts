/**
 * So many days as `YYYY-MM-DD`, beginning with the first day of a year. Leap days are passed over: nobody here needs them, and every
 * year is then as long as the next.
 */
export declare function daysFrom(firstYear: number, count: number): string[];
//# sourceMappingURL=calendar.d.ts.map