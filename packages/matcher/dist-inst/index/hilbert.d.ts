/**
 * Position of a place along a Hilbert curve over longitude and latitude, 28 bits: places with near codes are near on the map. Only the
 * order of storage rests on it. After the loop over bits in Warren, Hacker's Delight (2nd ed.), section 16-2.
 */
export declare function hilbertCode(latSteps: number, lngSteps: number): number;
//# sourceMappingURL=hilbert.d.ts.map