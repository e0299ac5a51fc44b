import type { Reading } from '../mention.ts'
import { gapBefore, type Token } from '../tokens.ts'

/**
 * Languages that adverts in Indonesia name, by ISO 639: Indonesian and English names. Regional languages have codes of three letters where ISO 639-1
 * has none.
 */
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries({
  indonesia: 'id', indonesian: 'id', inggris: 'en', english: 'en', mandarin: 'zh', china: 'zh', cina: 'zh', tiongkok: 'zh', chinese: 'zh', jepang: 'ja', japanese: 'ja',
  korea: 'ko', korean: 'ko', arab: 'ar', arabic: 'ar', jerman: 'de', german: 'de', perancis: 'fr', prancis: 'fr', french: 'fr', belanda: 'nl', dutch: 'nl', spanyol: 'es',
  spanish: 'es', rusia: 'ru', russian: 'ru', italia: 'it', italian: 'it', portugis: 'pt', portuguese: 'pt', thailand: 'th', thai: 'th', vietnam: 'vi', vietnamese: 'vi', melayu: 'ms',
  malay: 'ms', hindi: 'hi', tamil: 'ta', turki: 'tr', turkish: 'tr', jawa: 'jv', javanese: 'jv', sunda: 'su', sundanese: 'su', batak: 'btk', bali: 'ban', madura: 'mad', hokkien: 'nan',
}))

/** These names mean the language wherever they stand; the others are peoples, dishes and countries as well. */
const PLAIN: ReadonlySet<string> = new Set(['inggris', 'english', 'mandarin'])
const BEFORE: ReadonlySet<string> = new Set(['bahasa', 'berbahasa', 'bhs', 'bhasa', 'speak', 'speaking', 'fluent'])
const AFTER: ReadonlySet<string> = new Set(['language', 'languages', 'speaking', 'speaker', 'fluency'])
const JOINS: ReadonlySet<string> = new Set(['dan', 'atau', 'and', 'or', 'serta', 'maupun'])
const LIST_GAP = /^\s{0,3}[,/&+]\s{0,3}$|^\s{1,3}$/

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
    const goesOn = listed === place - 1 && !opens && (JOINS.has(tokens[listed]!.word) || BEFORE.has(tokens[listed]!.word) || (LIST_GAP.test(gapBefore(text, tokens, place)) && /[,/&+]/.test(gapBefore(text, tokens, place))))
    if (!named && !told && !goesOn && !PLAIN.has(word)) continue
    listed = place
    found.push({ start, end, confidence: named || told ? 950 : goesOn ? 850 : 700, meaning: { kind: 'language', code } })
  }
  return found
}
