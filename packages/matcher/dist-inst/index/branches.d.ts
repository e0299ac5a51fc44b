import type { RelatedRegister } from '@padan/taxonomy';
/** Bits that the branches of one register share out among them. */
export declare const BRANCH_BITS = 10;
export declare const ALL_BRANCHES: number;
/**
 * Coarse places in a tree of codes, for bounds: every item has one bit, by the branch it stands in, and for every item it is known which
 * bits hold anything related to it. No common bit means no credit; a common bit means nothing. Bits are shared by several branches.
 */
export declare class Branches {
    #private;
    /** Branches begin `depth` steps below the roots. O(items x depth). */
    constructor(register: RelatedRegister<{
        parent: number | null;
    }>, depth: number);
    /** Bits of the items in a list; all of them for 'any', none for null. */
    bitsOf(items: readonly number[] | 'any' | null): number;
    /** Bits of all items that answer `wanted` at least in part. O(items) the first time. */
    answering(wanted: number): number;
    /** Bits of all items that `held` answers at least in part. O(items) the first time. */
    answeredBy(held: number): number;
}
//# sourceMappingURL=branches.d.ts.map