import { Door } from "./engine/door.js";
import { indexedEngine } from "./index/indexed-engine.js";
/** A matcher over a taxonomy. Throws RangeError for a profile whose shares do not total 10,000 basis points. */
export function createMatcher(options) {
    return new Door(options, indexedEngine);
}
//# sourceMappingURL=matcher.js.map