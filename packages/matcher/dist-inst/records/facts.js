/**
 * Records after the door: codes are indexes, days are numbers, places are points on the sphere. In lists null says "not known" and
 * 'any' says "open to all"; in numbers UNKNOWN and ANY do.
 */
export const UNKNOWN = -1;
export const ANY = -2;
//# sourceMappingURL=facts.js.map