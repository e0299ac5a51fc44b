import { CRITERION_NAMES, describeRow } from "./describe-row.js";
import { describeRule } from "./describe-rule.js";
import { formatScore } from "./numbers.js";
/** A ledger as lines of text: the score, one line a row, one line for each rule that is not simply passed. */
export function describeLedger(ledger, language, taxonomy) {
    const english = language === 'en';
    const total = english
        ? `score ${formatScore(ledger.score, language)}, possible ${formatScore(ledger.potential, language)}`
        : `nilai ${formatScore(ledger.score, language)}, mungkin ${formatScore(ledger.potential, language)}`;
    const rows = ledger.rows.map(row => {
        const credit = row.credit === null ? '?' : String(row.credit);
        return `${CRITERION_NAMES[row.criterion][language]} [${row.weight} x ${credit} = ${row.points}]: ${describeRow(row, language, taxonomy)}`;
    });
    const rules = ledger.rules.filter(rule => rule.result !== 'pass').map(rule => describeRule(rule, language, taxonomy));
    return [total, ...rows, ...rules];
}
/** What is wrong with a record, as one sentence. */
export function describeProblem(problem, language) {
    return language === 'en' ? problem.message : problem.messageId;
}
//# sourceMappingURL=describe-ledger.js.map