import { Problem } from '../errors/problem.ts'

const LEAST = 12
const MOST = 256
/** A password of a few different characters is a few guesses. */
const LEAST_DIFFERENT = 5
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Cn}]/u

/**
 * A password as it is hashed: NFKC, so that one typed on another keyboard is the same; every kind of space is the plain one (the OpaqueString
 * profile of RFC 8265 likewise, but for its NFC). Undefined when it holds what no keyboard gives: controls, halves of characters, unassigned ones.
 */
export function normalPassword (typed: string): string | undefined {
  const normal = typed.normalize('NFKC').replaceAll(/\p{Zs}/gu, ' ')
  return normal === '' || FORBIDDEN.test(normal) || [...normal].length > MOST ? undefined : normal
}

/** A new password, checked. Length is what counts; kinds of characters are not asked for (NIST SP 800-63B). Throws Problem `bad-request-field`. */
export function readPassword (typed: string, login: string = '', pointer: string = '/password'): string {
  const password = normalPassword(typed)
  if (password === undefined) throw weak(pointer, `at most ${MOST} characters, without control characters`, `paling banyak ${MOST} karakter, tanpa karakter kendali`)
  const letters = [...password.toLowerCase()]
  if (letters.length < LEAST) throw weak(pointer, `at least ${LEAST} characters; a sentence is good`, `paling sedikit ${LEAST} karakter; sebuah kalimat baik`)
  if (new Set(letters).size < LEAST_DIFFERENT || isRun(letters)) throw weak(pointer, 'no repetition or row of neighbours', 'bukan ulangan atau deretan')
  const name = login.split('@')[0]
  if (name.length >= 4 && password.toLowerCase().includes(name)) throw weak(pointer, 'a password without the name you sign in with', 'kata sandi tanpa nama untuk masuk')
  return password
}

/** True for `abcdefghijkl`, `123456789012` and the like. */
function isRun (letters: readonly string[]): boolean {
  let steps = 0
  for (let at = 1; at < letters.length; at++) if (Math.abs((letters[at].codePointAt(0) as number) - (letters[at - 1].codePointAt(0) as number)) <= 1) steps++
  return steps >= letters.length - 2
}

/** What came is never repeated. */
function weak (pointer: string, expected: string, expectedId: string): Problem {
  return new Problem('bad-request-field', {
    errors: [{ pointer, code: 'weak-password', expected, message: `At ${pointer}: expected ${expected}.`, messageId: `Pada ${pointer}: seharusnya ${expectedId}.` }],
  })
}
