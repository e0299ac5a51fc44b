import type { Relative, Taxonomy } from '@padan/taxonomy';
import type { VacancyFacts } from '../records/facts.ts';
import type { Profile } from './profile.ts';
/** What every ledger of one taxonomy needs: the taxonomy, and the ladder of levels as an array. */
export interface Ground {
    readonly taxonomy: Taxonomy;
    /** Height of each level; a difference of one is a step. */
    readonly levelRanks: Int8Array;
}
/** A vacancy made ready to be scored against many seekers. */
export interface VacancyPlan {
    readonly vacancy: VacancyFacts;
    readonly profile: Profile;
    /** Basis points of the unit rows; one row when the vacancy lists no units, none when units have no share. */
    readonly unitWeights: readonly number[];
}
export declare function groundOf(taxonomy: Taxonomy): Ground;
export declare function planOf(vacancy: VacancyFacts, profile: Profile): VacancyPlan;
/** How `held` answers `wanted`: 1000 for the same unit, else the taxonomy's relation; undefined when there is none. O(relatives). */
export declare function relationOf(taxonomy: Taxonomy, wanted: number, held: number): Relative | 'same' | undefined;
//# sourceMappingURL=plan.d.ts.map