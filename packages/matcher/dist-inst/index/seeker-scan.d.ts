import type { Ground, VacancyPlan } from '../model/plan.ts';
import type { Families } from './families.ts';
import { type SeekerSegment } from './seeker-segment.ts';
import type { TopK } from './top-k.ts';
import type { Trades } from './trades.ts';
/**
 * Ranks the seekers of segments for one vacancy. `begin` sets a query up, `scan` offers the candidates of one segment to the top-k,
 * `end` clears the scratch. Exact: a seeker is passed over only when an upper bound of their score is below the threshold.
 */
export declare class SeekerScan {
    #private;
    constructor(ground: Ground, families: Families, trades: Trades);
    begin(plan: VacancyPlan, asOf: number): void;
    end(): void;
    /** Offers every seeker of the segment that may be among the best; `ref` travels along with their slots. */
    scan(segment: SeekerSegment, ref: number, top: TopK): void;
}
//# sourceMappingURL=seeker-scan.d.ts.map