/**
 * Sine, cosine and arc sine from +, -, *, / and sqrt alone, in a fixed order, because the engines' own Math.sin may differ in the
 * last bit from one machine to the next and a ranking may not. Error below 1e-15.
 */
/** Sine of an angle in whole 1e-5 degrees, -180..180 degrees. */
export declare function sinSteps(steps: number): number;
/** Cosine of an angle in whole 1e-5 degrees, -180..180 degrees. */
export declare function cosSteps(steps: number): number;
/** Arc sine of 0..1, in radians. */
export declare function arcSine(x: number): number;
//# sourceMappingURL=trigonometry.d.ts.map