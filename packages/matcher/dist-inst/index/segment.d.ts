/** A frozen, indexed part of a population. Slots are 0..size-1; a deleted slot stays, marked dead, until segments are merged. */
export interface Segment<Facts> {
    readonly size: number;
    readonly ids: readonly string[];
    /** 1 where the slot's record was deleted or replaced. */
    readonly dead: Uint8Array;
    /** Slot of each id, dead or alive. */
    readonly slotOf: ReadonlyMap<string, number>;
    numDead: number;
    factsAt(slot: number): Facts;
}
/** The order of slots: records with a place along the Hilbert curve, then those without; equal places keep the order given. */
export declare function slotOrder(codes: Float64Array): Uint32Array;
/** Sorts after every Hilbert code. */
export declare const NO_PLACE_CODE: number;
//# sourceMappingURL=segment.d.ts.map