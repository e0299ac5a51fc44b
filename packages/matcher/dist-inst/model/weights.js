/**
 * Splits a whole number into parts proportional to `sizes` (whole, positive) by the largest-remainder method: every part gets the
 * floor of its quota, what is left goes one by one to the largest fractions, ties to the earlier part. The parts total `whole`. O(n log n).
 */
export function splitByLargestRemainder(whole, sizes) {
    let total = 0;
    for (const size of sizes)
        total += size;
    const parts = sizes.map(size => Math.floor(whole * size / total));
    let left = whole;
    for (const part of parts)
        left -= part;
    // Fractions share the denominator `total`, so the integer remainders order them exactly.
    const byRemainder = sizes.map((_, index) => index)
        .sort((a, b) => (whole * sizes[b]) % total - (whole * sizes[a]) % total || a - b);
    for (let rank = 0; rank < left; rank++)
        parts[byRemainder[rank]]++;
    return parts;
}
//# sourceMappingURL=weights.js.map