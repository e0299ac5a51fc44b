import { checkText } from '../../check-arguments.ts'
import { stemmer as stemEnglish } from 'stemmer'
import { SortedWords } from '../search/sorted-words.ts'
import { isRoot, stemIndonesian } from '../stem/indonesian-stemmer.ts'
import { knownWords } from './known-words.ts'

const SHORTEST = 5
/** From this length on two letters may be wrong. */
const SHORTEST_TWICE = 9
const LONGEST = 24
const MOST_KEPT = 5_000

/** Words of English that are said at work and stand in no proof-read text here; by hand. */
const LOAN_WORDS: ReadonlySet<string> = new Set((
  'shift shifting excavator interview training online offline caption barista freelance fulltime parttime workshop briefing deadline feedback loading unloading checker picker packer helper driver crew ' +
  'supervisor leader staff trainee intern recruiter payroll invoice purchasing finance budgeting branding copywriting editing streaming streamer marketplace dropship reseller cashier waiter waitress ' +
  'laundry housekeeping steward florist nail waxing facial grooming makeup stylist forklift loader dozer bulldozer grader crane welder fitter rigger scaffolding foreman surveyor drafter estimator ' +
  'frontend backend fullstack debugging hosting coding scraping dashboard spreadsheet pivot lookup shipping forwarding trucking cargo courier rider safety hygiene sanitation bonus overtime'
).split(' '))

let sorted: SortedWords | undefined
const answers = new Map<string, string | undefined>()

/**
 * The word that a misspelt one was meant to be; undefined for words that are right, that are short or that nothing is clearly meant by. A word is right when it
 * stands in the proof-read texts, has the stem of one that does, or is a listed root. Of several near words the commoner one counts, if it has ten times the sightings. One edit (a letter
 * too much, too few, another, two swapped), two from nine letters on; the first letter must be right. O(list) at worst for a new word, O(1) for one met lately.
 */
export function mendWord (word: string): string | undefined {
  checkText(word, 'mendWord')
  if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return undefined
  if (answers.has(word)) return answers.get(word)
  const mended = knownWords().has(word) || LOAN_WORDS.has(word) || isRoot(word) || hasKnownStem(word) ? undefined : nearestTo(word, isRoot(stemIndonesian(word)))
  if (answers.size >= MOST_KEPT) answers.clear()
  answers.set(word, mended)
  return mended
}

/** True for words that nobody needs to mend. */
export function isSound (word: string): boolean {
  return knownWords().has(word) || LOAN_WORDS.has(word) || isRoot(stemIndonesian(word)) || hasKnownStem(word)
}

/** English words whose other forms are known: `negotiation` beside `negotiating`. */
function hasKnownStem (word: string): boolean {
  stems ??= new Set([...knownWords().keys()].map(known => stemEnglish(known)).filter(stem => stem.length > 3))
  const stem = stemEnglish(word)
  return stem !== word && stems.has(stem)
}

let stems: ReadonlySet<string> | undefined

/** Affixes can make a word of most misprints (`perusahan`: per-usah-an). Where they do, it is only mended to a word of so many digits, one edit away. */
const FEWEST_DIGITS = 3

function nearestTo (word: string, derived: boolean): string | undefined {
  const counts = knownWords()
  sorted ??= new SortedWords(counts.keys())
  const list = sorted
  for (let edits = 1; edits <= (!derived && word.length >= SHORTEST_TWICE ? 2 : 1); edits++) {
    const near = list.near(word, edits)
      .map(({ place }) => list.words[place]!)
      .filter(one => one[0] === word[0] && one.length >= SHORTEST - 1 && (!derived || counts.get(one)! >= FEWEST_DIGITS))
      .sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))
    if (near.length === 0) continue
    const clear = near.length === 1 || counts.get(near[0]!)! > counts.get(near[1]!)!
    return clear ? near[0] : undefined
  }
  return undefined
}
