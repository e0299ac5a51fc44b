import { createLocalJWKSet, errors, jwtVerify, SignJWT, type CryptoKey, type JSONWebKeySet, type KeyObject } from 'jose'

const ALGORITHM = 'EdDSA'
const TYPE = 'JWT'
const JAKARTA_OFFSET = '+07:00'

/**
 * What a card's token says, which is all that somebody with nothing but the QR code learns: that this office issued a card of this number, and for
 * how long. Neither NIK nor name nor anything else about the person.
 */
export interface CardClaims {
  /** Random; the card's id. */
  id: string
  number: string
  /** Kemendagri code of the office. */
  office: string
  /** Days as YYYY-MM-DD, the last one included. */
  issuedOn: string
  expiresOn: string
}

export interface SigningKey {
  kid: string
  privateKey: CryptoKey | KeyObject
}

export type TokenFault = 'not-a-token' | 'unknown-key' | 'bad-signature'

/** A compact JWS over the claims of a JWT: `iss` office, `jti` id, `num` number, `iat` and `exp` the first and the end of the last day in Jakarta. */
export async function signCardToken ({ id, number, office, issuedOn, expiresOn }: CardClaims, { kid, privateKey }: SigningKey): Promise<string> {
  return await new SignJWT({ num: number })
    .setProtectedHeader({ alg: ALGORITHM, kid, typ: TYPE })
    .setIssuer(office)
    .setJti(id)
    .setIssuedAt(startOf(issuedOn))
    .setExpirationTime(startOf(expiresOn) + 86_400)
    .sign(privateKey)
}

/**
 * What a token says, once its signature is found good against the published keys, old ones among them. Whether the card still holds is another
 * question: by its days, and by what the office has on record.
 */
export async function readCardToken (token: string, keys: JSONWebKeySet): Promise<CardClaims | TokenFault> {
  try {
    // An expired card is told as expired, not as false: its days are judged by whoever asks.
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { algorithms: [ALGORITHM], typ: TYPE, currentDate: new Date(0), requiredClaims: ['iss', 'jti', 'iat', 'exp'] })
    const { iss, jti, num, iat, exp } = payload
    if (typeof iss !== 'string' || typeof jti !== 'string' || typeof num !== 'string' || iat === undefined || exp === undefined) return 'not-a-token'
    return { id: jti, number: num, office: iss, issuedOn: dayOf(iat), expiresOn: dayOf(exp - 86_400) }
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return 'unknown-key'
    if (error instanceof errors.JWSSignatureVerificationFailed) return 'bad-signature'
    if (error instanceof errors.JOSEError) return 'not-a-token'
    throw error
  }
}

/** Seconds since 1970 at the start of a day in Jakarta. */
function startOf (day: string): number {
  return Date.parse(`${day}T00:00:00${JAKARTA_OFFSET}`) / 1000
}

function dayOf (seconds: number): string {
  return new Date((seconds + 7 * 3600) * 1000).toISOString().slice(0, 10)
}
