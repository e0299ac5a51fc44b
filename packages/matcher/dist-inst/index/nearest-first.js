import { nearestHm } from "../geo/place.js";
import { distanceCredit } from "../model/distance-credit.js";
/** Credits 0..1000 in steps of eight are near enough to sort by. */
const BUCKET_BITS = 3;
const BUCKETS = (1000 >> BUCKET_BITS) + 1;
/** Arranges runs of slots by the most distance credit that anything in them can have, greatest first. Scratch is reused between queries. */
export class NearestFirst {
    /** Runs in order, and the bound of each. */
    order = new Uint32Array(64);
    credit = new Int16Array(64);
    #bounds = new Int16Array(64);
    #heads = new Int32Array(BUCKETS);
    #next = new Int32Array(64);
    /**
     * Fills `order` and `credit` for the runs `start` up to `end` and returns how many they are. Without a place to measure from, every
     * run has the bound `flat`. O(runs).
     */
    arrange(spheres, start, end, from, flat) {
        const count = end - start;
        if (count > this.order.length)
            this.#grow(count);
        if (from === null) {
            for (let i = 0; i < count; i++) {
                this.order[i] = start + i;
                this.credit[i] = flat;
            }
            return count;
        }
        this.#bound(spheres, start, count, from);
        this.#sort(start, count);
        return count;
    }
    #bound(spheres, start, count, from) {
        const { x, y, z, radius } = spheres;
        const bounds = this.#bounds;
        for (let i = 0; i < count; i++) {
            const run = start + i;
            // Nobody in the run has a place: the distance is unknown and earns nothing.
            bounds[i] = radius[run] < 0 ? 0 : distanceCredit(nearestHm(from, x[run], y[run], z[run], radius[run]));
        }
    }
    #sort(start, count) {
        const bounds = this.#bounds;
        const heads = this.#heads;
        const next = this.#next;
        heads.fill(-1);
        for (let i = count - 1; i >= 0; i--) {
            const bucket = bounds[i] >> BUCKET_BITS;
            next[i] = heads[bucket];
            heads[bucket] = i;
        }
        let at = 0;
        for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
            for (let i = heads[bucket]; i >= 0; i = next[i]) {
                this.order[at] = start + i;
                this.credit[at++] = bounds[i];
            }
        }
    }
    #grow(count) {
        const size = 2 ** Math.ceil(Math.log2(count));
        this.order = new Uint32Array(size);
        this.credit = new Int16Array(size);
        this.#bounds = new Int16Array(size);
        this.#next = new Int32Array(size);
    }
}
//# sourceMappingURL=nearest-first.js.map