export declare const CHUNK_MASK: number;
/**
 * What the units packed in a posting's two words are worth in all: for each chunk of two units that matters, the sum over its bits
 * stands at `offset + ((word >> shift) & CHUNK_MASK)` of `sums`.
 */
export interface PackedTable {
    readonly sums: Int32Array;
    readonly lowShifts: Int32Array;
    readonly lowOffsets: Int32Array;
    readonly highShifts: Int32Array;
    readonly highOffsets: Int32Array;
}
/** Packs `worth[8 * position + strength]`, the worth of each unit of a family by strength. Chunks worth nothing are left out. */
export declare function packTable(worth: Int32Array): PackedTable;
//# sourceMappingURL=packed-table.d.ts.map