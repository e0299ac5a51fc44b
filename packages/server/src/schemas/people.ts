import { Type } from 'typebox'
import { AGE_GROUPS } from '../people/person-events.ts'
import { GuardianSchema, PersonDetailsSchema, SexSchema } from '../people/person.ts'
import { CONSENT_PURPOSES } from '../privacy/tables.ts'
import { DaySchema, IdSchema, reference, SentIdSchema } from './common.ts'
import { SeekerSchema } from './seeker.ts'

const choice = <Text extends string>(texts: readonly Text[], description?: string) => Type.Unsafe<Text>({ type: 'string', enum: [...texts], ...(description === undefined ? {} : { description }) })
const Time = Type.String({ description: 'A moment, ISO 8601 in UTC.' })
const { id: _id, ...profileProperties } = SeekerSchema.properties

/** A match record without its id; the matcher's own reader decides. */
export const ProfileOfPersonSchema = Type.Object(profileProperties, { additionalProperties: true, description: 'What the person brings to a match. Nothing that says who it is.' })

export const ConsentsSchema = Type.Array(choice(CONSENT_PURPOSES), { maxItems: 10, description: 'What the person agrees to. Without `matching` nobody finds the person in a ranking.' })

const registration = {
  person: reference(PersonDetailsSchema),
  profile: Type.Optional(ProfileOfPersonSchema),
  consents: ConsentsSchema,
  guardian: Type.Optional(GuardianSchema),
}
export const SelfRegistrationSchema = Type.Object({
  login: Type.String({ maxLength: 254, description: 'An e-mail address or a name to sign in with.' }),
  password: Type.String({ maxLength: 1024, description: 'At least 12 characters.' }),
  ...registration,
}, { additionalProperties: false })

export const CounterRegistrationSchema = Type.Object({
  ...registration,
  school: Type.Optional(SentIdSchema),
  request: Type.Boolean({ default: true, description: 'Ask for the card as well.' }),
  approve: Type.Boolean({ default: false, description: 'And approve it, where a verifier stands at the counter.' }),
  guardianVerified: Type.Boolean({ default: false }),
}, { additionalProperties: false })

export const RegisteredSchema = Type.Object({
  id: IdSchema,
  request: Type.Optional(IdSchema),
  card: Type.Optional(IdSchema),
  number: Type.Optional(Type.String()),
})

export const PersonChangeSchema = Type.Object({ person: reference(PersonDetailsSchema), profile: ProfileOfPersonSchema, guardian: Type.Optional(GuardianSchema) }, { additionalProperties: false })

const MissingSchema = Type.Object({ part: Type.String(), required: Type.Boolean(), text: Type.String(), textId: Type.String() })

const { education, skills, ...otherDetails } = PersonDetailsSchema.properties
/** An absent list is one that is not shown: a default would say that there is nothing in it. */
const unsaid = <Schema extends object>(schema: Schema): Schema => ({ ...schema, default: undefined })

/** What a caller may see of a person; the fields depend on the role. */
export const PersonViewSchema = Type.Object({
  id: IdSchema,
  ...Type.Partial(Type.Object({ ...otherDetails, education: unsaid(education), skills: unsaid(skills), guardian: GuardianSchema, profile: ProfileOfPersonSchema })).properties,
  nik: Type.Optional(Type.String({ description: 'The last four digits; the others hidden.' })),
  state: Type.Optional(choice(['applying', 'active', 'placed', 'removed'])),
  school: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  account: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  revision: Type.Optional(Type.Integer()),
  createdAt: Type.Optional(Time),
  updatedAt: Type.Optional(Time),
  missing: Type.Optional(Type.Array(MissingSchema, { description: 'What is not told yet.' })),
  remarks: Type.Optional(Type.Array(Type.String(), { description: 'What of the NIK does not go with the rest; for the verifier to look at.' })),
}, { $id: 'Person', additionalProperties: false })

export const PersonEventSchema = Type.Object({
  number: Type.Integer(),
  kind: Type.String(),
  reason: Type.Union([Type.String(), Type.Null()]),
  on: DaySchema,
  at: Time,
  by: Type.String(),
  detail: Type.Record(Type.String(), Type.Unknown()),
}, { $id: 'PersonEvent' })

const CardStateSchema = choice(['valid', 'expired', 'revoked', 'replaced', 'deactivated'])

export const SignatureSchema = Type.Object({ signer: Type.String(), at: Time, sha256: Type.String({ description: 'Of the signed document, hex.' }) })

export const CardSchema = Type.Object({
  id: IdSchema,
  person: IdSchema,
  number: Type.String(),
  issuedOn: DaySchema,
  expiresOn: DaySchema,
  state: CardStateSchema,
  reason: Type.Union([Type.String(), Type.Null()]),
  token: Type.String({ description: 'The signed token of its QR code (compact JWS, Ed25519).' }),
  signature: Type.Union([SignatureSchema, Type.Null()], { description: 'By a certifier, where an officer had the card signed. The token of the QR code is none.' }),
  reports: Type.Array(Type.Object({ number: Type.Integer(), dueOn: DaySchema, reportedOn: Type.Union([DaySchema, Type.Null()]), missed: Type.Boolean() })),
}, { $id: 'Card' })

export const CardRequestSchema = Type.Object({
  id: IdSchema,
  person: IdSchema,
  name: Type.String(),
  kind: choice(['new', 'renewal', 'lost']),
  askedAt: Time,
  hours: Type.Number({ description: 'Hours of working days it has waited.' }),
  dueAt: Time,
  overdue: Type.Boolean(),
  minor: Type.Boolean({ description: 'Under 18: the agreement of a guardian is to be checked.' }),
  remarks: Type.Array(Type.String()),
  revision: Type.Integer(),
}, { $id: 'CardRequest' })

export const CardCheckSchema = Type.Object({
  genuine: Type.Boolean({ description: 'The office signed it.' }),
  fault: Type.Optional(choice(['not-a-token', 'unknown-key', 'bad-signature'])),
  number: Type.Optional(Type.String()),
  office: Type.Optional(Type.String()),
  issuedOn: Type.Optional(DaySchema),
  expiresOn: Type.Optional(DaySchema),
  state: Type.Optional(choice(['valid', 'expired', 'revoked', 'replaced', 'deactivated', 'unknown'])),
  holder: Type.Optional(Type.String({ description: 'Initials of the holder, while the card is valid.' })),
}, { $id: 'CardCheck' })

export const DueReportSchema = Type.Object({ card: IdSchema, person: IdSchema, cardNumber: Type.String(), number: Type.Integer({ minimum: 1, maximum: 3 }), dueOn: DaySchema }, { $id: 'DueReport' })

const StockSchema = Type.Object({
  before: Type.Integer({ description: 'Row 1: not placed at the end of last month.' }),
  registered: Type.Integer({ description: 'Row 2: registered this month.' }),
  placed: Type.Integer({ description: 'Row 3.' }),
  removed: Type.Integer({ description: 'Row 4.' }),
  after: Type.Integer({ description: 'Row 5: not placed at the end of this month; 1 + 2 - 3 - 4.' }),
})

const VacancyCellSchema = Type.Object({
  before: Type.Integer({ description: 'Row 1: not filled at the end of last month.' }),
  registered: Type.Integer({ description: 'Row 2.' }),
  filled: Type.Integer({ description: 'Row 3.' }),
  removed: Type.Integer({ description: 'Row 4.' }),
  after: Type.Integer({ description: 'Row 5: not filled at the end of this month; 1 + 2 - 3 - 4.' }),
})

export const PeopleStockSchema = Type.Object({
  month: Type.String(),
  closed: Type.Boolean(),
  cells: Type.Array(Type.Object({ ...StockSchema.properties, ageGroup: choice(AGE_GROUPS), sex: SexSchema })),
  total: StockSchema,
  vacancies: Type.Object({ male: VacancyCellSchema, female: VacancyCellSchema, either: VacancyCellSchema, total: VacancyCellSchema }, { description: 'Part II: seats of jobs, by whom they are for.' }),
}, { $id: 'PeopleStock' })
