import type { Ground } from '../model/plan.ts';
import type { HeldLicenceFacts } from '../records/facts.ts';
/** True unless a licence asked for is known to be missing or expired. */
export declare function passesLicences(ground: Ground, wanted: readonly number[], held: readonly HeldLicenceFacts[], asOf: number): boolean;
//# sourceMappingURL=licence-check.d.ts.map