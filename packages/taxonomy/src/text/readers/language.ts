import type { Reading } from '../mention.ts'
import { gapBefore, type Token } from '../tokens.ts'

/**
 * Languages that adverts in Indonesia name, by ISO 639: Indonesian and English names. Regional languages have codes of three letters where ISO 639-1
 * has none.
 */
const LANGUAGES: ReadonlyArray<readonly [code: string, names: readonly string[]]> = [
  ['id', ['indonesia', 'indonesian']],
  ['en', ['inggris', 'english']],
  ['zh', ['mandarin', 'china', 'cina', 'tiongkok', 'chinese']],
  ['ja', ['jepang', 'japanese']],
  ['ko', ['korea', 'korean']],
  ['ar', ['arab', 'arabic']],
  ['de', ['jerman', 'german']],
  ['fr', ['perancis', 'prancis', 'french']],
  ['nl', ['belanda', 'dutch']],
  ['es', ['spanyol', 'spanish']],
  ['ru', ['rusia', 'russian']],
  ['it', ['italia', 'italian']],
  ['pt', ['portugis', 'portuguese']],
  ['th', ['thailand', 'thai']],
  ['vi', ['vietnam', 'vietnamese']],
  ['ms', ['melayu', 'malay']],
  ['hi', ['hindi']],
  ['ta', ['tamil']],
  ['tr', ['turki', 'turkish']],
  ['jv', ['jawa', 'javanese']],
  ['su', ['sunda', 'sundanese']],
  ['btk', ['batak']],
  ['ban', ['bali', 'balinese']],
  ['mad', ['madura', 'madurese']],
  ['nan', ['hokkien']],
]
const NAMES: ReadonlyMap<string, string> = new Map(LANGUAGES.flatMap(([code, names]) => names.map(name => [name, code] as const)))

/** These names mean the language wherever they stand; the others are peoples, dishes and countries as well. */
const PLAIN: ReadonlySet<string> = new Set(['inggris', 'english', 'mandarin'])
const BEFORE: ReadonlySet<string> = new Set(['bahasa', 'berbahasa', 'bhs', 'bhasa', 'speak', 'speaking', 'fluent'])
const AFTER: ReadonlySet<string> = new Set(['language', 'languages', 'speaking', 'speaker', 'fluency'])
const JOINS: ReadonlySet<string> = new Set(['dan', 'atau', 'and', 'or', 'serta', 'maupun'])
const LIST_GAP = /^\s{0,3}[,/&+]\s{0,3}$/

/** Languages a passage asks for: after `bahasa`, before `language`, and the others of such a list. O(words). */
export function readLanguages (text: string, tokens: readonly Token[]): Reading[] {
  const found: Reading[] = []
  /** The last word of a list of languages that may go on. */
  let listed = -2
  for (let place = 0; place < tokens.length; place++) {
    const { word, start, end, opens } = tokens[place]!
    if (listed === place - 1 && !opens && (JOINS.has(word) || BEFORE.has(word))) {
      listed = place
      continue
    }
    const code = NAMES.get(word)
    if (code === undefined) continue
    const named = !opens && (BEFORE.has(tokens[place - 1]?.word ?? '') || (tokens[place - 1]?.word === 'in' && BEFORE.has(tokens[place - 2]?.word ?? '')))
    const told = AFTER.has(tokens[place + 1]?.word ?? '') && !tokens[place + 1]!.opens
    const goesOn = listed === place - 1 && !opens && (JOINS.has(tokens[listed]!.word) || BEFORE.has(tokens[listed]!.word) || LIST_GAP.test(gapBefore(text, tokens, place)))
    if (!named && !told && !goesOn && !PLAIN.has(word)) continue
    listed = place
    found.push({ start, end, confidence: named || told ? 950 : goesOn ? 850 : 700, meaning: { kind: 'language', code } })
  }
  return found
}

/** True when a word may be a language. */
export function isLanguage (word: string): boolean {
  return NAMES.has(word)
}
