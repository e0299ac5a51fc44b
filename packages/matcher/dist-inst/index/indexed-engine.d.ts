import type { Engine } from '../engine/engine.ts';
import { type Ground } from '../model/plan.ts';
/** The fast engine: frozen, indexed segments and scans that open only what may hold one of the best. */
export declare function indexedEngine(ground: Ground): Engine;
//# sourceMappingURL=indexed-engine.d.ts.map