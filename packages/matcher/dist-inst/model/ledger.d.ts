import type { SeekerFacts } from '../records/facts.ts';
import type { Ledger } from './ledger-types.ts';
import type { Ground, VacancyPlan } from './plan.ts';
/** A day, as text for the answer and as a number for the arithmetic. */
export interface AsOf {
    text: string | null;
    day: number;
}
/**
 * The ledger of one pair. It depends on the two records, the profile, the day and the taxonomy, and on nothing else. This is the
 * definition of the score: the index must give what is summed here. O(units asked x units held x relatives).
 */
export declare function ledgerOf(ground: Ground, plan: VacancyPlan, seeker: SeekerFacts, asOf: AsOf): Ledger;
//# sourceMappingURL=ledger.d.ts.map