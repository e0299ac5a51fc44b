/**
 * Sine, cosine and arc sine from +, -, *, / and sqrt alone, in a fixed order, because the engines' own Math.sin may differ in the
 * last bit from one machine to the next and a ranking may not. Error below 1e-15.
 */
const HALF_PI = 1.5707963267948966;
/** Radians in 1e-5 of a degree. */
const RADIANS_PER_STEP = 1.7453292519943294e-7;
const STEPS_IN_90_DEGREES = 9_000_000;
const STEPS_IN_180_DEGREES = 18_000_000;
/** Sine of an angle in whole 1e-5 degrees, -180..180 degrees. */
export function sinSteps(steps) {
    if (steps < 0)
        return -sinSteps(-steps);
    return sinFirstQuarter(steps > STEPS_IN_90_DEGREES ? STEPS_IN_180_DEGREES - steps : steps);
}
/** Cosine of an angle in whole 1e-5 degrees, -180..180 degrees. */
export function cosSteps(steps) {
    const positive = steps < 0 ? -steps : steps;
    return sinSteps(STEPS_IN_90_DEGREES - positive);
}
// Taylor series in Horner form. At 90 degrees the first term left out is (pi/2)^23 / 23!, about 1e-18.
function sinFirstQuarter(steps) {
    const x = steps * RADIANS_PER_STEP;
    const square = x * x;
    let sum = 1;
    for (let n = 20; n >= 2; n -= 2)
        sum = 1 - square * sum / (n * (n + 1));
    return x * sum;
}
/** Up to this, six terms of the series are exact to the last bit or two: 0.02 on the half chord is 254 km. */
const SMALL = 0.02;
/** Arc sine of 0..1, in radians. */
export function arcSine(x) {
    if (x <= SMALL) {
        const square = x * x;
        return x * (1 + square * (1 / 6 + square * (3 / 40 + square * (5 / 112 + square * (35 / 1152 + square * (63 / 2816))))));
    }
    // The series is slow near 1, so the upper half is turned into the lower one.
    return x > 0.5 ? HALF_PI - 2 * arcSineLowerHalf(Math.sqrt((1 - x) / 2)) : arcSineLowerHalf(x);
}
// x + x^3/6 + 3x^5/40 + ...: at 0.5 the first of the terms left out is below 1e-17.
function arcSineLowerHalf(x) {
    const square = x * x;
    let term = x;
    let sum = x;
    for (let n = 1; n < 50; n += 2) {
        term = term * square * (n * n) / ((n + 1) * (n + 2));
        sum += term;
    }
    return sum;
}
//# sourceMappingURL=trigonometry.js.map