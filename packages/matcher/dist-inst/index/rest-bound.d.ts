/**
 * The most points that the criteria other than units and distance can bring to a record with a given summary and trade word (see
 * summarise and Trades). Filled for each query; never below the true points of any record that the words stand for.
 */
export declare class RestBound {
    /** Points by each byte of a summary, 256 entries a byte. */
    readonly table: Int32Array;
    /** Points by class of months, for records with an occupation in common. */
    readonly experience: Int32Array;
    fieldMask: number;
    fieldMost: number;
    workMask: number;
    workMost: number;
    experienceMask: number;
    of(summary: number, trade: number): number;
    /** Fills a byte of the table with `points(value)` for each value of the byte. */
    fillByte(byte: number, points: (value: number) => number): void;
}
//# sourceMappingURL=rest-bound.d.ts.map