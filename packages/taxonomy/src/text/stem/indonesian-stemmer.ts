import { checkText } from '../../check-arguments.ts'
import table from '../../../data/roots.js'
import { isVowel, syllables, withoutPrefix, type PrefixName } from './affixes.ts'
import { endingsOf, type SuffixName } from './suffixes.ts'

/** Longer words are no words of Indonesian; they come back as they are, so that nothing hostile costs anything. */
const LONGEST_WORD = 40
const SHORTEST_WORD = 4
/** `memper-`, `keber-`, `mempersatu-`: no word has more. */
const MOST_PREFIXES = 3

const REMOVED_LETTER_COST = 10
const PREFIX_COST = 2
const SHORT_ROOT = 3
const SHORT_ROOT_COST = 8
const ODD_PAIR_COST = 15

/** Pairs of prefix and suffix that no word of the standard language has. */
const ODD_PAIRS: ReadonlySet<string> = new Set(['di an', 'me an', 'ter an', 'ke i', 'ke kan', 'se i', 'se kan', 'pe i', 'pe kan', 'ber i', 'per i', 'clitic an'])

const ROOTS: ReadonlySet<string> = new Set((table as string).split(' '))

/** Words met lately with their roots: texts repeat their words, and the map is emptied when full. The answer does not depend on it. */
const known = new Map<string, string>()
const MOST_KNOWN = 20_000

/**
 * The root of an Indonesian word: `pengelasan` gives `las`, `mempelajari` `ajar`, `tukar-menukar` `tukar`, spoken `ngerjain` `kerja`. Roots that are listed
 * are never cut. Prefixes, endings and the nasal of meN- and peN- are tried in all ways, and the likeliest one that ends at a listed root counts: fewest
 * letters taken off, then the commoner sound change. Where no way ends at a listed root, only affixes that leave no doubt are taken, so foreign words mostly
 * stay. The answer is in lower case. Cost: at most some hundred look-ups a new word; words of more than 40 letters come back as they are.
 */
export function stemIndonesian (word: string): string {
  checkText(word, 'stemIndonesian')
  const lower = word.toLowerCase()
  if (lower.length < SHORTEST_WORD || lower.length > LONGEST_WORD) return lower
  const before = known.get(lower)
  if (before !== undefined) return before
  const root = lower.includes('-') ? stemDoubled(lower) : stemPlain(lower)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(lower, root)
  return root
}

/** True for a root of the lexicon. */
export function isRoot (word: string): boolean {
  return ROOTS.has(word)
}

function stemPlain (word: string): string {
  return ROOTS.has(word) ? word : listedRoot(word) ?? likelyRoot(word)
}

function listedRoot (word: string): string | undefined {
  let best: string | undefined
  let least = Infinity
  const visit = (rest: string, outer: PrefixName | null, suffix: SuffixName | null, depth: number, cost: number): void => {
    if (ROOTS.has(rest) && (rest.length > SHORT_ROOT || shortRootFits(word, rest, outer, suffix))) {
      const odd = outer !== null && suffix !== null && ODD_PAIRS.has(`${outer} ${suffix}`)
      const total = cost + REMOVED_LETTER_COST * (word.length - rest.length) + (rest.length <= SHORT_ROOT ? SHORT_ROOT_COST : 0) + (odd ? ODD_PAIR_COST : 0)
      if (total < least) {
        least = total
        best = rest
      }
    }
    if (depth === MOST_PREFIXES) return
    for (const { rest: inner, prefix, cost: more } of withoutPrefix(rest)) {
      if (depth > 0 && (prefix === 'spoken' || prefix === 'clitic') && outer !== 'di' && outer !== 'ke') continue
      visit(inner, outer ?? prefix, suffix, depth + 1, cost + more + PREFIX_COST)
    }
  }
  for (const { base, suffix, cost } of endingsOf(word)) visit(base, null, suffix, 0, cost)
  return best
}

/** Three letters are left of many a word by chance (`kerok`, `perban`, `baki`): they count after a prefix that stands for itself, or before an ending and after a prefix. */
function shortRootFits (word: string, root: string, prefix: PrefixName | null, suffix: SuffixName | null): boolean {
  if (prefix === null) return suffix === 'kan' || word === `${root}nya`
  if (prefix === 'clitic' || prefix === 'spoken') return false
  return suffix !== null || word.endsWith('nya') || ((prefix === 'me' || prefix === 'pe') && word.includes(`nge${root}`)) || prefix === 'di' || (prefix === 'ber' && word.startsWith('ber'))
}

/** Prefixes that words seldom begin with by chance, and where they do, only before a long word of foreign make (`beradaptasi`, `merekonstruksi`). */
const CLEAR_PREFIX = /^(?:memper|diper|keber|mem(?=[bfp])|men(?=[cdjt])|meng(?=[aiueoghk])|meny(?=[aiueo])|ber(?=[^aiueor])|ter(?=[^aiueormn])|pem(?=b)|pen(?=[cdj])|peng(?=[aiueogh])|peny(?=[aiueo]))/
const BEFORE_FOREIGN = /^(?:memper|diper|me(?=[lmnrwy])|mem(?=[bfp])|men(?=[cdjtsz])|meng(?=[aiueoghk])|ber|ter|di|pe(?=[lmr])|pem(?=[bfp])|pen(?=[cdjtsz])|peng(?=[aiueoghk]))(?=[a-z]+(?:asi|isi|usi|ksi|psi|tas|isme|isir)$)/
const CLEAR_ENDINGS: readonly string[] = ['nya', 'lah', 'kah', 'kan']
const FEWEST_LETTERS = 4

/** A root that is not listed, taken for one only by affixes that leave little doubt. */
function likelyRoot (word: string): string {
  let rest = word
  let ended = false
  for (const ending of CLEAR_ENDINGS) {
    if (!rest.endsWith(ending) || !isWordLike(rest.slice(0, -ending.length))) continue
    rest = rest.slice(0, -ending.length)
    ended = true
    if (ROOTS.has(rest)) return rest
  }
  const foreign = /^(?:pe|ke)/.test(rest) && rest.endsWith('an') ? rest.slice(0, -2) : rest
  const before = BEFORE_FOREIGN.exec(foreign)?.[0]
  if (before !== undefined && syllables(foreign.slice(before.length)) >= 3) return foreign.slice(before.length)
  const prefix = CLEAR_PREFIX.exec(rest)?.[0] ?? (ended && rest.startsWith('di') ? 'di' : undefined)
  if (prefix === undefined) return rest
  let inner = rest.slice(prefix.length)
  if (prefix.endsWith('ny')) inner = `s${inner}`
  if (!isWordLike(inner)) return rest
  if (/^(?:pe|ke)/.test(prefix) && inner.endsWith('an') && isWordLike(inner.slice(0, -2))) return inner.slice(0, -2)
  return inner
}

function isWordLike (word: string): boolean {
  return word.length >= FEWEST_LETTERS && syllables(word) >= 2
}

/** Doubled words: both halves have one root (`bermain-main`), or one half echoes the other (`sayur-mayur`, `warna-warni`). */
function stemDoubled (word: string): string {
  const halves = word.split('-').filter(half => half !== '')
  if (halves.length !== 2) return word
  const [left, right] = halves as [string, string]
  const first = stemPlain(left)
  const second = stemPlain(right)
  if (first === second) return first
  const whole = stemPlain(left + right)
  if (right.length >= 3 && (echoes(left, right) || echoes(first, second))) return ROOTS.has(first) ? first : ROOTS.has(second) ? second : whole
  return word
}

function echoes (left: string, right: string): boolean {
  return left.slice(-3) === right.slice(-3) || (left.slice(0, 3) === right.slice(0, 3) && isVowel(left.at(-1)))
}
