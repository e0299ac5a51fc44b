const SIDE = 0x4000;
const STEPS_PER_SIDE = 36_000_000 / SIDE;
/**
 * Position of a place along a Hilbert curve over longitude and latitude, 28 bits: places with near codes are near on the map. Only the
 * order of storage rests on it. After the loop over bits in Warren, Hacker's Delight (2nd ed.), section 16-2.
 */
export function hilbertCode(latSteps, lngSteps) {
    let x = Math.min(SIDE - 1, Math.floor((lngSteps + 18_000_000) / STEPS_PER_SIDE));
    let y = Math.min(SIDE - 1, Math.floor((latSteps + 9_000_000) / STEPS_PER_SIDE));
    let code = 0;
    for (let bit = SIDE >> 1; bit > 0; bit >>= 1) {
        const right = (x & bit) === 0 ? 0 : 1;
        const upper = (y & bit) === 0 ? 0 : 1;
        code = code * 4 + ((3 * right) ^ upper);
        if (upper === 0) {
            if (right === 1) {
                x = SIDE - 1 - x;
                y = SIDE - 1 - y;
            }
            const turned = x;
            x = y;
            y = turned;
        }
    }
    return code;
}
//# sourceMappingURL=hilbert.js.map