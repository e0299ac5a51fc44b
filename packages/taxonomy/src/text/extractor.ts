import { checkText, isObject, isTaxonomy, told } from '../check-arguments.ts'
import type { Taxonomy } from '../types.ts'
import { withMakers } from './bare-programs.ts'
import { beginsMark, markReadings } from './marks.ts'
import type { Mention, MentionKind, Reading, Section } from './mention.ts'
import { passagesOf } from './passages.ts'
import { findProtectedDemands, tellsOfDemand } from './protected-demands.ts'
import { beginsOccupation, findOccupations } from './occupation.ts'
import { thingsOf } from './search/taxonomy-indexes.ts'
import type { IndexedThing } from './search/text-index.ts'
import { beginsAccommodation, readAccommodations } from './readers/accommodation.ts'
import { conceptReader, likenessReader } from './readers/concept.ts'
import { readEducation, tellsOfSchooling } from './readers/education.ts'
import { beginsExperience, readExperience } from './readers/experience.ts'
import { beginsJobType, readJobTypes } from './readers/job-type.ts'
import { isLanguage, readLanguages } from './readers/language.ts'
import { beginsLicence, readLicences } from './readers/licence.ts'
import { beginsPlace, placeWords, readPlaces } from './readers/place.ts'
import { beginsAmount, readWages } from './readers/wage.ts'
import { tokensOf, type Token } from './tokens.ts'
import { beginsHeading, headingOf } from './sections.ts'
import { createSpeller } from './typos.ts'
import { createUnitFinder } from './unit-finder.ts'
import { createWordBook, type Wakes } from './word-book.ts'
import { MENDABLE_WORDS, SOUND_WORDS } from './words/mendable.ts'

export interface ExtractorOptions {
  /** Kinds to look for; all of them unless told. */
  kinds?: readonly MentionKind[]
  /** Mentions below this confidence are left out, per mille, 0 to 1000. Default 0. */
  minConfidence?: number
  /** Reading stops after so many mentions, 1 or more. Default 100,000: it bounds the memory a hostile text can take. */
  maxMentions?: number
}

/** A catalogue alone, of whatever country: skills of ESCO, courses, products. Kinds that need a taxonomy's registers are not looked for. */
export interface CatalogueSource {
  things: readonly IndexedThing[]
}

export interface Extractor {
  /**
   * What a text names, in the order of the text (start, then end, then kind). Every mention's `surface` is `text.slice(start, end)`. The same text
   * gives the same mentions on every machine. O(length): the text is read line by line, and longer lines in pieces of at most 4,000 characters.
   */
  extract (text: string): Mention[]
}

export const MENTION_KINDS: readonly MentionKind[] = Object.freeze([
  'unit', 'concept', 'level', 'field', 'licence', 'occupation', 'experience', 'wage', 'place', 'language', 'job-type', 'accommodation', 'protected',
] as const)

const DEFAULT_MAX_MENTIONS = 100_000

/** A typing error was mended in it: so much less sure. */
const MENDED_COST = 150
/** A contract or an internship among the duties is likelier the work's subject: `menyusun kontrak kerja`; a place among them one to travel to. */
const DUTY_COST: Partial<Record<MentionKind, number>> = { 'job-type': 400, place: 150 }
/** Kinds of employment that tell of hours are nobody's subject. */
const HOURS: ReadonlySet<string> = new Set(['full-time', 'part-time'])

/** Reads a passage. `reader` is its own bit in the words that wake it; a passage without any is not shown to it. */
interface Reader {
  wakes: Wakes
  read (text: string, tokens: readonly Token[], reader: number): Reading[]
}

/**
 * Prepares the reading of adverts and other free text, Indonesian and English, with the words of a taxonomy (which may be a user's own catalogue), or of any
 * list of things: then `concept` mentions are its things, found by name and, where a clause holds no name, by likeness (`createTextIndex`). Throws
 * TypeError for a source that is neither, RangeError for options that are unknown or out of range.
 */
export function createExtractor (source: Taxonomy | CatalogueSource, options: ExtractorOptions = {}): Extractor {
  if (!isObject(source) || !('things' in source || isTaxonomy(source))) {
    throw new TypeError(`createExtractor needs a taxonomy, from await loadTaxonomy(), or a catalogue as { things: [{ code, label }] }, got ${told(source)}.`)
  }
  const { kinds, minConfidence, maxMentions } = readOptions(options)
  const readers = 'things' in source ? catalogueReaders(source, kinds) : readersOf(source, kinds)
  const places = 'things' in source ? [] : placeWords(source).filter(word => word.length >= SHORTEST_MENDED_PLACE)
  const speller = createSpeller([...MENDABLE_WORDS, ...places], SOUND_WORDS)
  const factsOf = createWordBook(speller, [beginsHeading, beginsMark, ...readers.map(({ wakes }) => wakes)])
  return {
    extract (text) {
      checkText(text, 'extract')
      const mentions: Mention[] = []
      let section: Section = 'open'
      let groups = 0
      for (const passage of passagesOf(text)) {
        const tokens = withMakers(passage.text, tokensOf(passage.text, factsOf), factsOf)
        if (tokens.length === 0) continue
        const heading = (tokens[0]!.facts.wakes & HEADING) === 0 ? undefined : headingOf(passage.text, tokens)
        section = heading?.section ?? section
        const readings = settled(readAll(passage.text, tokens, readers), heading?.end ?? 0)
        if (readings.length === 0) continue
        let groupsHere = 0
        for (const { reading, first, last, negated, preferred, group } of markReadings(passage.text, tokens, readings, MARK)) {
          const confidence = confidenceOf(reading, section, tokens, first, last)
          if (confidence < minConfidence) continue
          if (mentions.length === maxMentions) return mentions
          const start = passage.start + reading.start
          const end = passage.start + reading.end
          const alternative = group < 0 ? null : groups + group
          groupsHere = Math.max(groupsHere, group + 1)
          mentions.push({ start, end, surface: text.slice(start, end), confidence, section, negated, preferred, alternative, ...reading.meaning })
        }
        groups += groupsHere
      }
      return mentions
    },
  }
}

/** Names of cities shorter than this have neighbours among everyday words. */
const SHORTEST_MENDED_PLACE = 8

/** Bits of the words that wake no reader but begin headings, denials and preferences; those of the readers follow. */
const HEADING = 1 << 0
const MARK = 1 << 1
const FIRST_READER = 2

function readAll (text: string, tokens: readonly Token[], readers: readonly Reader[]): Reading[] {
  let woken = 0
  for (const { facts } of tokens) woken |= facts.wakes
  const readings: Reading[] = []
  for (let place = 0; place < readers.length; place++) {
    const reader = 1 << (FIRST_READER + place)
    if ((woken & reader) !== 0) for (const reading of readers[place]!.read(text, tokens, reader)) readings.push(reading)
  }
  return readings
}

/** Kinds that are the same in every catalogue. */
const EVERYWHERE: ReadonlyArray<readonly [kind: MentionKind, reader: Reader]> = [
  ['experience', { wakes: beginsExperience, read: readExperience }],
  ['wage', { wakes: beginsAmount, read: readWages }],
  ['language', { wakes: isLanguage, read: readLanguages }],
  ['job-type', { wakes: beginsJobType, read: readJobTypes }],
  ['protected', { wakes: (_word, surface) => tellsOfDemand(surface), read: readProtected }],
]

function catalogueReaders ({ things }: CatalogueSource, kinds: ReadonlySet<MentionKind>): Reader[] {
  if (!Array.isArray(things)) throw new RangeError(`things must be a list of things with code and label, got ${told(things)}.`)
  const readers = EVERYWHERE.filter(([kind]) => kinds.has(kind)).map(([, reader]) => reader)
  return kinds.has('concept') ? [likenessReader(things as readonly IndexedThing[]), ...readers] : readers
}

/** Readers are made where a kind is asked for, since some take their words from all of the taxonomy. */
function readersOf (taxonomy: Taxonomy, kinds: ReadonlySet<MentionKind>): Reader[] {
  const byKind: ReadonlyArray<readonly [kinds: readonly MentionKind[], make: () => Reader]> = [
    [['unit'], () => unitReader(taxonomy)],
    [['concept'], () => conceptReader(thingsOf(taxonomy, 'concept'))],
    [['occupation'], () => ({ wakes: word => beginsOccupation(word, taxonomy), read: (_text, tokens, reader) => readOccupations(tokens, taxonomy, reader) })],
    [['level', 'field'], () => ({
      wakes: (_word, surface) => tellsOfSchooling(surface), read: (text, tokens) => readEducation(text, tokens, taxonomy).filter(({ meaning }) => kinds.has(meaning.kind)),
    })],
    [['place'], () => ({ wakes: word => beginsPlace(word, taxonomy), read: (text, tokens, reader) => readPlaces(text, tokens, taxonomy, reader) })],
    [['licence'], () => ({ wakes: word => beginsLicence(word, taxonomy), read: (text, tokens, reader) => readLicences(text, tokens, taxonomy, reader) })],
    [['accommodation'], () => ({ wakes: word => beginsAccommodation(word, taxonomy), read: (_text, tokens, reader) => readAccommodations(tokens, taxonomy, reader) })],
    ...EVERYWHERE.map(([kind, reader]) => [[kind], () => reader] as const),
  ]
  return byKind.filter(([named]) => named.some(kind => kinds.has(kind))).map(([, make]) => make())
}

const UNIT_SURENESS = { code: 1000, title: 900, synonym: 850 } as const

function unitReader (taxonomy: Taxonomy): Reader {
  const finder = createUnitFinder(taxonomy)
  return {
    wakes: finder.begins,
    read: (text, tokens, reader) => finder.findIn(text, tokens, reader).map(({ unit, start, end, by }) => ({
      start, end, confidence: UNIT_SURENESS[by], meaning: { kind: 'unit', code: taxonomy.units.codeAt(unit), by },
    })),
  }
}

function readOccupations (tokens: readonly Token[], taxonomy: Taxonomy, reader: number): Reading[] {
  return findOccupations(tokens, taxonomy, reader).map(({ occupation, first, last, listed }) => ({
    start: tokens[first]!.start, end: tokens[last]!.end, confidence: listed ? 750 : 650, meaning: { kind: 'occupation', code: taxonomy.occupations.codeAt(occupation) },
  }))
}

function readProtected (text: string): Reading[] {
  return findProtectedDemands(text).map(({ kind, start, end }) => ({ start, end, confidence: 900, meaning: { kind: 'protected', demand: kind, refused: true } }))
}

function confidenceOf ({ confidence, meaning }: Reading, section: Section, tokens: readonly Token[], first: number, last: number): number {
  let sure = confidence
  if (section === 'duties' && !(meaning.kind === 'job-type' && HOURS.has(meaning.code))) sure -= DUTY_COST[meaning.kind] ?? 0
  for (let place = first; place <= last; place++) {
    if (tokens[place]!.facts.mended) return Math.max(0, sure - MENDED_COST)
  }
  return Math.max(0, sure)
}

/** What a heading holds is no thing that is asked for: `Tanggung jawab`, `Skills:`. */
const NOT_IN_HEADINGS: ReadonlySet<MentionKind> = new Set(['concept', 'unit', 'occupation'])

/** Readings in order. A word that names a field of study or stands in a licence is no job beside it: `jurusan akuntansi`, `STR Perawat`. */
function settled (readings: Reading[], headingEnd: number): Reading[] {
  if (readings.length > 1) readings.sort(inOrder)
  let covered = 0
  return readings.filter(({ start, end, meaning }) => {
    const { kind } = meaning
    if (end <= start || (end <= headingEnd && (NOT_IN_HEADINGS.has(kind) || (kind === 'experience' && meaning.min === null)))) return false
    if (kind === 'field' || kind === 'licence') covered = Math.max(covered, end)
    return kind !== 'occupation' || start >= covered
  })
}

function inOrder (left: Reading, right: Reading): number {
  return left.start - right.start || left.end - right.end || MENTION_KINDS.indexOf(left.meaning.kind) - MENTION_KINDS.indexOf(right.meaning.kind)
}

function readOptions (options: ExtractorOptions): { kinds: ReadonlySet<MentionKind>, minConfidence: number, maxMentions: number } {
  if (!isObject(options) || Array.isArray(options)) throw new RangeError(`Options must be an object, got ${told(options)}.`)
  for (const name of Object.keys(options)) {
    if (!OPTION_NAMES.includes(name)) throw new RangeError(`There is no option '${name}'; the options are ${OPTION_NAMES.join(', ')}.`)
  }
  const { kinds = MENTION_KINDS, minConfidence = 0, maxMentions = DEFAULT_MAX_MENTIONS } = options
  if (!Array.isArray(kinds)) throw new RangeError(`kinds must be a list with any of ${MENTION_KINDS.join(', ')}, got ${String(kinds)}.`)
  for (const kind of kinds) {
    if (!MENTION_KINDS.includes(kind)) throw new RangeError(`There is no kind '${String(kind)}'; the kinds are ${MENTION_KINDS.join(', ')}.`)
  }
  if (!Number.isInteger(minConfidence) || minConfidence < 0 || minConfidence > 1000) {
    throw new RangeError(`minConfidence must be a whole number from 0 to 1000, got ${String(minConfidence)}.`)
  }
  if (!Number.isInteger(maxMentions) || maxMentions < 1) throw new RangeError(`maxMentions must be a whole number of 1 or more, got ${String(maxMentions)}.`)
  return { kinds: new Set(kinds), minConfidence, maxMentions }
}

const OPTION_NAMES: readonly string[] = ['kinds', 'minConfidence', 'maxMentions']
