import { hashOf } from './split.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** A text with one letter wrong in about six of ten words of four letters or more: left out, put in, changed, or swapped with the next. The same seed gives the same damage. */
export function damage (text: string, seed: string): string {
  let state = hashOf(`${seed}:${text}`) || 1
  const below = (bound: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % bound
  }
  return text.split(' ').map(word => {
    if (word.length < 4 || below(10) < 4) return word
    const at = below(word.length - 1)
    const letter = LETTERS[below(LETTERS.length)]!
    const head = word.slice(0, at)
    return [`${head}${word.slice(at + 1)}`, `${head}${letter}${word.slice(at)}`, `${head}${letter}${word.slice(at + 1)}`, `${head}${word[at + 1]}${word[at]}${word.slice(at + 2)}`][below(4)]!
  }).join(' ')
}
