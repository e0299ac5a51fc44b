import type { Place } from '../geo/place.ts';
/** Keeps each distinct place once: the people of one kecamatan share theirs. */
export declare class PlaceTable {
    #private;
    get size(): number;
    idOf(place: Place): number;
    placeOf(id: number): Place;
}
//# sourceMappingURL=place-table.d.ts.map