import type { Taxonomy } from '@padan/taxonomy'
import { normaliseText } from '@padan/taxonomy/text'
import type { DraftChoice, DraftNote, DraftSource } from './draft.ts'
import { SURE, type Reading } from './field-list.ts'
import { BUSINESSES, GOODS } from './sector-words.ts'

const HERE = '(?<![\\p{L}\\p{N}])'
const MAKES = 'pabrik|pabrikan|manufaktur|manufacturer of|produsen|memproduksi|industri pembuatan'
/** What leads up to a firm's business, and up to eight words of the same line. */
const LEAD = new RegExp(`${HERE}(?:(${MAKES})|bergerak (?:di|dalam|pada) ?(?:bidang|industri|sektor)?|bergerak dibidang|perusahaan|company in)((?: [\\p{L}&/-]{1,24}){1,8})`, 'giu')
const MAKES_TOO: ReadonlySet<string> = new Set(['pabrik', 'manufaktur', 'produsen', 'memproduksi', 'industri', 'produksi', 'pengolahan', 'pembuatan'])
/** May stand between: any other word, and what follows is said of something else (`setoran perusahaan ke bank`). */
const FILLERS: ReadonlySet<string> = new Set([
  'yang', 'bergerak', 'di', 'dalam', 'pada', 'bidang', 'dibidang', 'industri', 'sektor', 'jasa', 'swasta', 'nasional', 'multinasional', 'lokal', 'asing', 'manufaktur', 'produsen', 'pabrik', 'produksi',
  'memproduksi', 'pembuatan', 'pengolahan', 'penyedia', 'terkemuka', 'terbesar', 'besar', 'kami', 'adalah', 'usaha', 'khusus', 'berbagai', 'aneka', 'the', 'produk',
])
/** Before it on the line: it is where applicants come from. */
const FORMER = /(?:pengalaman|pernah|experienced?|lulusan|pglmn)(?!\p{L})[^\n.;]{0,80}$/iu
const LOOK_BACK = 100
const GUESSED = 700
const LONGEST_NAME = 4
const MOST_LEADS = 1_000
const MOST_SOURCES_OF_ONE = 5

interface Business { code: string, goods: boolean }

const businesses = new Map<string, Business>()
for (const [code, names] of GOODS) for (const name of names) businesses.set(name, { code, goods: true })
for (const [code, names] of BUSINESSES) for (const name of names) businesses.set(name, { code, goods: false })

interface Told extends Business {
  source: DraftSource
  makes: boolean
  former: boolean
}

/**
 * The firm's line of business (KBLI), where the words for it stand right behind `pabrik`, `perusahaan`, `bergerak di bidang`. Goods after `perusahaan` are only guessed, for a firm may sell what it does not make;
 * a business where applicants are to have worked before is offered and never taken. O(length).
 */
export function readSector (text: string, taxonomy: Taxonomy): [Reading<string> | undefined, { alternatives?: Array<DraftChoice<string>>, notes?: DraftNote[] }] {
  const told = toldIn(text).filter(({ code }) => taxonomy.sectors.get(code) !== undefined)
  const own = told.filter(({ former }) => !former)
  const formers = choicesOf(told.filter(({ former }) => former))
  const [first] = own
  if (first === undefined) return [undefined, { alternatives: formers, notes: formers.length > 0 ? ['of-a-former-job'] : [] }]
  const [chosen, ...others] = choicesOf(own)
  // A finer code of the same business is no rival.
  const rivals = others.filter(({ value }) => !value.startsWith(first.code) && !first.code.startsWith(value))
  const unmade = own.filter(({ code }) => code === first.code).every(({ goods, makes }) => goods && !makes)
  return [{
    ...chosen,
    sure: rivals.length === 0 && !unmade,
    alternatives: rivals,
    notes: [...(rivals.length > 0 ? ['several-named' as const] : []), ...(unmade ? ['makes-or-sells' as const] : [])],
  }, {}]
}

function toldIn (text: string): Told[] {
  const told: Told[] = []
  let leads = 0
  for (const match of text.matchAll(LEAD)) {
    if (++leads > MOST_LEADS) break
    const behind = match.index + match[0].length - match[2].length
    const words = [...match[2].matchAll(/[^ /]+/g)].map(({ 0: word, index }) => ({ word: normaliseText(word), start: behind + index, end: behind + index + word.length }))
      .filter(({ word }) => word !== '')
    const business = firstBusiness(words)
    if (business === undefined) continue
    const { first, last, code, goods } = business
    const makes = match[1] !== undefined || words.slice(0, first).some(({ word }) => MAKES_TOO.has(word)) || / industri$/iu.test(match[0].slice(0, -match[2].length))
    const [start, end] = [words[first].start, words[last].end]
    const former = FORMER.test(text.slice(Math.max(0, match.index - LOOK_BACK), match.index))
    told.push({ code, goods, makes, former, source: { start, end, surface: text.slice(start, end), confidence: goods && !makes ? GUESSED : SURE, says: code } })
  }
  return told
}

/** The first name of a business among the words, the longest that begins there. */
function firstBusiness (words: ReadonlyArray<{ word: string }>): (Business & { first: number, last: number }) | undefined {
  for (let first = 0; first < words.length; first++) {
    for (let last = Math.min(words.length, first + LONGEST_NAME) - 1; last >= first; last--) {
      const business = businesses.get(words.slice(first, last + 1).map(({ word }) => word).join(' '))
      if (business !== undefined) return { ...business, first, last }
    }
    if (!FILLERS.has(words[first].word)) return undefined
  }
  return undefined
}

function choicesOf (told: readonly Told[]): Array<DraftChoice<string>> {
  const found = new Map<string, DraftSource[]>()
  for (const { code, source } of told) {
    const sources = found.get(code)
    if (sources === undefined) found.set(code, [source])
    else if (sources.length < MOST_SOURCES_OF_ONE) sources.push(source)
  }
  return [...found].map(([value, from]) => ({ value, from }))
}
