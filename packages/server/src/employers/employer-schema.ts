import { Type, type Static } from 'typebox'

/** Who receives workers, as table IPK III/8 counts them. */
export const RECIPIENT_KINDS = ['government', 'state-firm', 'cooperative', 'private', 'other-body', 'individual'] as const

const text = (maxLength: number, description: string) => Type.String({ minLength: 1, maxLength, description, pattern: '^(?=.*\\S)[^\\u0000-\\u001f\\u007f]+$' })

/** A firm as it presents itself. Nothing about a person beyond how to reach the firm. */
export const EmployerSchema = Type.Object({
  name: text(200, 'Name with its legal form.'),
  nib: Type.Optional(Type.String({ pattern: '^[\\d .-]{13,24}$', description: 'Business number: 13 digits.' })),
  kind: Type.Unsafe<typeof RECIPIENT_KINDS[number]>({ type: 'string', enum: RECIPIENT_KINDS, description: 'Who receives workers (IPK III/8).' }),
  sector: Type.Optional(text(10, 'KBLI code.')),
  region: text(13, 'Kemendagri code of the place.'),
  address: text(500, 'Street address.'),
  phone: Type.Optional(text(30, 'Telephone of the firm.')),
  email: Type.Optional(Type.String({ maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$', description: 'Address of the firm.' })),
  website: Type.Optional(Type.String({ maxLength: 500, pattern: '^https?://' })),
  workers: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'Workers now.' })),
  externalId: Type.Optional(text(128, 'Its number in the system it came from.')),
  wllpId: Type.Optional(text(64, 'Its number in WLLP.')),
  karirhubId: Type.Optional(text(64, 'Its number in Karirhub.')),
}, { $id: 'Employer', additionalProperties: false })
export type Employer = Static<typeof EmployerSchema>
