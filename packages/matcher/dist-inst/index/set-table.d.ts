/**
 * Keeps each distinct small list of integers once and numbers it, because many records share theirs (a field of study, a few wishes):
 * what a query computes for one list then serves every record that has it. Lists are kept as given, in order.
 */
export declare class SetTable {
    #private;
    get size(): number;
    /** The number of a list, from 0. */
    idOf(list: readonly number[]): number;
    listOf(id: number): readonly number[];
}
//# sourceMappingURL=set-table.d.ts.map