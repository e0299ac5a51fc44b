import { type RequiredUnitFacts, type SeekerFacts } from '../records/facts.ts';
import type { Because } from './ledger-types.ts';
import type { Ground, VacancyPlan } from './plan.ts';
/** Credit per mille, or null, and the facts behind it. */
export interface Finding {
    credit: number | null;
    because: Because;
}
export declare function findUnit(ground: Ground, required: RequiredUnitFacts, seeker: SeekerFacts, asOf: number): Finding;
export declare function findEducation({ taxonomy, levelRanks }: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts): Finding;
export declare function findField({ taxonomy }: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts): Finding;
export declare function findExperience({ taxonomy }: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts): Finding;
export declare function findDistance({ vacancy }: VacancyPlan, seeker: SeekerFacts): Finding;
export declare function findWage({ vacancy }: VacancyPlan, seeker: SeekerFacts): Finding;
export declare function findWish({ taxonomy }: Ground, { vacancy }: VacancyPlan, seeker: SeekerFacts): Finding;
export declare function findJobType({ vacancy }: VacancyPlan, seeker: SeekerFacts): Finding;
/** The one row of a vacancy that lists no units. */
export declare function findNoUnits(units: 'any' | null): Finding;
//# sourceMappingURL=rows.d.ts.map