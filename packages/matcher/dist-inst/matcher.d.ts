import type { Matcher, MatcherOptions } from './api.ts';
/** A matcher over a taxonomy. Throws RangeError for a profile whose shares do not total 10,000 basis points. */
export declare function createMatcher(options: MatcherOptions): Matcher;
//# sourceMappingURL=matcher.d.ts.map