/**
 * Keeps each distinct small list of integers once and numbers it, because many records share theirs (a field of study, a few wishes):
 * what a query computes for one list then serves every record that has it. Lists are kept as given, in order.
 */
export class SetTable {
    #idOf = new Map();
    #lists = [];
    get size() {
        return this.#lists.length;
    }
    /** The number of a list, from 0. */
    idOf(list) {
        const key = list.join();
        const known = this.#idOf.get(key);
        if (known !== undefined)
            return known;
        this.#idOf.set(key, this.#lists.length);
        this.#lists.push(list);
        return this.#lists.length - 1;
    }
    listOf(id) {
        return this.#lists[id];
    }
}
//# sourceMappingURL=set-table.js.map