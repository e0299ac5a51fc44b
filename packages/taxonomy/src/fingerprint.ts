/** FNV-1a, 32 bits: the prime, and the usual offset basis for the first half. */
const PRIME = 0x01000193
const FIRST_BASIS = 0x811c9dc5

/** The basis of the second half: the first one with its bits turned, so the two halves see the text differently. */
const SECOND_BASIS = 0x7ee3623a

/**
 * Sixteen hex digits for a text: two 32-bit FNV-1a sums over its UTF-16 code units, low byte then high byte, with different
 * bases. It tells texts apart; it is no defence against somebody who wants two to agree.
 */
export function fingerprint (text: string): string {
  let first = FIRST_BASIS
  let second = SECOND_BASIS
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    first = Math.imul(Math.imul(first ^ (unit & 255), PRIME) ^ (unit >> 8), PRIME)
    second = Math.imul(Math.imul(second ^ (unit & 255), PRIME) ^ (unit >> 8), PRIME)
  }
  return hex(first) + hex(second)
}

function hex (sum: number): string {
  return (sum >>> 0).toString(16).padStart(8, '0')
}
