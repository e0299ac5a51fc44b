import type { Taxonomy } from '@padan/taxonomy';
import type { Ledger } from '../model/ledger-types.ts';
import type { RecordProblem } from '../records/problem.ts';
import type { Language } from './language.ts';
/** A ledger as lines of text: the score, one line a row, one line for each rule that is not simply passed. */
export declare function describeLedger(ledger: Ledger, language: Language, taxonomy: Taxonomy): string[];
/** What is wrong with a record, as one sentence. */
export declare function describeProblem(problem: RecordProblem, language: Language): string;
//# sourceMappingURL=describe-ledger.d.ts.map