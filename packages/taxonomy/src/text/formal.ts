import { checkText } from '../check-arguments.ts'
import { isRoot, stemIndonesian } from './stem/indonesian-stemmer.ts'
import { tokensOf } from './tokens.ts'
import { INFORMAL } from './words/informal.ts'
import { isSound, mendWord } from './words/mend-word.ts'
import { spokenForm } from './words/spoken-forms.ts'
import { SPOKEN } from './words/spoken.ts'

/** A word that was put into its formal writing: offsets in the text as given, UTF-16 code units. */
export interface FormalChange {
  start: number
  end: number
  surface: string
  formal: string
  why: 'informal' | 'letters' | 'doubled' | 'typing'
}

export interface FormalText {
  text: string
  changes: FormalChange[]
}

const LEET: ReadonlyMap<string, string> = new Map(Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }))
const MIXED = /^[a-z]+(?:[013457][a-z]+)+$/
const TWICE = /^([a-z]{3,})2(nya|an)?$/
/** Shorter words are abbreviations, longer ones nothing. */
const SHORTEST = 4
const LONGEST = 40
const RUN = /([a-z])\1{2,}/g

/**
 * A text in formal words: short forms and the spoken language (`yg`, `gak`, `ngerjain`), letters drawn out (`bangeeet`), digits for letters (`g4ji`) and for doubling
 * (`anak2`), and typing errors. Words that are right stay, and so does all between the words. Names may not: a capital inside a sentence keeps a word from being
 * mended. O(length), apart from new misspelt words.
 */
export function formaliseText (text: string): FormalText {
  checkText(text, 'formaliseText')
  const changes: FormalChange[] = []
  const parts: string[] = []
  let last = 0
  for (const { word, start, end, opens } of tokensOf(text)) {
    const surface = text.slice(start, end)
    const name = !opens && /^\p{Lu}\p{Ll}/u.test(surface)
    const found = formalWord(word, name)
    if (found === undefined || found.formal === word) continue
    parts.push(text.slice(last, start), found.formal)
    last = end
    changes.push({ start, end, surface, ...found })
  }
  parts.push(text.slice(last))
  return { text: parts.join(''), changes }
}

function formalWord (word: string, name: boolean): { formal: string, why: FormalChange['why'] } | undefined {
  const listed = listedForm(word)
  if (listed !== undefined) return { formal: listed, why: 'informal' }
  if (!/^[a-z0-9]{3,40}$/.test(word)) return undefined
  const doubled = TWICE.exec(word)
  if (doubled !== null) {
    const [, written = '', ending = ''] = doubled
    const once = listedForm(written) ?? written
    if (isRoot(stemIndonesian(once))) return { formal: `${once}-${once}${ending}`, why: 'doubled' }
  }
  const letters = lettersOf(word)
  if (letters !== undefined) return { formal: listedForm(letters) ?? letters, why: 'letters' }
  const spoken = spokenForm(word, name)
  if (spoken !== undefined) return { formal: spoken, why: 'informal' }
  if (name) return undefined
  const mended = mendWord(word)
  return mended === undefined ? undefined : { formal: mended, why: 'typing' }
}

function listedForm (word: string): string | undefined {
  return SPOKEN.get(word) ?? INFORMAL.get(word)
}

/** A word without drawn-out letters and digits for letters; undefined where that makes no word. */
export function lettersOf (word: string): string | undefined {
  if (word.length < SHORTEST || word.length > LONGEST) return undefined
  if (MIXED.test(word)) {
    const plain = [...word].map(letter => LEET.get(letter) ?? letter).join('')
    return isSound(plain) || INFORMAL.has(plain) ? plain : undefined
  }
  if (word.search(RUN) < 0) return undefined
  const single = word.replace(RUN, '$1')
  const pair = word.replace(RUN, '$1$1')
  return isSound(pair) ? pair : isSound(single) || INFORMAL.has(single) ? single : undefined
}
