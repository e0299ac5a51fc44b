import type { Register, Taxonomy } from '@padan/taxonomy';
import { type Place } from '../geo/place.ts';
import { type Words } from './expectations.ts';
import type { FieldReader } from './field-reader.ts';
export declare const A_UNIT: Words;
export declare const A_REGION: Words;
export declare const A_LEVEL: Words;
export declare const A_FIELD: Words;
export declare const A_KBJI: Words;
export declare const A_KBLI: Words;
export declare const A_LICENCE: Words;
export declare const AN_ACCOMMODATION: Words;
/** Reads the id first, so that later problems can name the record. */
export declare function readId(reader: FieldReader, value: unknown): string;
/** A seeker's id that reads as a NIK is refused: it tells birth date and sex. The value is not repeated. */
export declare function refuseNik(reader: FieldReader, id: string): void;
/** Where a record is: its point when it has one, else the centroid of its region, else null. */
export declare function readPlace(reader: FieldReader, taxonomy: Taxonomy, region: unknown, point: unknown): Place | null;
/** Indexes of a list of codes, each at most once. */
export declare function readCodes(reader: FieldReader, value: unknown, path: string, least: number, most: number, register: Register<unknown>, what: Words): number[];
/** A list of codes as a bit set. */
export declare function readCodeSet(reader: FieldReader, value: unknown, path: string, register: Taxonomy['accommodations'], what: Words): number;
/** A unit's index, telling an unknown code from one that needs its decree. */
export declare function readUnit(reader: FieldReader, taxonomy: Taxonomy, value: unknown, path: string): number;
//# sourceMappingURL=read-common.d.ts.map