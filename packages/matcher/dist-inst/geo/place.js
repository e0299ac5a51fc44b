import { arcSine, cosSteps, sinSteps } from "./trigonometry.js";
/** Mean radius of the earth in metres (IUGG R1). */
const EARTH_RADIUS = 6_371_008.8;
const STEPS_PER_DEGREE = 100_000;
/** Half the circumference in hundreds of metres: no two places are farther apart. */
export const FARTHEST_HM = 200_152;
/** The place at a latitude and longitude in degrees, rounded to five decimals. */
export function placeAt(lat, lng) {
    const latSteps = Math.round(lat * STEPS_PER_DEGREE);
    const lngSteps = Math.round(lng * STEPS_PER_DEGREE);
    const parallel = cosSteps(latSteps);
    return { latSteps, lngSteps, x: parallel * cosSteps(lngSteps), y: parallel * sinSteps(lngSteps), z: sinSteps(latSteps) };
}
/** Great-circle distance in whole hundreds of metres, rounded down. */
export function distanceHm(a, b) {
    return hmOfChord(chordSquare(a, b.x, b.y, b.z));
}
/** Square of the straight line between two points of the unit sphere. */
export function chordSquare(a, x, y, z) {
    const dx = a.x - x;
    const dy = a.y - y;
    const dz = a.z - z;
    return dx * dx + dy * dy + dz * dz;
}
/** The distance that belongs to a squared chord, in whole hundreds of metres, rounded down. */
export function hmOfChord(square) {
    const halfChord = Math.sqrt(square) / 2;
    return Math.floor(2 * EARTH_RADIUS * arcSine(halfChord > 1 ? 1 : halfChord) / 100);
}
/** Beyond this squared chord (100 km as the crow digs) no distance earns credit. */
export const FAR_CHORD_SQUARE = (100_000 / EARTH_RADIUS) * (100_000 / EARTH_RADIUS);
/** A place cannot be nearer than this to anything inside a ball (centre and radius in the unit sphere's space), in whole hundreds of metres. */
export function nearestHm(place, x, y, z, radius) {
    const dx = place.x - x;
    const dy = place.y - y;
    const dz = place.z - z;
    // The straight line is never longer than the arc; the slack covers rounding.
    const chord = Math.sqrt(dx * dx + dy * dy + dz * dz) - radius - 1e-9;
    return chord <= 0 ? 0 : Math.floor(chord * EARTH_RADIUS / 100);
}
//# sourceMappingURL=place.js.map