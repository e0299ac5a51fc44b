import type { Ground, VacancyPlan } from '../model/plan.ts';
import { type SeekerFacts } from '../records/facts.ts';
import type { RestBound } from './rest-bound.ts';
import type { Trades } from './trades.ts';
/** The word of a seeker. */
export declare function summariseSeeker(seeker: SeekerFacts, levelRanks: Int8Array): number;
/** The part-wise maximum of two words, of seekers or of vacancies. */
export declare function strongerSummary(a: number, b: number): number;
/** Fills the bound on seekers' points for one vacancy. O(768), and more the first time an occupation or field is met. */
export declare function boundSeekers(bound: RestBound, ground: Ground, trades: Trades, { vacancy, profile: { shares } }: VacancyPlan): void;
//# sourceMappingURL=seeker-summary.d.ts.map