import { Type } from 'typebox'

const PARTY = '^(?!\\d{16}$)[^\\p{Cc}\\p{Cs}]+$'
/** Ids in results are stored: what a database or an address cannot hold is refused at the door. */
export const PartyId = Type.String({ minLength: 1, maxLength: 128, pattern: PARTY, description: 'Id without control characters; never a NIK.' })
export const Name = Type.String({ minLength: 1, maxLength: 128, pattern: '^[^\\p{Cc}\\p{Cs}]+$' })
export const Whole = (most: number, rest: object = {}) => Type.Integer({ minimum: 0, maximum: most, ...rest })
export const MOST_SEATS = 4_294_967_295
