import type { Taxonomy } from '@padan/taxonomy';
import type { Rule, RuleResult } from '../model/ledger-types.ts';
import type { Language, Phrase } from './language.ts';
export declare const RULE_NAMES: Readonly<Record<Rule, Phrase>>;
/** One sentence for a hard rule. */
export declare function describeRule(rule: RuleResult, language: Language, taxonomy: Taxonomy): string;
//# sourceMappingURL=describe-rule.d.ts.map