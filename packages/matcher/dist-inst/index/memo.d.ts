/** What `get` answers for a key that has no value. */
export declare const MISSING = -3;
/**
 * Remembers one small integer for each key during one query. A new query forgets everything in O(1): each cell carries the generation
 * it was written in, and only every 8,191 queries are the cells wiped.
 */
export declare class Memo {
    #private;
    constructor(size: number);
    /** Forgets everything, and makes room for keys below `size`. */
    reset(size: number): void;
    /** The value, or MISSING when this query has not set one. */
    get(key: number): number;
    set(key: number, value: number): void;
}
//# sourceMappingURL=memo.d.ts.map