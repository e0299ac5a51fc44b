/** A point on the unit sphere, with the rounded coordinates it came from (whole 1e-5 degrees, about a metre). */
export interface Place {
    readonly latSteps: number;
    readonly lngSteps: number;
    readonly x: number;
    readonly y: number;
    readonly z: number;
}
/** Half the circumference in hundreds of metres: no two places are farther apart. */
export declare const FARTHEST_HM = 200152;
/** The place at a latitude and longitude in degrees, rounded to five decimals. */
export declare function placeAt(lat: number, lng: number): Place;
/** Great-circle distance in whole hundreds of metres, rounded down. */
export declare function distanceHm(a: Place, b: Place): number;
/** Square of the straight line between two points of the unit sphere. */
export declare function chordSquare(a: Place, x: number, y: number, z: number): number;
/** The distance that belongs to a squared chord, in whole hundreds of metres, rounded down. */
export declare function hmOfChord(square: number): number;
/** Beyond this squared chord (100 km as the crow digs) no distance earns credit. */
export declare const FAR_CHORD_SQUARE: number;
/** A place cannot be nearer than this to anything inside a ball (centre and radius in the unit sphere's space), in whole hundreds of metres. */
export declare function nearestHm(place: Place, x: number, y: number, z: number, radius: number): number;
//# sourceMappingURL=place.d.ts.map