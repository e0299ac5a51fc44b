/** 1000 at or above the minimum, 500 one step below, 0 further below; UNKNOWN when a side has not said. Ranks are steps of the level ladder. */
export declare function educationCredit(required: number, held: number, rankOf: Int8Array): number;
//# sourceMappingURL=education-credit.d.ts.map