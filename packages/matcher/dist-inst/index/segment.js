/** The order of slots: records with a place along the Hilbert curve, then those without; equal places keep the order given. */
export function slotOrder(codes) {
    const size = codes.length;
    // One number holds code (28 bits, or one more for "no place") and position (24 bits), so a plain numeric sort does it.
    const span = 2 ** Math.ceil(Math.log2(Math.max(2, size)));
    for (let i = 0; i < size; i++)
        codes[i] = codes[i] * span + i;
    codes.sort();
    return Uint32Array.from(codes, code => code % span);
}
/** Sorts after every Hilbert code. */
export const NO_PLACE_CODE = 2 ** 28;
//# sourceMappingURL=segment.js.map