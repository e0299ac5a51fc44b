/** Keeps each distinct place once: the people of one kecamatan share theirs. */
export class PlaceTable {
    #idOf = new Map();
    #places = [];
    get size() {
        return this.#places.length;
    }
    idOf(place) {
        // Longitude spans 36,000,001 steps, so the key is one-to-one and below 2^53.
        const key = place.latSteps * 36_000_001 + place.lngSteps;
        const known = this.#idOf.get(key);
        if (known !== undefined)
            return known;
        this.#idOf.set(key, this.#places.length);
        this.#places.push(place);
        return this.#places.length - 1;
    }
    placeOf(id) {
        return this.#places[id];
    }
}
//# sourceMappingURL=place-table.js.map