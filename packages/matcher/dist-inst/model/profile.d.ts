import type { Criterion } from './ledger-types.ts';
/** Basis points of each criterion; `unit` is shared by all required units. They total exactly 10,000. */
export type Shares = Readonly<Record<Criterion, number>>;
/** How much each criterion counts. Every profile is one frozen object. */
export interface Profile {
    readonly name: string;
    readonly shares: Shares;
}
/** The order of rows in every ledger. */
export declare const CRITERIA: readonly Criterion[];
export declare const TOTAL_SHARES = 10000;
/** The built-in profiles by name. `job-fair` is the default. */
export declare const PROFILES: Readonly<Record<string, Profile>>;
/** Checks a caller's own profile and freezes a copy. Throws RangeError with what is wrong. */
export declare function defineProfile(profile: {
    name: string;
    shares: Record<string, number>;
}): Profile;
//# sourceMappingURL=profile.d.ts.map