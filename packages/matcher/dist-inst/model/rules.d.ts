import { type HeldLicenceFacts, type HeldUnitFacts, type SeekerFacts, type VacancyFacts } from '../records/facts.ts';
import type { RuleCode, RuleResult } from './ledger-types.ts';
import type { Ground } from './plan.ts';
/** A must unit below this credit fails. */
export declare const LEAST_MUST_CREDIT = 500;
/**
 * The hard rules of a pair, in a fixed order; `unitCredits` are the credits of the vacancy's units (null where unknown). Rules the
 * vacancy does not set are left out, `open` and `reach` always stand.
 */
export declare function judgeRules(ground: Ground, vacancy: VacancyFacts, seeker: SeekerFacts, unitCredits: readonly (number | null)[], asOf: number): RuleResult[];
/** Seats first, then the days; an unknown is told only where nothing fails. */
export declare function openCode(vacancy: VacancyFacts, asOf: number): RuleCode | null;
export declare function mustUnitCode(credit: number | null): RuleCode | null;
export declare function certificateCode(unit: number, held: readonly HeldUnitFacts[] | null, asOf: number): RuleCode | null;
/** A licence counts when it is the one asked for, or covers it, and is valid on the day. */
export declare function licenceCode({ taxonomy }: Ground, wanted: number, held: readonly HeldLicenceFacts[] | null, asOf: number): RuleCode | null;
export declare function educationCode({ levelRanks }: Ground, vacancy: VacancyFacts, seeker: SeekerFacts): RuleCode | null;
/** A stated reach is a limit unless the person is willing to move; a distance is compared in whole hundreds of metres. */
export declare function reachCode(vacancy: VacancyFacts, seeker: SeekerFacts): RuleCode | null;
export declare function accommodationCode(vacancy: VacancyFacts, need: number): RuleCode | null;
export declare function adultCode(seeker: SeekerFacts, asOf: number): RuleCode | null;
/** True when a code takes the pair out of a ranking. */
export declare function isFailure(code: RuleCode | null): boolean;
//# sourceMappingURL=rules.d.ts.map