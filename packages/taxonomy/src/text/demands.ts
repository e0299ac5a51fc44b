import { checkList, checkTaxonomy } from '../check-arguments.ts'
import type { Taxonomy } from '../types.ts'
import type { JobTypeCode, Mention } from './mention.ts'

/** What an advert asks and offers, folded from its mentions; null or empty where it says nothing. */
export interface Demands {
  /** The lowest level that is enough. */
  level: string | null
  /** Least experience in months; 0 when people without any are welcome, null as well where experience is asked without a number. */
  experience: number | null
  wage: { min: number | null, max: number | null } | null
  /** Places from the likeliest on; the first is the place of work as far as the text says, and may be a province. */
  places: string[]
  jobType: JobTypeCode | null
}

/** What is less sure than this is left to a person. */
const LEAST_SURE = 600
const LEAST_SURE_WAGE = 600

/**
 * Folds mentions into one answer a field. Where a text has a part for requirements, level and experience are read there. Levels that are only preferred
 * count when no other is named. Of several numbers of years the lowest counts. Of several places the surest comes first, then the
 * earlier; a narrower one within it goes before it. O(mentions * log mentions).
 */
export function demandsOf (mentions: readonly Mention[], taxonomy: Taxonomy): Demands {
  checkList(mentions, 'demandsOf', 'mentions')
  checkTaxonomy(taxonomy, 'demandsOf')
  const sure = mentions.filter(({ confidence }) => confidence >= LEAST_SURE)
  return {
    level: lowestLevel(sure, taxonomy),
    experience: leastExperience(sure),
    wage: firstWage(sure),
    places: placesOf(sure),
    jobType: jobTypeOf(sure),
  }
}

function lowestLevel (mentions: readonly Mention[], taxonomy: Taxonomy): string | null {
  const levels = asked(mentions.filter(({ kind, negated }) => kind === 'level' && !negated))
  const demanded = levels.filter(({ preferred }) => !preferred)
  let lowest: { code: string, rank: number } | null = null
  for (const mention of demanded.length > 0 ? demanded : levels) {
    const level = mention.kind === 'level' ? taxonomy.levels.get(mention.code) : undefined
    if (level !== undefined && (lowest === null || level.rank < lowest.rank)) lowest = level
  }
  return lowest === null ? null : lowest.code
}

function leastExperience (mentions: readonly Mention[]): number | null {
  const months = (mention: Mention): number => mention.kind === 'experience' && !mention.negated ? mention.min ?? 0 : 0
  // Experience without a number says nothing that could be counted.
  const named = asked(mentions.filter(mention => mention.kind === 'experience' && mention.min !== null))
  if (named.length === 0) return null
  if (named.some(mention => months(mention) === 0)) return 0
  const demanded = named.filter(({ preferred }) => !preferred)
  const told = demanded.length > 0 ? demanded : named
  // Of alternatives the least is enough, and what else is asked is asked as well.
  const leastOf = new Map<number | Mention, number>()
  for (const mention of told) {
    const key = mention.alternative ?? mention
    leastOf.set(key, Math.min(months(mention), leastOf.get(key) ?? Infinity))
  }
  return Math.max(...leastOf.values())
}

function firstWage (mentions: readonly Mention[]): Demands['wage'] {
  let best: Demands['wage'] = null
  let most = LEAST_SURE_WAGE - 1
  for (const mention of mentions) {
    if (mention.kind !== 'wage' || mention.negated || mention.confidence <= most || (mention.period !== null && mention.period !== 'month')) continue
    most = mention.confidence
    best = { min: mention.min, max: mention.max }
  }
  return best
}

function placesOf (mentions: readonly Mention[]): string[] {
  const places = mentions.flatMap(mention => mention.kind === 'place' && !mention.negated ? [mention] : [])
  places.sort((a, b) => b.confidence - a.confidence || a.start - b.start)
  const codes = [...new Set(places.map(({ code }) => code))]
  const [first] = codes
  // `Jakarta ... Kelapa Gading`: a narrower place within the likeliest one says the same and more.
  const narrower = codes.find(code => code.startsWith(`${first}.`))
  return narrower === undefined ? codes : [narrower, ...codes.filter(code => code !== narrower)]
}

/** How many hours counts before how long: `karyawan tetap, full time` is full time. */
function jobTypeOf (mentions: readonly Mention[]): JobTypeCode | null {
  let best: JobTypeCode | null = null
  let most = -1
  for (const mention of mentions) {
    if (mention.kind !== 'job-type' || mention.negated) continue
    const weight = mention.code === 'permanent' ? 0 : mention.confidence
    if (weight <= most) continue
    most = weight
    best = mention.code
  }
  return best
}

/** Mentions among the requirements, when there are any; else those before any heading; else all. */
function asked (mentions: readonly Mention[]): readonly Mention[] {
  const required = mentions.filter(({ section }) => section === 'requirements')
  if (required.length > 0) return required
  const open = mentions.filter(({ section }) => section === 'open')
  return open.length > 0 ? open : mentions
}
