import type { Taxonomy } from '@padan/taxonomy';
import type { SeekerFacts, VacancyFacts } from './facts.ts';
import { type RecordProblem } from './problem.ts';
/** Everything wrong with an array of seeker records; empty when `put` would take them. O(size of the records). */
export declare function checkSeekers(records: readonly unknown[], taxonomy: Taxonomy): RecordProblem[];
/** Everything wrong with an array of vacancy records; empty when `put` would take them. O(size of the records). */
export declare function checkVacancies(records: readonly unknown[], taxonomy: Taxonomy): RecordProblem[];
/** Facts of seeker records, in order. Throws RecordError with every problem. */
export declare function seekerFacts(records: readonly unknown[], taxonomy: Taxonomy): SeekerFacts[];
/** Facts of vacancy records, in order. Throws RecordError with every problem. */
export declare function vacancyFacts(records: readonly unknown[], taxonomy: Taxonomy): VacancyFacts[];
//# sourceMappingURL=check.d.ts.map