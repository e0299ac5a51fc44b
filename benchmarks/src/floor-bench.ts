import type { Matcher } from '@padan/matcher'
import { FloorKernel } from './floor-kernel.ts'
import { GOALS_FOR } from './goals.ts'
import { LIMIT, RANK_OPTIONS, type Market } from './market.ts'
import { measure, medianOf, quantile, type Sample } from './measure.ts'
import { questionOf } from './peers/question.ts'
import { seekerColumns } from './peers/seeker-columns.ts'
import type { Row } from './row.ts'
import { spread } from './spread.ts'

const GOAL = 'ratio <= 3'

/** The index's layout, in bytes; `docs/index-structure.md` draws it. */
const POSTING = 22.25
const BLOCK_OF_POSTINGS = 32
const BLOCK = 16
const WORDS_OF_A_PERSON = 10.75
const ROW = 64
const HELD_UNIT = 8

/** More than any cache holds. */
const WORDS = 64 * 1024 * 1024
const BYTES_PER_WORD = 4

const FLOOR = 'floor'
const POSTINGS = 'all postings asked for'

/**
 * The floor of `rankSeekers`: reading, in one tight loop, as many bytes as an exact answer has to touch in an index of this layout that knew the
 * score of the last place beforehand and left aside whom units and distance rule out. README.md says what is counted.
 */
export async function floorBench (index: Matcher, market: Market, asked: readonly string[], rounds: number): Promise<Row[]> {
  const bench = `rankSeekers beside its floor, ${market.numSeekers.toLocaleString('en')} seekers`
  const bytes = countBytes(index, market, asked)
  const stream = streamer()
  const needed = await measure(bytes, { rounds }, one => stream(one.needed))
  const postings = await measure(bytes, { rounds }, one => stream(one.postings))
  const sample = await measure(asked, { rounds }, id => index.rankSeekers(id, RANK_OPTIONS).results.length)
  const [median, ...others] = spread(sample, { bench, case: 'index' })
  const beside = (name: string, floor: Sample, goal: string | null): Row => ({ ...median, ratioTo: name, ratio: quantile(sample, 0.5) / quantile(floor, 0.5), goal })
  const size = (name: string, values: readonly number[]): Row => ({ bench, case: name, metric: 'bytes, median', value: medianOf(values), unit: 'B', ratioTo: null, ratio: null, goal: null })
  return [
    ...spread(needed, { bench, case: FLOOR }),
    size(FLOOR, bytes.map(one => one.needed)),
    ...spread(postings, { bench, case: POSTINGS }),
    size(POSTINGS, bytes.map(one => one.postings)),
    beside(FLOOR, needed, market.numSeekers === GOALS_FOR ? GOAL : null),
    beside(POSTINGS, postings, null),
    ...others,
  ]
}

/** Walks through words, a little for each question, so that no cache holds what comes next; over and over. */
function streamer (): (bytes: number) => number {
  const words = new Int32Array(WORDS).fill(1)
  let position = 0
  return bytes => {
    const count = Math.min(WORDS, Math.ceil(bytes / BYTES_PER_WORD))
    if (position + count > WORDS) position = 0
    const sum = sumOf(words, position, position + count)
    position += count
    return sum
  }
}

/** Bytes of each question. One posting a person is counted, however many families the units asked for fall into. */
function countBytes (index: Matcher, market: Market, asked: readonly string[]): { needed: number, postings: number }[] {
  const { taxonomy, vacancies } = market
  const columns = seekerColumns(market)
  const kernel = new FloorKernel(columns)
  const meanUnits = columns.units.unit.length / columns.size
  const byId = new Map(vacancies.map(vacancy => [vacancy.id, vacancy]))
  return asked.map(id => {
    const { results } = index.rankSeekers(id, RANK_OPTIONS)
    const lastScore = results.length < LIMIT ? 0 : results[LIMIT - 1].score
    const { holdersNear, holders, others } = kernel.count(questionOf(taxonomy, columns, byId.get(id)!), lastScore)
    return {
      needed: holdersNear / BLOCK_OF_POSTINGS * BLOCK + holders * POSTING + others * WORDS_OF_A_PERSON + results.length * (ROW + meanUnits * HELD_UNIT),
      postings: holdersNear * POSTING,
    }
  })
}

/** The tight loop. */
function sumOf (words: Int32Array, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum = (sum + words[at]) | 0
  return sum
}
