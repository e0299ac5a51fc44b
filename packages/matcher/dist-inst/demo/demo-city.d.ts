import type { Taxonomy } from '@padan/taxonomy';
import type { Seeker } from '../records/seeker.ts';
import type { Vacancy } from '../records/vacancy.ts';
export interface DemoOptions {
    /** Whole number from 0 to 4,294,967,295. Default 3671, the city's code. */
    seed?: number;
    /** How many, 0 to 100,000,000. Defaults 5,000 and 600. */
    seekers?: number;
    vacancies?: number;
}
/** Records made one at a time, as they are asked for. Each iterator can be run through once. */
export interface DemoPopulation {
    seekers: IterableIterator<Seeker>;
    vacancies: IterableIterator<Vacancy>;
}
/** What the city's office published for 2024: people openly unemployed, and vacancies recorded in the year. */
export declare const CITY_YEAR: Readonly<Required<Pick<DemoOptions, 'seekers' | 'vacancies'>>>;
/**
 * An invented Kota Tangerang with its neighbours: no person and no firm is real, every code is. A record depends on the seed, its side
 * and its number alone, so a larger population begins with the smaller one, and the same seed gives the same bytes on every machine.
 * About 2 microseconds a record. Throws RangeError for an option out of range and for a taxonomy without the shipped codes.
 *
 * Published figures it imitates, of the city's manpower office:
 * - 58,613 people openly unemployed in 2024, of a labour force of 990,411 (5.92 %), and 27,675 vacancies recorded: `CITY_YEAR`;
 * - 1,090 people trained by competency cluster in the year, 99.28 % of them certified: 1.86 % of the seekers come from the training
 *   centre, all of them residents, in its own courses, with certificates of three years;
 * - 2,034 people hired through the fairs of 2025, of whom 1,447 were residents: 71 % of the seekers live in the city;
 * - minimum wages of 2026, Rp 5,399,406 in the city: what offers and wishes lie around;
 * - the worst gap that the office names, the skill mismatch of SMK graduates: about 35 % of them look for a trade they did not learn, and
 *   about a third learned one that their field of study does not lead to.
 *
 * Estimates of ours, where nothing is published: 38 % of the seekers finished SMK, 30 % SMA, 17 % less and 15 % more; 2 % state that
 * they need an accommodation; 8 % tell nothing of their units, 9 % nothing of their wishes, and 22 % of the adverts name no unit.
 */
export declare function demoCity(taxonomy: Taxonomy, options?: DemoOptions): DemoPopulation;
/**
 * The people and vacancies of `demoCity`, with the same units, schooling and wishes, spread over the 7,285 kecamatan of the country:
 * provinces by population, kecamatan evenly within. Wages follow the place. For benchmarks.
 */
export declare function demoCountry(taxonomy: Taxonomy, options?: DemoOptions): DemoPopulation;
//# sourceMappingURL=demo-city.d.ts.map