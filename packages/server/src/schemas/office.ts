import { Type } from 'typebox'
import { CHANGE_TYPES } from '../changes/feed.ts'
import { EmployerSchema } from '../employers/employer-schema.ts'
import { DemandSchema, PostingSchema } from '../postings/posting-schema.ts'
import { REPLY_REASONS } from '../referrals/referrals.ts'
import { DaySchema, IdSchema, KEPT, reference, SentIdSchema } from './common.ts'
import { FormatSchema } from './format.ts'
import { PersonViewSchema } from './people.ts'

const word = <const Values extends readonly string[]>(values: Values) => Type.Unsafe<Values[number]>({ type: 'string', enum: values })
const Nullable = Type.Union([Type.String(), Type.Null()])
const Revision = Type.String({ description: 'Grows with every write; the ETag.' })
const Next = Type.Union([Type.String(), Type.Null()], { description: 'Cursor of the next page; null on the last.' })

export const PageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 50 }),
  cursor: Type.Optional(Type.String({ maxLength: 1024, description: 'The `next` of the page before.' })),
  format: FormatSchema,
}
export const IdParams = Type.Object({ id: IdSchema })
export const WriteHeaders = Type.Object({
  'if-match': Type.Optional(Type.String({ description: 'Write only if the stored revision is this ETag.' })),
  'idempotency-key': Type.Optional(Type.String({ description: 'Repeats of the same request are carried out once.' })),
})
export const ReasonBody = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 1000, pattern: KEPT, description: 'What is to be mended, or why. No personal data.' }) }, { additionalProperties: false })

export const EMPLOYER_STATES = ['registered', 'verified', 'returned'] as const
export const EmployerViewSchema = Type.Object({
  id: IdSchema,
  state: word(EMPLOYER_STATES),
  reason: Nullable,
  revision: Revision,
  employer: reference(EmployerSchema),
  duplicates: Type.Optional(Type.Integer({ description: 'Entries that may be the same firm, for whoever is to vouch for it.' })),
}, { $id: 'EmployerView' })
export const EmployerListSchema = Type.Object({ items: Type.Array(reference(EmployerViewSchema)), next: Next }, { $id: 'EmployerList' })
export const DuplicatesSchema = Type.Object({
  items: Type.Array(Type.Object({
    id: IdSchema,
    state: word(EMPLOYER_STATES),
    name: Type.String(),
    score: Type.Integer({ minimum: 0, maximum: 1000, description: 'How likely it is the same firm; the sum of the reasons, kept within.' }),
    reasons: Type.Array(Type.Object({ code: Type.String(), points: Type.Integer() })),
  })),
}, { $id: 'Duplicates' })

export const POSTING_STATES = ['draft', 'submitted', 'returned', 'published', 'closed', 'expired'] as const
const MinimumWageSchema = Type.Union([Type.Object({ region: Type.String(), year: Type.Integer(), rupiah: Type.Integer(), source: Type.String() }), Type.Null()], { description: 'Of the place; null where it is not known.' })
const DecidedDemandSchema = Type.Object({ demand: DemandSchema, state: word(['asked', 'approved', 'refused']), decision: Nullable })
export const PostingViewSchema = Type.Object({
  id: IdSchema,
  employerId: IdSchema,
  state: word(POSTING_STATES),
  reason: Nullable,
  revision: Revision,
  filled: Type.Integer(),
  minimumWage: MinimumWageSchema,
  demands: Type.Array(DecidedDemandSchema, { description: 'With what an officer decided; refused ones stay listed.' }),
  posting: reference(PostingSchema),
}, { $id: 'PostingView' })
export const PostingListSchema = Type.Object({ items: Type.Array(reference(PostingViewSchema)), next: Next }, { $id: 'PostingList' })
const { headcounts: _counted, demands: _asked, ...shownToAll } = PostingSchema.properties
export const OpenPostingSchema = Type.Object({
  id: IdSchema,
  employer: Type.String({ description: 'Name of the firm.' }),
  kindOfWork: Type.Union([Type.String(), Type.Null()], { description: 'In words, from the KBJI code.' }),
  place: Type.Union([Type.String(), Type.Null()], { description: 'In words, from the Kemendagri code.' }),
  seatsLeft: Type.Integer(),
  minimumWage: MinimumWageSchema,
  demands: Type.Array(DemandSchema, { description: 'Only those that an officer approved, with their reasons.' }),
  posting: Type.Object(shownToAll, { additionalProperties: false }),
}, { $id: 'OpenPosting', description: 'A posting as people see it.' })
export const OpenPostingListSchema = Type.Object({ items: Type.Array(reference(OpenPostingSchema)), next: Next }, { $id: 'OpenPostingList' })
export const PublishBody = Type.Object({
  decisions: Type.Array(Type.Object({
    kind: word(['age', 'sex']), approve: Type.Boolean(), reason: Type.String({ minLength: 3, maxLength: 1000, pattern: KEPT }),
  }, { additionalProperties: false }), { maxItems: 2, default: [], description: 'On each demand of age or sex.' }),
}, { additionalProperties: false })
export const DemandListSchema = Type.Object({ items: Type.Array(Type.Object({ number: Type.String(), postingId: IdSchema, demand: DemandSchema, state: word(['asked', 'approved', 'refused']), decision: Nullable })) }, { $id: 'DemandList' })

export const REFERRAL_STATES = ['called', 'referred', 'accepted', 'hired', 'not-accepted', 'no-show', 'withdrawn'] as const
const CallSchema = Type.Object({
  at: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$', description: 'Local time, YYYY-MM-DDThh:mm.' }),
  place: Type.String({ minLength: 1, maxLength: 300, pattern: KEPT }),
  bring: Type.Optional(Type.String({ maxLength: 500, pattern: KEPT })),
}, { additionalProperties: false, description: 'For the call letter AK/IV: when and where to come.' })
export const ReferBody = Type.Object({ postingId: SentIdSchema, personId: SentIdSchema, call: Type.Optional(CallSchema) }, { additionalProperties: false })
export const ReplyBody = Type.Union([
  Type.Object({ outcome: word(['accepted', 'no-show', 'withdrawn']) }, { additionalProperties: false }),
  Type.Object({ outcome: Type.Literal('not-accepted'), reason: word(REPLY_REASONS) }, { additionalProperties: false }),
  Type.Object({ outcome: Type.Literal('hired'), starts: DaySchema }, { additionalProperties: false }),
], { description: 'What the reply slip of the introduction letter AK/V says.' })
export const REFERRAL_NUMBER = '^\\d{6,9}/\\d{4}$'
export const ReferralViewSchema = Type.Object({
  id: IdSchema,
  number: Type.String({ description: 'That the letters bear: by it the reply slip finds the referral.' }),
  postingId: IdSchema,
  employerId: IdSchema,
  personId: IdSchema,
  state: word(REFERRAL_STATES),
  call: Type.Union([CallSchema, Type.Null()]),
  reasonCode: Nullable,
  starts: Nullable,
  revision: Revision,
  shared: Type.Boolean({ description: 'The person agrees that the employer is told. Otherwise the employer sees nothing of it.' }),
  person: Type.Optional(reference(PersonViewSchema)),
}, { $id: 'ReferralView' })
export const ReferralListSchema = Type.Object({ items: Type.Array(reference(ReferralViewSchema)), next: Next }, { $id: 'ReferralList' })

const WebhookView = { id: IdSchema, url: Type.String(), kinds: Type.Array(Type.String()), isActive: Type.Boolean() }
export const WebhookSchema = Type.Object(WebhookView, { $id: 'Webhook' })
export const WebhookListSchema = Type.Object({ items: Type.Array(reference(WebhookSchema)) }, { $id: 'WebhookList' })
export const WebhookSecretSchema = Type.Object({ id: IdSchema, secret: Type.Optional(Type.String({ description: 'Told this once; a repeated answer lacks it.' })) }, { $id: 'WebhookSecret' })
export const DeliveryListSchema = Type.Object({
  items: Type.Array(Type.Object({
    revision: Type.String(),
    state: word(['waiting', 'delivered', 'dead']),
    attempts: Type.Integer(),
    lastStatus: Type.Union([Type.Integer(), Type.Null()]),
    lastError: Nullable,
    nextAt: Type.String(),
  })),
}, { $id: 'DeliveryList' })

export const ChangeListSchema = Type.Object({
  items: Type.Array(Type.Object({ revision: Type.String(), type: word(CHANGE_TYPES), id: IdSchema, deleted: Type.Boolean(), kind: Nullable })),
  next: Type.String({ description: 'The `after` to go on with.' }),
}, { $id: 'ChangeList' })

export const OFFICE_SCHEMAS = [
  EmployerSchema, EmployerViewSchema, EmployerListSchema, DuplicatesSchema, PostingSchema, PostingViewSchema, PostingListSchema, OpenPostingSchema, OpenPostingListSchema,
  DemandListSchema, ReferralViewSchema, ReferralListSchema, WebhookSchema, WebhookListSchema, WebhookSecretSchema, DeliveryListSchema, ChangeListSchema,
]
