import type { PairOptions } from '../api.ts';
import type { AsOf } from '../model/ledger.ts';
import { type Profile } from '../model/profile.ts';
/** Profiles by name: the built-in ones, and a caller's on top. Throws RangeError for shares that do not add up. */
export declare function profileTable(own: readonly Profile[]): ReadonlyMap<string, Profile>;
export declare function readProfile(table: ReadonlyMap<string, Profile>, profile?: PairOptions['profile']): Profile;
export declare function readAsOf(asOf: string | undefined): AsOf;
export declare function readLimit(limit: number | undefined, usual: number): number;
/** Options are a plain object of known names: a misspelt one is an error, not a silence. */
export declare function checkNames(options: object, known: readonly string[]): void;
//# sourceMappingURL=options.d.ts.map