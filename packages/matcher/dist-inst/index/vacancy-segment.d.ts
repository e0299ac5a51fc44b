import { type VacancyFacts } from '../records/facts.ts';
import type { Families } from './families.ts';
import { PlaceTable } from './place-table.ts';
import { type Postings, type Spheres } from './postings.ts';
import { type Segment } from './segment.ts';
import { SetTable } from './set-table.ts';
import type { Trades } from './trades.ts';
import type { UnitColumns } from './unit-columns.ts';
/** How a vacancy speaks of units. */
export declare const UNITS_UNSTATED = 0;
export declare const UNITS_ANY = 1;
export declare const UNITS_LISTED = 2;
/** Vacancies as columns; -1 is UNKNOWN and -2 is ANY, as in the facts. Strength of a unit is its importance. */
export interface VacancySegment extends Segment<VacancyFacts> {
    readonly seats: Int32Array;
    readonly opens: Int32Array;
    readonly closes: Int32Array;
    readonly level: Int8Array;
    readonly levelMust: Uint8Array;
    readonly fields: Int32Array;
    readonly licences: Int32Array;
    readonly sets: SetTable;
    readonly months: Int16Array;
    readonly occupation: Int32Array;
    readonly sector: Int32Array;
    readonly place: Int32Array;
    readonly places: PlaceTable;
    /** The places' coordinates on the unit sphere, by number. */
    readonly x: Float64Array;
    readonly y: Float64Array;
    readonly z: Float64Array;
    readonly remote: Uint8Array;
    readonly wage: Int32Array;
    readonly jobType: Int8Array;
    readonly hours: Int16Array;
    readonly provides: Int32Array;
    readonly adultsOnly: Uint8Array;
    readonly unitsKind: Uint8Array;
    readonly units: UnitColumns;
    readonly must: Uint8Array;
    readonly certificate: Uint8Array;
    /** Sum of importances of each slot. */
    readonly importance: Uint16Array;
    readonly postings: Postings;
    readonly crowds: Spheres;
    /** Each slot's words on everything but units and place, and words for each crowd that bound its slots. */
    readonly summary: Int32Array;
    readonly trade: Int32Array;
    readonly crowdSummary: Int32Array;
    readonly crowdTrade: Int32Array;
    /** True when some vacancy can be done from anywhere. */
    readonly someRemote: boolean;
    /** Unit weights under one share of the profile, filled in as slots are asked for. */
    readonly weightsByShare: Map<number, UnitWeights>;
}
/** Basis points beside the unit column; `ready` is 1 for slots that are filled in. */
export interface UnitWeights {
    readonly weight: Uint16Array;
    readonly ready: Uint8Array;
}
/** Freezes facts into an indexed segment. O(n log n). */
export declare function buildVacancySegment(given: readonly VacancyFacts[], families: Families, levelRanks: Int8Array, trades: Trades): VacancySegment;
/** The unit weights of a segment under a share, made on first need. */
export declare function weightsUnder(segment: VacancySegment, share: number): UnitWeights;
/** Fills in the unit weights of one slot. */
export declare function fillWeights(segment: VacancySegment, slot: number, share: number, { weight, ready }: UnitWeights): void;
//# sourceMappingURL=vacancy-segment.d.ts.map