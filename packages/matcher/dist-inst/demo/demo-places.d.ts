import type { Taxonomy } from '@padan/taxonomy';
import type { Dice } from './dice.ts';
export interface DemoPlace {
    code: string;
    lat: number;
    lng: number;
    /** Rupiah a month. */
    minimumWage: number;
}
/** Where the people live and where the work is. */
export interface DemoPlaces {
    home: (dice: Dice) => DemoPlace;
    /** Somebody trained by the city lives in it: the training centre takes its own residents only. */
    homeOfTrainee: (dice: Dice) => DemoPlace;
    work: (dice: Dice) => DemoPlace;
}
/** Kota Tangerang and its neighbours. */
export declare function cityPlaces(taxonomy: Taxonomy): DemoPlaces;
/** Every kecamatan of the country: provinces by population, kecamatan evenly within. */
export declare function countryPlaces(taxonomy: Taxonomy): DemoPlaces;
/** A point near a place, on the grid of five decimals. */
export declare function pointNear(place: DemoPlace, dice: Dice): {
    lat: number;
    lng: number;
};
//# sourceMappingURL=demo-places.d.ts.map