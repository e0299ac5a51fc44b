import type { Gap, TrainingOffer } from '../api.ts';
import { type AsOf } from '../model/ledger.ts';
import type { Ground, VacancyPlan } from '../model/plan.ts';
import type { SeekerFacts } from '../records/facts.ts';
/**
 * What the seeker could add to score higher with one vacancy. Every step is a recomputed ledger, not an estimate. The steps are: each
 * required unit certified, each cluster that holds a required unit certified whole, each missing licence, each offer.
 * O(steps) ledgers.
 */
export declare function gapOf(ground: Ground, plan: VacancyPlan, seeker: SeekerFacts, asOf: AsOf, offers: readonly TrainingOffer[], limit: number): Gap;
//# sourceMappingURL=gap.d.ts.map