import type { Taxonomy } from '@padan/taxonomy';
import type { SeekerFacts } from '../records/facts.ts';
import { type Families } from './families.ts';
import { type PackedTable } from './packed-table.ts';
/** For each unit, those it is a relative of: the taxonomy's relations read the other way round. */
export interface Answers {
    readonly start: Uint32Array;
    readonly wanted: Uint16Array;
    readonly perMille: Uint16Array;
}
/** One family of units to go through. */
export interface OfferStep {
    readonly family: number;
    /** The greatest credit of any unit in the families after this one. */
    readonly later: number;
    /** The greatest credit of any unit in this family or after it. */
    readonly most: number;
    /** importance x (credit - later), summed over the units of a posting. */
    readonly table: PackedTable;
}
/** Turns the relations round, once for a taxonomy. O(relations). */
export declare function answersOf(taxonomy: Taxonomy): Answers;
/** What one seeker's units are worth to any vacancy: the credit of every unit that could be asked for. Reused between queries. */
export declare class OfferedUnits {
    #private;
    /** Credit per mille of each unit, 0 where the seeker has nothing for it. */
    readonly credit: Int16Array;
    /** 1 where that very unit is held with a certificate valid on the day. */
    readonly certified: Uint8Array;
    steps: OfferStep[];
    constructor(taxonomy: Taxonomy, families: Families);
    /** O(units held x units they answer). */
    begin(seeker: SeekerFacts, asOf: number): void;
    end(): void;
}
//# sourceMappingURL=offered-units.d.ts.map