/** What decides a place in a ranking. */
export interface Standing {
    id: string;
    score: number;
    potential: number;
}
/**
 * Best first: score descending, then potential descending, then id ascending by UTF-16 code units. A total order over distinct ids,
 * so a ranking does not depend on how it was found.
 */
export declare function byStanding(a: Standing, b: Standing): number;
//# sourceMappingURL=order.d.ts.map