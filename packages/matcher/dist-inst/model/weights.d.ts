/**
 * Splits a whole number into parts proportional to `sizes` (whole, positive) by the largest-remainder method: every part gets the
 * floor of its quota, what is left goes one by one to the largest fractions, ties to the earlier part. The parts total `whole`. O(n log n).
 */
export declare function splitByLargestRemainder(whole: number, sizes: readonly number[]): number[];
//# sourceMappingURL=weights.d.ts.map