const PRIME_1 = 0x9e3779b1 | 0
const PRIME_2 = 0x85ebca77 | 0
const PRIME_3 = 0xc2b2ae3d | 0
const LANES = 4

/**
 * XXH32 (Yann Collet's xxHash, seed 0) of whole 16-byte stripes, given as 32-bit words. One multiplication and one rotation a word, so
 * that checking costs about as much as reading. Throws RangeError when the words are no whole stripes.
 */
export function xxh32 (words: Int32Array): number {
  if (words.length % LANES !== 0 || words.length === 0) throw new RangeError(`A checksum is taken over whole stripes of ${LANES} words, got ${words.length}.`)
  let a = (PRIME_1 + PRIME_2) | 0
  let b = PRIME_2
  let c = 0
  let d = -PRIME_1 | 0
  for (let i = 0; i < words.length; i += LANES) {
    a = step(a, words[i])
    b = step(b, words[i + 1])
    c = step(c, words[i + 2])
    d = step(d, words[i + 3])
  }
  let hash = (rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18)) | 0
  hash = (hash + words.length * 4) | 0
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2)
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3)
  return (hash ^ (hash >>> 16)) >>> 0
}

function step (lane: number, word: number): number {
  return Math.imul(rotate((lane + Math.imul(word, PRIME_2)) | 0, 13), PRIME_1)
}

function rotate (value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}
