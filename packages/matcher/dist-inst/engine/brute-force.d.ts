import { type Ground } from '../model/plan.ts';
import type { Engine } from './engine.ts';
/** The oracle: writes the ledger of every pair, drops the ineligible, sorts, cuts. O(population) ledgers a ranking. */
export declare function bruteForceEngine(ground: Ground): Engine;
//# sourceMappingURL=brute-force.d.ts.map