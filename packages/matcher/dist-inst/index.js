export { createMatcher } from "./matcher.js";
export { PROFILES, defineProfile } from "./model/profile.js";
export { NotFoundError, RecordError } from "./records/problem.js";
export { checkSeekers, checkVacancies } from "./records/check.js";
export { JOB_TYPES } from "./records/seeker.js";
export { ENGINE_VERSION } from "./version.js";
//# sourceMappingURL=index.js.map