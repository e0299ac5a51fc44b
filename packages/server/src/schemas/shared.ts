import type { TSchema } from 'typebox'
import { ACCOUNT_SCHEMAS } from './account.ts'
import { SeekerDraftSchema, VacancyDraftSchema } from './draft.ts'
import { GapSchema } from './gap.ts'
import { ImportProblemSchema, ImportReportSchema, RegistryImportSchema } from './import.ts'
import { BecauseSchema, ExplainedLedgerSchema, LedgerSchema } from './ledger.ts'
import { FairChangeSchema, FairPlanRequestSchema, FairSchema, ReplanRequestSchema } from './fair.ts'
import { FairPlanResultSchema } from './fair-result.ts'
import { JobSchema } from './job.ts'
import { MarketReportSchema, VerdictSchema } from './market-report.ts'
import { OFFICE_SCHEMAS } from './office.ts'
import { PlacementRequestSchema } from './placement.ts'
import { PlacementResultSchema } from './placement-result.ts'
import { FieldErrorSchema, ProblemSchema } from './problem.ts'
import { CardCheckSchema, CardSchema, CardRequestSchema, DueReportSchema, PeopleStockSchema, PersonEventSchema, PersonViewSchema } from './people.ts'
import { PersonDetailsSchema } from '../people/person.ts'
import { ProfileSchema, SharesSchema } from './profile.ts'
import { RankingSchema } from './ranking.ts'
import { ReceiptSchema, SeekerListSchema, VacancyListSchema } from './records.ts'
import { ItemListSchema } from './result-items.ts'
import { SeekerSchema } from './seeker.ts'
import { SuggestionsSchema, TaxonomyItemSchema, TaxonomyListSchema, TaxonomySummarySchema } from './taxonomy.ts'
import { VacancySchema } from './vacancy.ts'

/** Every schema with a name of its own in the OpenAPI document. */
export const SHARED_SCHEMAS: readonly TSchema[] = [
  SeekerSchema, VacancySchema, SeekerListSchema, VacancyListSchema, ReceiptSchema,
  BecauseSchema, LedgerSchema, ExplainedLedgerSchema, RankingSchema, GapSchema, SharesSchema, ProfileSchema,
  ImportReportSchema, ImportProblemSchema, RegistryImportSchema, TaxonomyItemSchema, TaxonomyListSchema, TaxonomySummarySchema, SuggestionsSchema,
  VacancyDraftSchema, SeekerDraftSchema,
  PlacementRequestSchema, FairSchema, FairChangeSchema, FairPlanRequestSchema, ReplanRequestSchema, FairPlanResultSchema, JobSchema, VerdictSchema, MarketReportSchema, PlacementResultSchema, ItemListSchema,
  ...OFFICE_SCHEMAS,
  PersonDetailsSchema, PersonViewSchema, PersonEventSchema, CardSchema, CardRequestSchema, CardCheckSchema, DueReportSchema, PeopleStockSchema,
  ...ACCOUNT_SCHEMAS,
  FieldErrorSchema, ProblemSchema,
]
