import type { Generated } from 'kysely'

/** A person's data key, wrapped by the master key. Whoever deletes the row has made everything unreadable that was sealed with it, everywhere. */
export interface PersonKeyTable {
  person_id: string
  wrapped: Buffer
}

/** Keys that are nobody's: of the blind index. Wrapped by the master key. */
export interface ServiceKeyTable {
  name: string
  wrapped: Buffer
}

/** Ed25519 keys that cards are signed with. */
export interface SigningKeyTable {
  /** RFC 7638 thumbprint of the public half. */
  id: string
  /** `x` of the public JWK. */
  x: string
  /** The private half (PKCS #8, DER), wrapped by the master key. */
  wrapped: Buffer
  /** Order in which they were made; the last one signs. */
  number: Generated<string>
  created_at: Generated<Date>
  /** What it signed is not to be believed any more. */
  revoked_at: Date | null
}
