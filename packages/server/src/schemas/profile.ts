import { Type } from 'typebox'
import { reference } from './common.ts'

const Share = Type.Integer({ minimum: 0, maximum: 10_000, description: 'Basis points.' })

export const SharesSchema = Type.Object({
  unit: Share,
  education: Share,
  field: Share,
  experience: Share,
  distance: Share,
  wage: Share,
  wish: Share,
  'job-type': Share,
}, { $id: 'Shares', additionalProperties: false, description: 'Basis points of each criterion; they total 10,000.' })

export const ProfileSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 64 }),
  shares: reference(SharesSchema),
}, { $id: 'Profile', additionalProperties: false })

/** A profile of the caller's own: shares left out are 0. */
export const OwnProfileSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 64 }),
  shares: Type.Partial(Type.Object(SharesSchema.properties), { additionalProperties: false }),
}, { additionalProperties: false })
