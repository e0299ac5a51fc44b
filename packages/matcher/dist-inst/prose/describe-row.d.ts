import type { Taxonomy } from '@padan/taxonomy';
import type { Criterion, LedgerRow } from '../model/ledger-types.ts';
import type { EvidenceKind } from '../records/seeker.ts';
import type { Language, Phrase } from './language.ts';
export declare const CRITERION_NAMES: Readonly<Record<Criterion, Phrase>>;
export declare const EVIDENCE_NAMES: Readonly<Record<EvidenceKind, Phrase>>;
/** One sentence for a ledger row, without its numbers of weight and points. */
export declare function describeRow(row: LedgerRow, language: Language, taxonomy: Taxonomy): string;
//# sourceMappingURL=describe-row.d.ts.map