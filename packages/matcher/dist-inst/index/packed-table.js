import { BITS_PER_UNIT, UNIT_MASK, UNITS_PER_WORD } from "./postings.js";
import { FAMILY_SIZE } from "./families.js";
/** Two units are looked up at once: 64 sums cost little to make, and halve the look-ups. */
const UNITS_PER_CHUNK = 2;
const CHUNK_BITS = BITS_PER_UNIT * UNITS_PER_CHUNK;
const CHUNK_SIZE = 1 << CHUNK_BITS;
export const CHUNK_MASK = CHUNK_SIZE - 1;
/** Packs `worth[8 * position + strength]`, the worth of each unit of a family by strength. Chunks worth nothing are left out. */
export function packTable(worth) {
    const sums = [];
    const low = { shifts: [], offsets: [] };
    const high = { shifts: [], offsets: [] };
    for (let position = 0; position < FAMILY_SIZE; position += UNITS_PER_CHUNK) {
        const start = position * (UNIT_MASK + 1);
        const width = UNITS_PER_CHUNK * (UNIT_MASK + 1);
        if (worth.subarray(start, start + width).every(value => value === 0))
            continue;
        const word = position < UNITS_PER_WORD ? low : high;
        word.shifts.push((position % UNITS_PER_WORD) * BITS_PER_UNIT);
        word.offsets.push(sums.length);
        for (let bits = 0; bits < CHUNK_SIZE; bits++)
            sums.push(worth[start + (bits & UNIT_MASK)] + worth[start + UNIT_MASK + 1 + (bits >> BITS_PER_UNIT)]);
    }
    return {
        sums: Int32Array.from(sums),
        lowShifts: Int32Array.from(low.shifts),
        lowOffsets: Int32Array.from(low.offsets),
        highShifts: Int32Array.from(high.shifts),
        highOffsets: Int32Array.from(high.offsets),
    };
}
//# sourceMappingURL=packed-table.js.map