import { checkTaxonomy, checkText } from '../check-arguments.ts'
import { normaliseName } from '../normalise.ts'
import type { Taxonomy } from '../types.ts'
import { PhraseTrie } from './phrase-trie.ts'
import { SYNONYMS } from './synonym-table.ts'
import { tokensOf, type Token } from './tokens.ts'
import { formalTitle } from './words/title-forms.ts'

/** Longer input is no job title; the bound keeps hostile text from costing anything. */
const LONGEST_TITLE = 300

/** A title of the classification counts when it shares this much of the weight of all words in both titles. */
const LEAST_LIKENESS = 0.7

/** Words that make another job of a title: they stand in both titles or in neither. */
const RANKS: ReadonlySet<string> = new Set([
  'manager', 'manajer', 'head', 'kepala', 'supervisor', 'spv', 'leader', 'lead', 'director', 'direktur', 'koordinator', 'coordinator', 'chief', 'assistant', 'asisten',
  'trainer', 'instruktur',
])

/** Words that say nothing of the work. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(['dan', 'di', 'untuk', 'lainnya', 'staff', 'staf', 'senior', 'junior', 'tenaga', 'petugas', 'ytdl', 'ybdi'])

/** Titles and their words, made once a taxonomy. */
interface OccupationTitles {
  trie: PhraseTrie
  /** Rarity of a word among all titles: the binary digits of titles / titles with the word, a whole number, so that every machine ranks alike. */
  rarity: ReadonlyMap<string, number>
  /** Occupations by the words of their titles. */
  byWord: ReadonlyMap<string, readonly number[]>
  words: ReadonlyArray<readonly string[]>
  jobs: readonly number[]
  /** Listed titles and the longer ones of the classification together, for running text. */
  running: PhraseTrie
  runningJobs: ReadonlyArray<{ occupation: number, listed: boolean }>
}

const titlesOf = new WeakMap<Taxonomy, OccupationTitles>()

/**
 * Occupations (KBJI indexes) that a job title may mean, best first; empty rather than wrong. Listed job titles count before titles of
 * the classification, the one of most words first; a rank such as `manager` that the listed title lacks rules it out, short forms read in full. O(words * titles that share one).
 */
export function classifyOccupation (title: string, taxonomy: Taxonomy): number[] {
  checkText(title, 'classifyOccupation')
  checkTaxonomy(taxonomy, 'classifyOccupation')
  if (title.length > LONGEST_TITLE) return []
  const titles = titlesFor(taxonomy)
  const formal = formalTitle(title)
  return [...new Set([...listedJobs(formal, titles), ...likeTitles(formal, titles)])]
}

function listedJobs (title: string, { trie, jobs }: OccupationTitles): number[] {
  const tokens = tokensOf(title)
  const hits = trie.scan(tokens)
  const inside = (place: number): boolean => hits.some(({ first, last }) => first <= place && place <= last)
  if (tokens.some(({ word }, place) => RANKS.has(word) && !inside(place))) return []
  return hits.sort((a, b) => (b.last - b.first) - (a.last - a.first) || a.first - b.first).map(({ value }) => jobs[value]!)
}

/** An occupation named in a text, with its words. */
export interface OccupationHit {
  occupation: number
  first: number
  last: number
  /** Found by a listed job title; else by a title of the classification. */
  listed: boolean
}

/**
 * Occupations named in running text: listed job titles, and titles of the classification of two words or more. A rank beside a title
 * that lacks it makes another job of it, as above. O(words).
 */
export function findOccupations (tokens: readonly Token[], taxonomy: Taxonomy, reader?: number): OccupationHit[] {
  const { running, runningJobs } = titlesFor(taxonomy)
  const ranked = (place: number): boolean => tokens[place] !== undefined && RANKS.has(tokens[place]!.word)
  return running.scan(tokens, reader)
    .filter(({ first, last }) => (tokens[first]!.opens || !ranked(first - 1)) && (tokens[last + 1]?.opens !== false || !ranked(last + 1)))
    .map(({ value, first, last }) => ({ occupation: runningJobs[value]!.occupation, first, last, listed: runningJobs[value]!.listed }))
}

/** True when a title begins with a word. */
export function beginsOccupation (word: string, taxonomy: Taxonomy): boolean {
  return titlesFor(taxonomy).running.begins(word)
}

function likeTitles (title: string, { rarity, byWord, words }: OccupationTitles): number[] {
  const wanted = wordsOf(title)
  const rarest = Math.max(...rarity.values())
  const weigh = (list: Iterable<string>): number => {
    let sum = 0
    for (const word of list) sum += rarity.get(word) ?? rarest
    return sum
  }
  const candidates = new Set(wanted.flatMap(word => byWord.get(word) ?? []))
  const ranked: Array<[occupation: number, likeness: number]> = []
  for (const occupation of candidates) {
    const held = words[occupation]!
    if ([...wanted, ...held].some(word => RANKS.has(word) && !(wanted.includes(word) && held.includes(word)))) continue
    const likeness = weigh(wanted.filter(word => held.includes(word))) / weigh(new Set([...wanted, ...held]))
    if (likeness >= LEAST_LIKENESS) ranked.push([occupation, likeness])
  }
  // Deeper codes stand after their group; of equal titles the group is the safer answer.
  return ranked.sort(([a, likeA], [b, likeB]) => likeB - likeA || a - b).map(([occupation]) => occupation)
}

function titlesFor (taxonomy: Taxonomy): OccupationTitles {
  const known = titlesOf.get(taxonomy)
  if (known !== undefined) return known
  const made = occupationTitles(taxonomy)
  titlesOf.set(taxonomy, made)
  return made
}

function occupationTitles (taxonomy: Taxonomy): OccupationTitles {
  const trie = new PhraseTrie()
  const jobs: number[] = []
  const running = new PhraseTrie()
  const runningJobs: Array<{ occupation: number, listed: boolean }> = []
  for (const [job, code] of SYNONYMS.jobs) {
    const occupation = taxonomy.occupations.indexOf(code)
    if (occupation < 0) continue
    trie.add(job, jobs.push(occupation) - 1)
    running.add(job, runningJobs.push({ occupation, listed: true }) - 1)
  }
  const words: string[][] = []
  const byWord = new Map<string, number[]>()
  for (let occupation = 0; occupation < taxonomy.occupations.size; occupation++) {
    const { title } = taxonomy.occupations.at(occupation)
    words.push(wordsOf(title))
    if (normaliseName(title).includes(' ')) running.add(title, runningJobs.push({ occupation, listed: false }) - 1)
    for (const word of words[occupation]!) {
      const known = byWord.get(word)
      if (known === undefined) byWord.set(word, [occupation])
      else known.push(occupation)
    }
  }
  const rarity = new Map([...byWord].map(([word, titles]) => [word, 32 - Math.clz32(words.length / titles.length)]))
  return { trie, rarity, byWord, words, jobs, running, runningJobs }
}

function wordsOf (title: string): string[] {
  return [...new Set(normaliseName(title).split(' '))].filter(word => word !== '' && !EMPTY_WORDS.has(word))
}
