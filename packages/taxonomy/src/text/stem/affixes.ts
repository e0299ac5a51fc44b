/** What is left of a word without one prefix, and what taking it costs: the less likely reading costs more. */
export interface Stripped {
  rest: string
  prefix: PrefixName
  cost: number
}

/** The prefixes that the pairs of prefix and suffix are ruled by. Their forms (`men-`, `meny-`) count as one. */
export type PrefixName = 'me' | 'pe' | 'di' | 'ber' | 'ter' | 'ke' | 'se' | 'per' | 'spoken' | 'clitic'

const VOWELS = 'aeiou'

/** Roots of one syllable that people do take meN- with, so that `pengelasan` is no `kelas`. By hand. */
const ONE_SYLLABLE: ReadonlySet<string> = new Set(['las', 'bor', 'cat', 'cek', 'tes', 'rem', 'lap', 'pel', 'bom', 'cor', 'lem', 'pres', 'set', 'sah', 'cas', 'klik', 'print'])
const ONE_SYLLABLE_COST = -28

/** Letters that stay after the nasal of meN- and peN-; foreign words keep `p`, `t`, `s` and `k` as well, at a cost. */
const AFTER_MEM = 'bfv'
const AFTER_MEN = 'djcz'
const AFTER_MENG = 'ghqx'
const AFTER_ME = 'lmnrwy'
const FOREIGN_COST = 4
/** `mengarang` is `karang` or `arang`: both are tried, and the lexicon decides. The rarer one costs this. */
const RARER_COST = 3
/** A root that is longer only because it took a letter back, or kept the prefix's own r, is no likelier for it: what a removed letter costs. */
const LETTER_BACK_COST = 10
const SPOKEN_COST = 12

/** Roots that count against `pakan`, `pinta`, `arang`, `alat`, `ubah` or the like after the same prefix, since hardly anybody writes the other. By hand. */
const LIKELIER: ReadonlySet<string> = new Set([
  'makan', 'minta', 'mohon', 'masak', 'muat', 'mulai', 'maaf', 'mangsa', 'minum', 'milik', 'karang', 'kemas', 'kikis', 'kukur', 'kandung', 'kira', 'kayuh', 'rasa', 'ragam', 'rantai', 'rapat',
  'rupa', 'ruang', 'rebut', 'rawat', 'raga', 'ribu', 'rusak', 'kunci', 'kantor', 'kemudi', 'kasih', 'kurung', 'kosong', 'kenal', 'kejar', 'kabur', 'kejut', 'kait', 'kumpul', 'ketik', 'rasi', 'kawal', 'ramal', 'cari', 'cuci', 'coba', 'curi', 'cinta', 'cium', 'radang', 'rinci',
])

/** The ways to take one prefix off a word. At most six; the word itself is not among them. */
export function withoutPrefix (word: string): Stripped[] {
  const found: Stripped[] = []
  const add = (rest: string, prefix: PrefixName, cost = 0): void => {
    if (rest.length >= 3) found.push({ rest, prefix, cost: LIKELIER.has(rest) ? -RARER_COST : cost })
  }
  switch (word[0]) {
    case 'm':
      if (word[1] === 'e') nasal(word, 'me', add)
      break
    case 'p':
      if (word.startsWith('per')) add(word.slice(3), 'per')
      if (word.startsWith('pelajar')) add(word.slice(3), 'per')
      if (word[1] === 'e') nasal(word, 'pe', add)
      break
    case 'b':
      if (word.startsWith('ber')) add(word.slice(3), 'ber')
      if (word.startsWith('belajar')) add(word.slice(3), 'ber')
      // Before a root whose first syllable ends in -er, the prefix loses its own r: `bekerja`, `beserta`. A root may begin with it, too: `berasa`.
      if (word.startsWith('be') && (word[2] === 'r' || /^be[^aeiou]er/.test(word))) add(word.slice(2), 'ber', word[2] === 'r' ? LETTER_BACK_COST + RARER_COST : RARER_COST)
      break
    case 't':
      if (word.startsWith('ter')) add(word.slice(3), 'ter')
      if (word.startsWith('te') && (word[2] === 'r' || /^te[^aeiou]er/.test(word))) add(word.slice(2), 'ter', word[2] === 'r' ? LETTER_BACK_COST + RARER_COST : RARER_COST)
      break
    case 'd':
      if (word[1] === 'i') add(word.slice(2), 'di')
      break
    case 'k':
      if (word[1] === 'e') add(word.slice(2), 'ke')
      if (word.startsWith('ku')) add(word.slice(2), 'clitic', SPOKEN_COST)
      if (word.startsWith('kau')) add(word.slice(3), 'clitic', SPOKEN_COST)
      break
    case 's':
      if (word[1] === 'e') add(word.slice(2), 'se')
      break
    case 'n':
      spoken(word, add)
      break
  }
  return found
}

/** `meN-` and `peN-`: the nasal follows the root's first letter, and eats `p`, `t`, `s` and `k`. */
function nasal (word: string, prefix: 'me' | 'pe', add: (rest: string, prefix: PrefixName, cost?: number) => void): void {
  const third = word[2] ?? ''
  const fourth = word[3] ?? ''
  if (third === 'm') {
    const rest = word.slice(3)
    if (AFTER_MEM.includes(fourth)) add(rest, prefix)
    else if (fourth === 'p') add(rest, prefix, FOREIGN_COST)
    else if (isVowel(fourth) || fourth === 'r' || fourth === 'l') add(`p${rest}`, prefix)
  } else if (third === 'n' && fourth === 'g') {
    const rest = word.slice(4)
    const fifth = word[4] ?? ''
    if (AFTER_MENG.includes(fifth)) add(rest, prefix)
    else if (fifth === 'k') add(rest, prefix, FOREIGN_COST)
    else if (isVowel(fifth)) {
      add(rest, prefix)
      add(`k${rest}`, prefix, LETTER_BACK_COST + RARER_COST)
      // Roots of one syllable take an e: `mengelas`, `pengeboran`.
      if (fifth === 'e') add(word.slice(5), prefix, ONE_SYLLABLE.has(word.slice(5)) ? ONE_SYLLABLE_COST : oneSyllable(word.slice(5)) ? 0 : SPOKEN_COST)
    }
  } else if (third === 'n' && fourth === 'y') {
    add(`s${word.slice(4)}`, prefix)
  } else if (third === 'n') {
    const rest = word.slice(3)
    if (AFTER_MEN.includes(fourth)) add(rest, prefix)
    else if (fourth === 't' || fourth === 's') add(rest, prefix, FOREIGN_COST)
    else if (isVowel(fourth)) add(`t${rest}`, prefix)
  }
  if (AFTER_ME.includes(third)) {
    // After `per` with a vowel the r is the prefix's own: `peralatan`.
    const own = prefix === 'pe' && third === 'r' && isVowel(fourth)
    add(word.slice(2), prefix, third === 'n' && fourth === 'y' ? LETTER_BACK_COST + RARER_COST : own ? LETTER_BACK_COST : third === 'm' || third === 'n' ? RARER_COST : 0)
  }
  // `petani`, `pekerja`, `pesepak`: without a nasal the root keeps its letter.
  if (prefix === 'pe' && !isVowel(third) && !AFTER_ME.includes(third)) add(word.slice(2), prefix, RARER_COST)
}

/** The spoken language leaves out me-: `nyari` (cari), `nyapu`, `ngopi` (kopi), `ngantar`, `nulis`, `ngecek`. */
function spoken (word: string, add: (rest: string, prefix: PrefixName, cost?: number) => void): void {
  if (word.startsWith('ny')) {
    add(`s${word.slice(2)}`, 'spoken', SPOKEN_COST)
    add(`c${word.slice(2)}`, 'spoken', SPOKEN_COST)
  } else if (word.startsWith('ng')) {
    add(word.slice(2), 'spoken', SPOKEN_COST)
    if (isVowel(word[2])) add(`k${word.slice(2)}`, 'spoken', SPOKEN_COST)
    if (word[2] === 'e') add(word.slice(3), 'spoken', SPOKEN_COST)
  } else {
    add(`t${word.slice(1)}`, 'spoken', SPOKEN_COST)
  }
}

export function isVowel (letter: string | undefined): boolean {
  return letter !== undefined && letter !== '' && VOWELS.includes(letter)
}

export function oneSyllable (word: string): boolean {
  return syllables(word) === 1
}

/** Vowels: a close enough count of syllables. */
export function syllables (word: string): number {
  let count = 0
  for (let place = 0; place < word.length; place++) if (VOWELS.includes(word[place]!)) count++
  return count
}
