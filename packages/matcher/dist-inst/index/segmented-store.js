/** More waiting records than this are frozen at once; fewer wait for the next question. */
const MOST_WAITING = 4096;
/** A segment is merged into its neighbour when the smaller of them is at least this part of the larger. */
const MERGE_RATIO = 4;
/**
 * A population as a few frozen segments, large to small, and the records that wait to be frozen. Putting a record marks its old slot dead;
 * small segments are merged as they gather, so a record is frozen O(log n) times and a query meets O(log n) segments.
 */
export class SegmentedStore {
    #build;
    #segments = [];
    #waiting = new Map();
    #size = 0;
    constructor(build) {
        this.#build = build;
    }
    get size() {
        return this.#size;
    }
    has(id) {
        return this.#waiting.has(id) || this.#find(id) !== undefined;
    }
    facts(id) {
        const waiting = this.#waiting.get(id);
        if (waiting !== undefined)
            return waiting;
        const found = this.#find(id);
        return found?.segment.factsAt(found.slot);
    }
    put(facts) {
        for (const one of facts) {
            if (!this.#waiting.has(one.id) && !this.#bury(one.id))
                this.#size++;
            this.#waiting.set(one.id, one);
        }
        if (this.#waiting.size > MOST_WAITING)
            this.#freeze();
    }
    delete(id) {
        const there = this.#waiting.delete(id) || this.#bury(id);
        if (there)
            this.#size--;
        return there;
    }
    clear() {
        this.#segments = [];
        this.#waiting.clear();
        this.#size = 0;
    }
    *ids() {
        yield* this.#waiting.keys();
        for (const segment of this.#segments) {
            for (let slot = 0; slot < segment.size; slot++) {
                if (segment.dead[slot] === 0)
                    yield segment.ids[slot];
            }
        }
    }
    /** Every record, frozen. The array is valid until the next put or delete. */
    segments() {
        if (this.#waiting.size > 0)
            this.#freeze();
        return this.#segments;
    }
    #find(id) {
        for (const segment of this.#segments) {
            const slot = segment.slotOf.get(id);
            if (slot !== undefined && segment.dead[slot] === 0)
                return { segment, slot };
        }
        return undefined;
    }
    #bury(id) {
        const found = this.#find(id);
        if (found === undefined)
            return false;
        found.segment.dead[found.slot] = 1;
        found.segment.numDead++;
        return true;
    }
    /** Freezes the waiting records, together with the last segments as long as those are not much larger, or mostly dead. */
    #freeze() {
        const facts = [...this.#waiting.values()];
        this.#waiting.clear();
        while (this.#segments.length > 0) {
            const last = this.#segments[this.#segments.length - 1];
            const alive = last.size - last.numDead;
            if (alive > facts.length * MERGE_RATIO && last.numDead < alive)
                break;
            this.#segments.pop();
            for (let slot = 0; slot < last.size; slot++) {
                if (last.dead[slot] === 0)
                    facts.push(last.factsAt(slot));
            }
        }
        if (facts.length > 0)
            this.#segments.push(this.#build(facts));
    }
}
//# sourceMappingURL=segmented-store.js.map