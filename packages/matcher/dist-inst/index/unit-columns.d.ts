/** The units of all records of a segment, record after record: those of slot s stand from start[s] up to start[s + 1]. */
export interface UnitColumns {
    readonly start: Uint32Array;
    readonly unit: Uint16Array;
    /** Three bits, 1..5: how strongly it is held, or how important it is. Greater is never worth less. */
    readonly strength: Uint8Array;
}
//# sourceMappingURL=unit-columns.d.ts.map