/**
 * The best `limit` of the pairs offered, in the order of byStanding: score, then potential, both descending, then id ascending. A heap
 * with the worst on top; one number holds score and potential, so ids are only compared between equals. Offer costs O(log limit) for
 * a pair that is taken, O(1) for one that is not.
 */
export declare class TopK {
    #private;
    /** A pair with a lower score than this cannot be among the best; a pair with just this score may. */
    threshold: number;
    constructor(limit: number);
    offer(id: string, score: number, potential: number, fit: number, ref: number): void;
    /** The pairs, best first, as positions for the getters below. Ends the collection. */
    sorted(): {
        id: string;
        score: number;
        potential: number;
        fit: number;
        ref: number;
    }[];
}
//# sourceMappingURL=top-k.d.ts.map