import type { Place } from '../geo/place.ts';
import { type HeldLicenceFacts, type SeekerFacts } from '../records/facts.ts';
import type { Families } from './families.ts';
import { PlaceTable } from './place-table.ts';
import { type Postings, type SlotPlaces, type Spheres } from './postings.ts';
import { type Segment } from './segment.ts';
import { SetTable } from './set-table.ts';
import type { Trades } from './trades.ts';
import type { UnitColumns } from './unit-columns.ts';
/** Slots that share one bound on distance when everybody is gone through. */
export declare const CROWD_SIZE = 256;
/** Seekers as columns. Lists that many people share are numbered by a SetTable; -1 is UNKNOWN and -2 is ANY, as in the facts. */
export interface SeekerSegment extends Segment<SeekerFacts> {
    readonly place: Int32Array;
    readonly places: PlaceTable;
    /** The places' coordinates on the unit sphere, by number. */
    readonly x: Float64Array;
    readonly y: Float64Array;
    readonly z: Float64Array;
    readonly level: Int8Array;
    readonly fields: Int32Array;
    readonly occupations: Int32Array;
    readonly sectors: Int32Array;
    readonly licences: Int32Array;
    /** Lists of codes, and of (licence, last day) pairs, that the four columns above number. */
    readonly sets: SetTable;
    readonly wage: Int32Array;
    readonly jobTypes: Int16Array;
    readonly maxHours: Int16Array;
    readonly reachHm: Int32Array;
    readonly willingToMove: Int8Array;
    readonly needs: Int32Array;
    readonly adultFrom: Int32Array;
    /** 1 where the units were stated, be it none. */
    readonly unitsStated: Uint8Array;
    readonly units: UnitColumns;
    readonly evidence: Uint8Array;
    readonly expires: Int32Array;
    /** 1 where experience was stated, be it none; entries of slot s from experienceStart[s] up to experienceStart[s + 1]. */
    readonly experienceStated: Uint8Array;
    readonly experienceStart: Uint32Array;
    readonly occupation: Uint16Array;
    readonly months: Uint16Array;
    readonly postings: Postings;
    /** Around each run of CROWD_SIZE slots. */
    readonly crowds: Spheres;
    /** Each slot's words on everything but units and place, and words for each crowd that bound its slots. */
    readonly summary: Int32Array;
    readonly trade: Int32Array;
    readonly crowdSummary: Int32Array;
    readonly crowdTrade: Int32Array;
}
/**
 * How strong each kind of evidence is, for bounds: claimed 1, experienced 2, trained 3, certified 4 when it can expire, else 5. The
 * per mille in force never falls with the number.
 */
export declare function evidenceStrength(evidence: number, expires: number): number;
/** Freezes facts into an indexed segment. O(n log n). */
export declare function buildSeekerSegment(given: readonly SeekerFacts[], families: Families, levelRanks: Int8Array, trades: Trades): SeekerSegment;
/** First slot of each crowd, and the end. */
export declare function crowdStarts(size: number): Uint32Array;
/** The places of a segment as arrays, for building spheres. */
export declare function slotPlacesOf(placeOf: Int32Array, places: PlaceTable): SlotPlaces;
/** A list's number; UNKNOWN for null and ANY for 'any'. */
export declare function setOf(sets: SetTable, list: readonly number[] | 'any' | null): number;
/** The list behind a number of `setOf`. */
export declare function listOf(sets: SetTable, number: number): readonly number[] | 'any' | null;
/** Positions of a slot's entries in a column with starts. */
export declare function range(start: Uint32Array, slot: number): number[];
export declare function placeIn(places: PlaceTable, id: number): Place | null;
/** Licences with their last days, from the flat list a SetTable keeps. */
export declare function heldLicences(flat: readonly number[]): HeldLicenceFacts[];
//# sourceMappingURL=seeker-segment.d.ts.map