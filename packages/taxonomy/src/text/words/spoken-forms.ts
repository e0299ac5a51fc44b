import { isRoot, stemIndonesian } from '../stem/indonesian-stemmer.ts'
import { knownWords } from './known-words.ts'

const VOWELS = /[aeiou]/g
/** Words without most of their vowels: fewer consonants fit too many words, and three letters are an abbreviation (`ktp`). */
const FEWEST_CONSONANTS = 3
const SHORTEST_SHORTENED = 4
const LONGEST = 24

/**
 * The formal word of one that is written as it is spoken or shortened by rule: `kirimin`, `nyari`, `dalem`, `rame`, `gajiny`, `kntrak`; undefined where no rule makes a word of it that the lists know.
 * `name` keeps to the endings of verbs. O(length), apart from shortened words, which are compared with those of the same consonants.
 */
export function spokenForm (word: string, name: boolean): string | undefined {
  if (!/^[a-z]{3,}$/.test(word) || word.length > LONGEST || isWord(word)) return undefined
  return spokenVerb(word) ?? withoutIn(word) ?? (name ? undefined : soundsLike(word) ?? withEnding(word) ?? shortened(word))
}

function isWord (word: string): boolean {
  return knownWords().has(word) || isRoot(word)
}

/** `benerin`, `dikirimin`, `nyelesein`: what takes `-in` takes `-kan` in formal words. */
function withoutIn (word: string): string | undefined {
  const [, prefix = '', base = ''] = /^(di|ke)?([a-z]{3,})in$/.exec(word) ?? []
  if (base === '') return undefined
  const root = isWord(base) ? base : soundsLike(base)
  if (root !== undefined) return `${prefix}${root}kan`
  const verb = prefix === '' ? spokenVerb(base) : undefined
  return verb === undefined ? undefined : `${verb}kan`
}

/** Verbs without their `me`: `ngatur`, `ngebantu`, `nyuci`, `nulis`, `masang`. */
function spokenVerb (word: string): string | undefined {
  const hardened = /^nge([a-z]{3,})$/.exec(word)?.[1]
  // Other words begin with `m` and `n` as well: `masi`.
  if (/^[mn][aeiou]/.test(word)) return knownWords().has(`me${word}`) ? `me${word}` : undefined
  const candidates = hardened !== undefined && isWord(hardened)
    ? [nasal(hardened)]
    : word.startsWith('ny') ? [`menc${word.slice(2)}`, `me${word}`] : /^ng[aeiou]/.test(word) ? [`me${word}`] : []
  return candidates.find(verb => knownWords().has(verb)) ?? candidates.find(verb => verb !== stemIndonesian(verb) && isRoot(stemIndonesian(verb)))
}

/** A verb's `me-` before a root, in its formal writing. */
function nasal (root: string): string {
  const first = root[0]!
  if (first === 'p') return `mem${root.slice(1)}`
  if (first === 't') return `men${root.slice(1)}`
  if (first === 's') return `meny${root.slice(1)}`
  if (first === 'k') return `meng${root.slice(1)}`
  return `${'bfv'.includes(first) ? 'mem' : 'cdjz'.includes(first) ? 'men' : 'lmnrwy'.includes(first) ? 'me' : 'meng'}${root}`
}

/** How formal sounds are spoken: the pattern, and what stands there in formal words. In the order in which they are commonest. */
const SOUNDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/e([bcdfghjklmnpqrstvwxyz]+)$/, 'a$1'], [/e$/, 'ai'], [/o$/, 'au'], [/$/, 'h'], [/^/, 'h'], [/([aeiou])([aeiou])/, '$1h$2'], [/ip$/, 'if'], [/z$/, 's'], [/oe/g, 'u'], [/k$/, ''], [/$/, 'k'],
]

function soundsLike (word: string): string | undefined {
  for (const [spoken, formal] of SOUNDS) {
    if (!spoken.test(word)) continue
    const candidate = word.replace(spoken, formal)
    if (isWord(candidate)) return candidate
  }
  return undefined
}

/** `gajiny`, `gajix`: `-nya`; `rumahq`: `-ku`. */
function withEnding (word: string): string | undefined {
  const [, base = '', ending = ''] = /^([a-z]{3,}?)(ny|nye|x|q)$/.exec(word) ?? []
  if (base === '') return undefined
  const root = isWord(base) ? base : soundsLike(base)
  return root === undefined ? undefined : root + (ending === 'q' ? 'ku' : 'nya')
}

let byConsonants: Map<string, string[]> | undefined

/** The one known word that has the same consonants in order and all its vowels, more often seen than any other such word. */
function shortened (word: string): string | undefined {
  const consonants = word.replace(VOWELS, '')
  if (word.length < SHORTEST_SHORTENED || consonants.length < FEWEST_CONSONANTS || consonants[0] !== word[0]) return undefined
  if (byConsonants === undefined) {
    byConsonants = new Map()
    for (const known of knownWords().keys()) {
      const key = known.replace(VOWELS, '')
      const row = byConsonants.get(key)
      if (row === undefined) byConsonants.set(key, [known])
      else row.push(known)
    }
  }
  const counts = knownWords()
  const fitting = (byConsonants.get(consonants) ?? [])
    .filter(known => known.length > word.length && known[0] === word[0] && holdsInOrder(known, word))
    .sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))
  return fitting.length === 1 || (fitting.length > 1 && counts.get(fitting[0]!)! > counts.get(fitting[1]!)!) ? fitting[0] : undefined
}

function holdsInOrder (long: string, short: string): boolean {
  let place = 0
  for (const letter of long) if (letter === short[place]) place++
  return place === short.length
}
