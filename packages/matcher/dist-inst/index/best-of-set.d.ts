import type { SetTable } from './set-table.ts';
/**
 * The greatest credit of any item of a list, remembered by list and by item: many people share a list, and many lists share their
 * items, so the taxonomy is asked once for each item that turns up in a query.
 */
export declare class BestOfSet {
    #private;
    /** Items are numbered below `numItems`. */
    constructor(numItems: number);
    /** Starts a query in which an item earns `credit(item)`. */
    begin(credit: (item: number) => number): void;
    /** Turns to the lists of another segment. */
    meet(sets: SetTable): void;
    /** Credit of list number `set`; 0 for an empty list. */
    of(sets: SetTable, set: number): number;
}
//# sourceMappingURL=best-of-set.d.ts.map