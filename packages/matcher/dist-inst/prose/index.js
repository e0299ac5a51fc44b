export { describeLedger, describeProblem } from "./describe-ledger.js";
export { CRITERION_NAMES, describeRow, EVIDENCE_NAMES } from "./describe-row.js";
export { describeRule, RULE_NAMES } from "./describe-rule.js";
export { formatKilometres, formatRupiah, formatScore } from "./numbers.js";
//# sourceMappingURL=index.js.map