const BYTE_MASK = 255;
/** Months stand in bits 4-7 of a summary. */
const MONTHS_SHIFT = 4;
const MONTHS_MASK = 15;
/**
 * The most points that the criteria other than units and distance can bring to a record with a given summary and trade word (see
 * summarise and Trades). Filled for each query; never below the true points of any record that the words stand for.
 */
export class RestBound {
    /** Points by each byte of a summary, 256 entries a byte. */
    table = new Int32Array(4 * (BYTE_MASK + 1));
    /** Points by class of months, for records with an occupation in common. */
    experience = new Int32Array(MONTHS_MASK + 1);
    fieldMask = 0;
    fieldMost = 0;
    workMask = 0;
    workMost = 0;
    experienceMask = 0;
    of(summary, trade) {
        const { table } = this;
        return table[summary & BYTE_MASK] + table[256 + ((summary >> 8) & BYTE_MASK)] + table[512 + ((summary >> 16) & BYTE_MASK)] +
            ((trade & this.fieldMask) === 0 ? 0 : this.fieldMost) +
            ((trade & this.workMask) === 0 ? 0 : this.workMost) +
            ((trade & this.experienceMask) === 0 ? 0 : this.experience[(summary >> MONTHS_SHIFT) & MONTHS_MASK]);
    }
    /** Fills a byte of the table with `points(value)` for each value of the byte. */
    fillByte(byte, points) {
        for (let value = 0; value <= BYTE_MASK; value++)
            this.table[byte * (BYTE_MASK + 1) + value] = points(value);
    }
}
//# sourceMappingURL=rest-bound.js.map