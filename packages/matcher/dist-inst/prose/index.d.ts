export { describeLedger, describeProblem } from './describe-ledger.ts';
export { CRITERION_NAMES, describeRow, EVIDENCE_NAMES } from './describe-row.ts';
export { describeRule, RULE_NAMES } from './describe-rule.ts';
export { formatKilometres, formatRupiah, formatScore } from './numbers.ts';
export type { Language, Phrase } from './language.ts';
//# sourceMappingURL=index.d.ts.map