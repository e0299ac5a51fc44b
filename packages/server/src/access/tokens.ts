import { createHash, randomBytes, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** `pdn_` keys of systems, `pds_` sessions of people. A fixed beginning lets scanners of leaked secrets find them. */
export type TokenKind = 'pdn' | 'pds'

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** 190 bits. */
const SECRET_LETTERS = 32
const SUM_LETTERS = 6
const FORM = new RegExp(`^(pdn|pds)_[0-9A-Za-z]{${SECRET_LETTERS + SUM_LETTERS}}$`)
/** Something that looks like a token, anywhere in a text. */
const INSIDE = new RegExp(`(?:pdn|pds)_[0-9A-Za-z]{${SECRET_LETTERS}}`)

/** Codes that people read to each other: no I, L, O or U (Crockford's base 32). */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 100 bits, in groups of four. */
const CODE_LENGTH = 20

/** A new secret: `pds_`, 32 random letters and 6 of a checksum, by which a mistyped one is told from a wrong one without a look-up. */
export function makeToken (kind: TokenKind): string {
  const body = `${kind}_${Array.from({ length: SECRET_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
  return body + checksum(body)
}

/** The kind of a token whose form and checksum are right; else undefined. */
export function kindOfToken (token: string): TokenKind | undefined {
  if (!FORM.test(token)) return undefined
  const body = token.slice(0, -SUM_LETTERS)
  return checksum(body) === token.slice(-SUM_LETTERS) ? token.slice(0, 3) as TokenKind : undefined
}

export function holdsToken (text: string): boolean {
  return INSIDE.test(text)
}

/** A new one-time code, such as `7K2M-Q0XH-…`. */
export function makeCode (): string {
  const letters = Array.from(randomBytes(CODE_LENGTH), byte => CODE_LETTERS[byte % CODE_LETTERS.length]).join('')
  return letters.replaceAll(/.{4}(?=.)/g, '$&-')
}

/** A code as it was made, from what somebody typed: case, spaces and dashes do not matter, nor O for 0 and I or L for 1. Undefined when it cannot be one. */
export function readCode (typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (letters.length !== CODE_LENGTH || ![...letters].every(letter => CODE_LETTERS.includes(letter))) return undefined
  return letters.replaceAll(/.{4}(?=.)/g, '$&-')
}

/** What is stored of a secret. Secrets have a hundred random bits and more, so one round of SHA-256 is enough. */
export function hashOfSecret (secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function checksum (body: string): string {
  let rest = crc32(body)
  let letters = ''
  for (let position = 0; position < SUM_LETTERS; position++) {
    letters = LETTERS[rest % LETTERS.length] + letters
    rest = Math.floor(rest / LETTERS.length)
  }
  return letters
}
