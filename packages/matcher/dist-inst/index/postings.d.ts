import { type Families } from './families.ts';
import type { UnitColumns } from './unit-columns.ts';
/** Units in one word; three bits each, so words stay small positive integers. */
export declare const UNITS_PER_WORD: number;
export declare const BITS_PER_UNIT = 3;
export declare const UNIT_MASK = 7;
/**
 * For each family of units, the slots that have any of them. A posting is self-contained: a slot and two words with the strength of
 * each unit of the family, so that it can be bounded without looking at the record.
 *
 *   family --> leaves (places near each other) --> blocks (strong first) --> postings
 *
 * Slots are numbered along a Hilbert curve, so consecutive postings of a family are near on the map: a leaf is 256 of them, with the
 * sphere around their places. Inside a leaf the strongest stand first, and a block of 32 carries the part-wise maxima of its words.
 */
export interface Postings {
    readonly slot: Uint32Array;
    readonly low: Int32Array;
    readonly high: Int32Array;
    /** The slot's words on everything but units and place; see summariseSeeker and Trades. */
    readonly summary: Int32Array;
    readonly trade: Int32Array;
    /** First posting of each block, and the end. */
    readonly blockStart: Uint32Array;
    readonly blockLow: Int32Array;
    readonly blockHigh: Int32Array;
    readonly blockSummary: Int32Array;
    readonly blockTrade: Int32Array;
    /** First block of each leaf, and the end. */
    readonly leafStart: Uint32Array;
    /** First leaf of each family, and the end. */
    readonly familyStart: Uint32Array;
    readonly spheres: Spheres;
}
/** Balls around the places of each leaf, in the unit sphere's own space. */
export interface Spheres {
    readonly x: Float64Array;
    readonly y: Float64Array;
    readonly z: Float64Array;
    /** Greatest straight-line distance from the centre; negative where no slot has a place. */
    readonly radius: Float64Array;
}
/** A slot that is near to everything, such as a vacancy that can be done from anywhere. */
export declare const EVERYWHERE: number;
/** Place of each slot: an index into x, y, z, -1 for none, or EVERYWHERE. */
export interface SlotPlaces {
    readonly placeOf: Int32Array;
    readonly x: Float64Array;
    readonly y: Float64Array;
    readonly z: Float64Array;
}
/** The words of all slots on everything but units and place. */
export interface Words {
    readonly summary: Int32Array;
    readonly trade: Int32Array;
}
/** Builds the postings of slots 0..numSlots-1. O(units + postings log leaf size). */
export declare function buildPostings(numSlots: number, units: UnitColumns, families: Families, places: SlotPlaces, words: Words): Postings;
/** Joins trade words. */
export declare function either(a: number, b: number): number;
/** One word for each run of words, which bounds them all. */
export declare function joinRuns(words: Int32Array, runStart: Uint32Array, join: (a: number, b: number) => number): Int32Array;
/** The ball around the places of each run of slots; `slot` is null where slots stand for themselves. */
export declare function spheresOf(count: number, startOf: (run: number) => number, slot: Uint32Array | {
    readonly length: number;
}, places: SlotPlaces): Spheres;
//# sourceMappingURL=postings.d.ts.map