/** Steps that mix the seed into the whole state before the first number is used; the generator's author takes 12 for a seed of three words. */
const WARM_UP_STEPS = 12;
const TWO_TO_32 = 4_294_967_296;
/**
 * sfc32, "small fast counter" with 128 bits of state, by Chris Doty-Humphrey (PractRand, public domain). Additions, shifts and
 * exclusive or of 32-bit integers only, so every machine throws the same numbers. Restarting is cheap: each record has its own stream.
 */
export class Dice {
    #a = 0;
    #b = 0;
    #c = 0;
    #counter = 1;
    /** Goes to the beginning of the stream that belongs to three words of 32 bits. */
    start(seed, stream, index) {
        this.#a = seed | 0;
        this.#b = index | 0;
        this.#c = stream | 0;
        this.#counter = 1;
        for (let step = 0; step < WARM_UP_STEPS; step++)
            this.next();
    }
    /** A whole number from 0 to 2^32 - 1. */
    next() {
        const c = this.#c;
        const sum = (this.#a + this.#b + this.#counter) | 0;
        this.#counter = (this.#counter + 1) | 0;
        this.#a = this.#b ^ (this.#b >>> 9);
        this.#b = (c + (c << 3)) | 0;
        this.#c = (((c << 21) | (c >>> 11)) + sum) | 0;
        return sum >>> 0;
    }
    /** A whole number from 0 to `bound` - 1, for a bound up to 2^20: the product stays below 2^53 and is exact. */
    below(bound) {
        return Math.floor(this.next() * bound / TWO_TO_32);
    }
    /** True `perTenThousand` times in ten thousand. */
    chance(perTenThousand) {
        return this.below(10_000) < perTenThousand;
    }
}
//# sourceMappingURL=dice.js.map