/**
 * 1000 when kind of work and hours are as wished, 0 when one of them is not. What the person does not ask is not compared; UNKNOWN
 * when nothing is asked, or when what is asked and not told could still be wrong.
 */
export declare function jobTypeCredit(jobType: number, hours: number, wished: number, maxHours: number): number;
//# sourceMappingURL=job-type-credit.d.ts.map