import { CITIES, PROVINCES } from "./shares-of-places.js";
import { Urn } from "./urn.js";
/** The year whose minimum wages are in force, and the oldest one to fall back on where a province has none for it. */
const WAGE_YEAR = 2026;
const OLDEST_WAGE_YEAR = 2020;
/** Where no year is known: about the lowest provincial minimum. */
const PLAIN_WAGE = 2_300_000;
const STEPS_PER_DEGREE = 100_000;
/** Homes and firms lie up to 1.4 km from the centroid on each axis: a kecamatan of the city is about three kilometres across. */
const SCATTER_STEPS = 1_250;
/** Kota Tangerang and its neighbours. */
export function cityPlaces(taxonomy) {
    const towns = CITIES.map(({ homes, firms, kecamatan }) => {
        const places = kecamatan.map(([code]) => placeIn(taxonomy, regionOf(taxonomy, code)));
        return {
            homes,
            firms,
            home: new Urn(places, kecamatan.map(([, people]) => people)),
            work: new Urn(places, kecamatan.map(([, , firmsHere]) => firmsHere)),
        };
    });
    const homeTowns = new Urn(towns, towns.map(({ homes }) => homes));
    const workTowns = new Urn(towns, towns.map(({ firms }) => firms));
    return {
        home: dice => homeTowns.draw(dice).home.draw(dice),
        homeOfTrainee: dice => towns[0].home.draw(dice),
        work: dice => workTowns.draw(dice).work.draw(dice),
    };
}
/** Every kecamatan of the country: provinces by population, kecamatan evenly within. */
export function countryPlaces(taxonomy) {
    const byProvince = new Map();
    for (let index = 0; index < taxonomy.regions.size; index++) {
        const region = taxonomy.regions.at(index);
        if (region.kind !== 'district')
            continue;
        const province = region.code.slice(0, 2);
        const places = byProvince.get(province);
        if (places === undefined)
            byProvince.set(province, [placeIn(taxonomy, region)]);
        else
            places.push(placeIn(taxonomy, region));
    }
    const provinces = new Urn(PROVINCES.map(([code]) => byProvince.get(code)), PROVINCES.map(([, people]) => people));
    const anywhere = (dice) => {
        const places = provinces.draw(dice);
        return places[dice.below(places.length)];
    };
    return { home: anywhere, homeOfTrainee: anywhere, work: anywhere };
}
/** A point near a place, on the grid of five decimals. */
export function pointNear(place, dice) {
    return { lat: scatter(place.lat, dice), lng: scatter(place.lng, dice) };
}
function scatter(degrees, dice) {
    return (Math.round(degrees * STEPS_PER_DEGREE) + dice.below(2 * SCATTER_STEPS + 1) - SCATTER_STEPS) / STEPS_PER_DEGREE;
}
function regionOf(taxonomy, code) {
    const region = taxonomy.regions.get(code);
    if (region === undefined)
        throw new RangeError(`The demo city needs the region '${code}', which this taxonomy lacks; use the shipped regions.`);
    return region;
}
function placeIn(taxonomy, { code, lat, lng }) {
    return { code, lat, lng, minimumWage: minimumWageIn(taxonomy, code) };
}
function minimumWageIn(taxonomy, code) {
    for (let year = WAGE_YEAR; year >= OLDEST_WAGE_YEAR; year--) {
        const wage = taxonomy.minimumWage(code, year);
        if (wage !== undefined)
            return wage.rupiah;
    }
    return PLAIN_WAGE;
}
//# sourceMappingURL=demo-places.js.map