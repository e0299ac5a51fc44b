import type { Matcher, MatcherOptions } from './api.ts';
/** A matcher without an index: slow and obviously right. For tests, for benchmarks, and for whoever wants to check an answer. */
export declare function createOracle(options: MatcherOptions): Matcher;
//# sourceMappingURL=oracle.d.ts.map