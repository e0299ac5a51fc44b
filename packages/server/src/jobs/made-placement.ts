import type { ListsVerdict, Placement, ReferralLists, Verdict } from '@padan/matcher/placement'
import type { AdvisedSeeker, FilledVacancy, PlacedSeeker, PlacementResult, ReferredVacancy } from '../schemas/placement-result.ts'

/** What a method made of a market, ready to be written down. */
export interface MadePlacement {
  certificate: PlacementResult['certificate']
  verdict: Verdict | ListsVerdict
  /** What the market report looks at. */
  reported: Placement | ReferralLists
  seekers: Iterable<PlacedSeeker | AdvisedSeeker>
  vacancies: Iterable<FilledVacancy | ReferredVacancy>
}
