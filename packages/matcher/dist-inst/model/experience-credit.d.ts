import type { Taxonomy } from '@padan/taxonomy';
import { type ExperienceFacts } from '../records/facts.ts';
/**
 * Months times relatedness, summed: thousandths of a month that count towards the occupation. Where the vacancy names no occupation
 * every month counts in full. O(entries).
 */
export declare function countedMilliMonths(taxonomy: Taxonomy, occupation: number, experience: readonly ExperienceFacts[]): number;
/** min(1000, floor(milliMonths / required)); a requirement of none, or left open, is met; UNKNOWN when a side has not said. */
export declare function experienceCredit(required: number, milliMonths: number): number;
//# sourceMappingURL=experience-credit.d.ts.map