import type { Ground } from '../model/plan.ts';
import type { Profile } from '../model/profile.ts';
import { type SeekerFacts } from '../records/facts.ts';
import type { Families } from './families.ts';
import type { TopK } from './top-k.ts';
import type { Trades } from './trades.ts';
import { type VacancySegment } from './vacancy-segment.ts';
/**
 * Ranks the vacancies of segments for one seeker; the mirror image of SeekerScan. Exact: a vacancy is passed over only when an upper
 * bound of its score is below the threshold.
 */
export declare class VacancyScan {
    #private;
    constructor(ground: Ground, families: Families, trades: Trades);
    begin(seeker: SeekerFacts, profile: Profile, asOf: number): void;
    end(): void;
    /** Offers every vacancy of the segment that may be among the best; `ref` travels along. */
    scan(segment: VacancySegment, ref: number, top: TopK): void;
}
//# sourceMappingURL=vacancy-scan.d.ts.map