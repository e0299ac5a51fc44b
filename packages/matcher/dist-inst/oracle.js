import { bruteForceEngine } from "./engine/brute-force.js";
import { Door } from "./engine/door.js";
/** A matcher without an index: slow and obviously right. For tests, for benchmarks, and for whoever wants to check an answer. */
export function createOracle(options) {
    return new Door(options, bruteForceEngine);
}
//# sourceMappingURL=oracle.js.map