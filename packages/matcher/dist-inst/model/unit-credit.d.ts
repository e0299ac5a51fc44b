import type { Relative, Taxonomy } from '@padan/taxonomy';
import type { HeldUnitFacts } from '../records/facts.ts';
/** The held unit that gives the most credit for a wanted one. */
export interface UnitMatch {
    held: HeldUnitFacts;
    relation: Relative | 'same';
    credit: number;
}
/** Credit of one held unit for a wanted one: relatedness times evidence, per mille, floored. */
export declare function unitCredit(relatedness: number, evidence: number): number;
/**
 * The best match of a wanted unit among the held ones; undefined when none is related. Equal credits: the more related one, then the
 * stronger evidence, then the smaller unit index. O(held x relatives).
 */
export declare function bestUnitMatch(taxonomy: Taxonomy, wanted: number, heldUnits: readonly HeldUnitFacts[], asOf: number): UnitMatch | undefined;
//# sourceMappingURL=unit-credit.d.ts.map