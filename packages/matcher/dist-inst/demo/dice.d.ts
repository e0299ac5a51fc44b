/**
 * sfc32, "small fast counter" with 128 bits of state, by Chris Doty-Humphrey (PractRand, public domain). Additions, shifts and
 * exclusive or of 32-bit integers only, so every machine throws the same numbers. Restarting is cheap: each record has its own stream.
 */
export declare class Dice {
    #private;
    /** Goes to the beginning of the stream that belongs to three words of 32 bits. */
    start(seed: number, stream: number, index: number): void;
    /** A whole number from 0 to 2^32 - 1. */
    next(): number;
    /** A whole number from 0 to `bound` - 1, for a bound up to 2^20: the product stays below 2^53 and is exact. */
    below(bound: number): number;
    /** True `perTenThousand` times in ten thousand. */
    chance(perTenThousand: number): boolean;
}
//# sourceMappingURL=dice.d.ts.map