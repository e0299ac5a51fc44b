/** Credit of a distance in whole hundreds of metres. */
export declare function distanceCredit(hm: number): number;
//# sourceMappingURL=distance-credit.d.ts.map