/** Balls in an urn: shares are met to the ten-thousandth, and a draw is one look-up. */
const BALLS = 10_000;
/** Things to draw from by weight. Frozen after construction. */
export class Urn {
    #items;
    #balls;
    /** `weights` are whole numbers of 0 or more, one an item; what is left after rounding down goes to the largest remainders, earlier first. */
    constructor(items, weights) {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        if (items.length === 0 || total <= 0)
            throw new RangeError(`An urn needs items with a positive total weight, got ${items.length} items of weight ${total}.`);
        const counts = weights.map(weight => Math.floor(weight * BALLS / total));
        const left = BALLS - counts.reduce((sum, count) => sum + count, 0);
        const byRemainder = weights.map((_, item) => item).sort((a, b) => weights[b] * BALLS % total - weights[a] * BALLS % total || a - b);
        for (const item of byRemainder.slice(0, left))
            counts[item]++;
        this.#items = items;
        this.#balls = new Uint16Array(BALLS);
        let ball = 0;
        counts.forEach((count, item) => {
            this.#balls.fill(item, ball, ball + count);
            ball += count;
        });
    }
    draw(dice) {
        return this.#items[this.#balls[dice.below(BALLS)]];
    }
}
/** An urn over pairs of item and weight. */
export function mix(...pairs) {
    return new Urn(pairs.map(([item]) => item), pairs.map(([, weight]) => weight));
}
/** An urn in which the second item is drawn half as often as the first, the third a third as often, and so on (Zipf). */
export function zipf(items) {
    return new Urn(items, items.map((_, rank) => Math.floor(BALLS / (rank + 1))));
}
//# sourceMappingURL=urn.js.map