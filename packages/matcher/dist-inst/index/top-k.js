/** Potential has 24 bits beside the score: both are at most 10,000,000. */
const POTENTIAL_SPAN = 2 ** 24;
/**
 * The best `limit` of the pairs offered, in the order of byStanding: score, then potential, both descending, then id ascending. A heap
 * with the worst on top; one number holds score and potential, so ids are only compared between equals. Offer costs O(log limit) for
 * a pair that is taken, O(1) for one that is not.
 */
export class TopK {
    /** A pair with a lower score than this cannot be among the best; a pair with just this score may. */
    threshold = -1;
    #limit;
    #keys = [];
    #ids = [];
    #fits = [];
    #refs = [];
    constructor(limit) {
        this.#limit = limit;
        if (limit === 0)
            this.threshold = Infinity;
    }
    offer(id, score, potential, fit, ref) {
        if (score < this.threshold)
            return;
        const key = score * POTENTIAL_SPAN + potential;
        const size = this.#keys.length;
        if (size < this.#limit) {
            this.#siftUp(size, id, key, fit, ref);
            if (size + 1 === this.#limit)
                this.threshold = Math.floor(this.#keys[0] / POTENTIAL_SPAN);
        }
        else if (isWorse(this.#keys[0], this.#ids[0], key, id)) {
            this.#siftDown(id, key, fit, ref);
            this.threshold = Math.floor(this.#keys[0] / POTENTIAL_SPAN);
        }
    }
    /** The pairs, best first, as positions for the getters below. Ends the collection. */
    sorted() {
        const pairs = this.#keys.map((key, at) => ({
            id: this.#ids[at],
            score: Math.floor(key / POTENTIAL_SPAN),
            potential: key % POTENTIAL_SPAN,
            fit: this.#fits[at],
            ref: this.#refs[at],
        }));
        return pairs.sort((a, b) => b.score - a.score || b.potential - a.potential || (a.id < b.id ? -1 : 1));
    }
    #siftUp(hole, id, key, fit, ref) {
        let at = hole;
        while (at > 0) {
            const parent = (at - 1) >> 1;
            if (!isWorse(key, id, this.#keys[parent], this.#ids[parent]))
                break;
            this.#move(parent, at);
            at = parent;
        }
        this.#place(at, id, key, fit, ref);
    }
    #siftDown(id, key, fit, ref) {
        const size = this.#keys.length;
        let at = 0;
        for (;;) {
            let child = 2 * at + 1;
            if (child >= size)
                break;
            if (child + 1 < size && isWorse(this.#keys[child + 1], this.#ids[child + 1], this.#keys[child], this.#ids[child]))
                child++;
            if (!isWorse(this.#keys[child], this.#ids[child], key, id))
                break;
            this.#move(child, at);
            at = child;
        }
        this.#place(at, id, key, fit, ref);
    }
    #move(from, to) {
        this.#place(to, this.#ids[from], this.#keys[from], this.#fits[from], this.#refs[from]);
    }
    #place(at, id, key, fit, ref) {
        this.#ids[at] = id;
        this.#keys[at] = key;
        this.#fits[at] = fit;
        this.#refs[at] = ref;
    }
}
function isWorse(key, id, otherKey, otherId) {
    return key < otherKey || (key === otherKey && id > otherId);
}
//# sourceMappingURL=top-k.js.map