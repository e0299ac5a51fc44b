import type { Demands } from '../../dist/text/index.js'
import { readEvaluationTable } from '../read-table.ts'
import { experienceAgrees, stepOf, type Gold } from './advert-gold.ts'
import { f1Of, precisionOf, recallOf, scoreOf, type Answer } from './score.ts'

/** What the text of one advert says, as a person read it; null or empty where it says nothing. */
export interface HandRead {
  id: string
  /** Lowest level that is enough. */
  level: string | null
  /** Least months; 0 where people without any are welcome. */
  experience: number | null
  /** Every place of work it may mean: `Tangerang` is the city or the regency. */
  places: readonly string[]
  employment: string | null
}

/** One advert with its columns, what the extractor reads in it, and what a person read. */
export interface HandReadCase {
  gold: Gold
  /** Codes of regions that the column may mean. */
  goldPlaces: readonly string[]
  read: Demands
  employment: string | null
  hand: HandRead
}

const HEADINGS = ['field', 'text says it', 'read', 'precision', 'recall', 'F1', 'column says it', 'text silent', 'text says otherwise', 'most F1 against the column', 'F1 against the column']

/** What was read by hand out of adverts: ids and labels, none of the adverts' words. */
export function readHandLabels (): HandRead[] {
  return readEvaluationTable('hand-read-adverts.csv').map(row => ({
    id: row.job_id!,
    level: orNull(row.level!),
    experience: row.experience === '' ? null : Number(row.experience),
    places: row.places!.split('|').filter(code => code !== ''),
    employment: orNull(row.employment!),
  }))
}

/**
 * The extractor against what a person read in the same words, and how far the columns can be reached from the words at all: `most F1` is that of a reader who
 * makes no mistake, so what is missing to 1 is what texts leave out or say otherwise.
 */
export function handReadTable (cases: readonly HandReadCase[]): string {
  const inside = (wide: string, code: string): boolean => code === wide || code.startsWith(`${wide}.`)
  const anyInside = (wide: readonly string[], codes: readonly string[]): boolean => wide.some(place => codes.some(code => inside(place, code)))
  const list = (codes: readonly string[]): readonly string[] | null => codes.length === 0 ? null : codes
  const first = ({ places }: Demands): string[] => [places.find(code => code.includes('.')) ?? places[0]].filter(code => code !== undefined)
  const step = (level: string | null): string | null => level === null ? null : stepOf(level)
  const same = (a: string, b: string): boolean => a === b
  const lines = [
    line('education', cases, ({ hand }) => step(hand.level), ({ read }) => step(read.level), same, ({ gold }) => gold.education, same),
    line('experience', cases, ({ hand }) => hand.experience, ({ read }) => read.experience, (a, b) => a === b, ({ gold }) => gold.experience, experienceAgrees),
    line('place', cases, ({ hand }) => list(hand.places), ({ read }) => list(first(read)), anyInside, ({ goldPlaces }) => list(goldPlaces), anyInside),
    line('employment type', cases, ({ hand }) => hand.employment, ({ employment }) => employment, same, ({ gold }) => gold.employment, same),
  ]
  return `| ${HEADINGS.join(' | ')} |\n|${' --- |'.repeat(HEADINGS.length)}\n${lines.join('')}`
}

function line<Value, Column> (
  field: string, cases: readonly HandReadCase[], hand: (one: HandReadCase) => Value | null, read: (one: HandReadCase) => Value | null, agree: (hand: Value, read: Value) => boolean,
  column: (one: HandReadCase) => Column | null, columnAgrees: (column: Column, said: Value) => boolean
): string {
  const against = readAnswers(cases, hand, read)
  const spoken = against.filter(({ gold, said }) => gold !== null || said !== null)
  const right = spoken.filter(({ gold, said }) => gold !== null && said !== null && agree(gold, said)).length
  const counts = { gold: spoken.filter(({ gold }) => gold !== null).length, said: spoken.filter(({ said }) => said !== null).length, right }
  const perfect = readAnswers(cases, column, hand)
  const best = scoreOf(perfect, columnAgrees)
  const own = scoreOf(readAnswers(cases, column, read), columnAgrees)
  const figures = [precisionOf(counts), recallOf(counts), f1Of(counts)].map(value => value.toFixed(3))
  return `| ${[field, counts.gold, counts.said, ...figures, best.gold, best.gold - best.said, best.said - best.right, f1Of(best).toFixed(3), f1Of(own).toFixed(3)].join(' | ')} |\n`
}

function readAnswers<Wanted, Said> (cases: readonly HandReadCase[], gold: (one: HandReadCase) => Wanted | null, said: (one: HandReadCase) => Said | null): Array<Answer<Wanted, Said>> {
  return cases.map(one => ({ gold: gold(one), said: said(one) }))
}

function orNull (cell: string): string | null {
  return cell === '' ? null : cell
}
