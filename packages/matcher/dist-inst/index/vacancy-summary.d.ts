import type { Ground } from '../model/plan.ts';
import type { Shares } from '../model/profile.ts';
import { type SeekerFacts, type VacancyFacts } from '../records/facts.ts';
import type { RestBound } from './rest-bound.ts';
import type { Trades } from './trades.ts';
/** The word of a vacancy. Words join by strongerSummary. */
export declare function summariseVacancy(vacancy: VacancyFacts, levelRanks: Int8Array): number;
/** Fills the bound on vacancies' points for one seeker. O(768), and more the first time an occupation or field is met. */
export declare function boundVacancies(bound: RestBound, { levelRanks }: Ground, trades: Trades, seeker: SeekerFacts, shares: Shares): void;
//# sourceMappingURL=vacancy-summary.d.ts.map