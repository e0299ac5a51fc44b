export { createMatcher } from './matcher.ts'
export { PROFILES, defineProfile } from './model/profile.ts'
export { NotFoundError, RecordError } from './records/problem.ts'
export { checkSeekers, checkVacancies } from './records/check.ts'
export { JOB_TYPES } from './records/seeker.ts'
export { SnapshotError } from './snapshot/array-file.ts'
export { ENGINE_VERSION } from './version.ts'
export type {
  Gap, GapOptions, GapResult, GapStep, IndexedMatcher, MarketGap, MarketGapOptions, MarketGapResult, MarketGapVacancy, Matcher, MatcherOptions, PairOptions, Population, RankOptions, RankedPair, Ranking, SaveOptions, TrainingNeed,
  TrainingNeeds, TrainingNeedsOptions, TrainingOffer,
} from './api.ts'
export type { Ask, Because, Criterion, Ledger, LedgerRow, Rule, RuleCode, RuleResult, Side, Status } from './model/ledger-types.ts'
export type { Profile, Shares } from './model/profile.ts'
export type { ProblemCode, RecordProblem } from './records/problem.ts'
export type { Education, EvidenceKind, Experience, HeldLicence, HeldUnit, JobType, Point, Seeker, Wish } from './records/seeker.ts'
export type { RequiredEducation, RequiredExperience, RequiredUnit, Vacancy, Wage } from './records/vacancy.ts'
