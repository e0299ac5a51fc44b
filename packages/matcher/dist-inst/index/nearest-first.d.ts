import { type Place } from '../geo/place.ts';
import type { Spheres } from './postings.ts';
/** Arranges runs of slots by the most distance credit that anything in them can have, greatest first. Scratch is reused between queries. */
export declare class NearestFirst {
    #private;
    /** Runs in order, and the bound of each. */
    order: Uint32Array;
    credit: Int16Array;
    /**
     * Fills `order` and `credit` for the runs `start` up to `end` and returns how many they are. Without a place to measure from, every
     * run has the bound `flat`. O(runs).
     */
    arrange(spheres: Spheres, start: number, end: number, from: Place | null, flat: number): number;
}
//# sourceMappingURL=nearest-first.d.ts.map