import type { Taxonomy } from '@padan/taxonomy';
import type { VacancyPlan } from '../model/plan.ts';
import { type Families } from './families.ts';
import { type PackedTable } from './packed-table.ts';
/** What a vacancy asks in units, laid out so that a held unit finds its rows at once. */
export interface AskedUnits {
    readonly count: number;
    /** Basis points of each row. */
    readonly weight: Int32Array;
    readonly must: Uint8Array;
    readonly certificate: Uint8Array;
    /** For a unit: the first of its links, or -1. A link says that the unit answers row `row` with relatedness `perMille`. */
    readonly first: Int32Array;
    readonly next: Int32Array;
    readonly row: Int32Array;
    readonly perMille: Int32Array;
    readonly steps: readonly FamilyStep[];
}
/**
 * One family of units to go through. Whoever has a posting here, and none in the families before, cannot have more unit points than
 * `base` plus what the table gives for the posting's words. Whoever has no posting in any family before cannot have more than `most`.
 */
export interface FamilyStep {
    readonly family: number;
    readonly most: number;
    readonly base: number;
    readonly table: PackedTable;
}
/** Reused between queries: a link head for every unit of the taxonomy, all -1 between queries. */
export declare function linkHeads(taxonomy: Taxonomy): Int32Array;
/** Lays out a plan's units. `heads` is from linkHeads; give it back with `forgetUnits`. O(units x relatives). */
export declare function askedUnits(taxonomy: Taxonomy, families: Families, plan: VacancyPlan, asOf: number, heads: Int32Array): AskedUnits;
/** Makes the link heads ready for the next query. */
export declare function forgetUnits(taxonomy: Taxonomy, plan: VacancyPlan, heads: Int32Array): void;
//# sourceMappingURL=asked-units.d.ts.map