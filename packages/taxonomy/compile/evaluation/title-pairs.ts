import { basename, dirname } from 'node:path'
import { similarTitles } from '../../dist/text/index.js'
import { readEvaluationTable, readOwnTable, tableReader } from '../read-table.ts'
import { gramsOf, wordsOf } from './baseline-searches.ts'
import { intervalOf, leadText } from './bootstrap.ts'
import { damage } from './damage.ts'
import { hashOf, partOf, type Part } from './split.ts'

const SEED = 'padan-titles-1'
const HEADINGS = ['titles', 'pairs', 'likeness', 'AUC', 'lead over the better baseline', 'damaged words: AUC', 'lead over the better baseline']

/** A job with the titles that mean it; `near` is what jobs that are easily taken for it share. */
interface Job {
  code: string
  near: string
  titles: readonly string[]
}

interface Pair {
  left: string
  right: string
  same: boolean
}

type Likeness = (left: string, right: string) => number

/**
 * How well a likeness of titles tells two names of one job from names of two jobs: the share of (same, other) pairs in which the same is likelier, ties half (AUC).
 * Every second other job is one of the same group, the rest is any; of the titles written in two ways it is a near one, chosen by hand.
 */
export function titlesTable (escoFiles: readonly string[], part: Part): string {
  const listed = new Map<string, string[]>()
  for (const { title, occupation } of readOwnTable('job-titles.csv')) listed.set(occupation!, [...listed.get(occupation!) ?? [], title!])
  const everyday = [...listed].map(([code, titles]): Job => ({ code, near: code.slice(0, 2), titles }))
  const twoWays = readEvaluationTable('title-variants.csv')
  const variants = twoWays.filter(({ title }) => partOf(title!, SEED) === part)
    .flatMap(({ title, same, other }): Pair[] => [{ left: title!, right: same!, same: true }, { left: title!, right: other!, same: false }])
  const lines = [
    ...jobLines('everyday titles of KBJI, Indonesian and English', everyday, part),
    ...linesOf('titles written in two ways, by hand', variants, twoWays.flatMap(({ title, same, other }) => [title!, same!, other!])),
  ]
  const occupations = escoFiles.find(path => path.includes('occupations'))
  if (occupations !== undefined) {
    const jobs = tableReader(dirname(occupations))(basename(occupations)).map((row): Job => ({
      code: row.esco_code!, near: row.isco08!, titles: [row.preferred_label!, ...row.alt_labels!.split('|').map(label => label.trim())].filter(title => title !== ''),
    }))
    lines.push(...jobLines('ESCO titles, English', jobs, part))
  }
  return `| ${HEADINGS.join(' | ')} |\n|${' --- |'.repeat(HEADINGS.length)}\n${lines.join('')}`
}

function jobLines (name: string, jobs: readonly Job[], part: Part): string[] {
  return linesOf(name, pairsOf(jobs, part), jobs.flatMap(job => job.titles))
}

function linesOf (name: string, pairs: readonly Pair[], titles: readonly string[]): string[] {
  const bent = pairs.map(pair => ({ ...pair, right: damage(pair.right, SEED) }))
  const searches = [['Padan', similarTitles], ['character n-grams', cosineOf(titles, gramsOf)], ['BM25', bm25Of(titles)]] as const
  const curves = searches.map(([search, likeness]) => ({ search, plain: curveOf(pairs, likeness), damaged: curveOf(bent, likeness) }))
  const once = new Uint16Array(pairs.length).fill(1)
  const [ours, ...baselines] = curves
  const lead = (words: 'plain' | 'damaged'): string => {
    const better = [...baselines].sort((a, b) => b[words](once) - a[words](once))[0]!
    const ahead = (times: Uint16Array): number => ours![words](times) - better[words](times)
    return leadText(ahead(once), intervalOf(pairs.length, ahead))
  }
  return curves.map(({ search, plain, damaged }) => {
    const leads = search === ours!.search ? [lead('plain'), lead('damaged')] : ['', '']
    return `| ${[name, pairs.length, search, plain(once).toFixed(3), leads[0], damaged(once).toFixed(3), leads[1]].join(' | ')} |\n`
  })
}

function pairsOf (jobs: readonly Job[], part: Part): Pair[] {
  const several = jobs.map(job => ({ ...job, titles: [...new Set(job.titles.map(title => title.toLowerCase()))] }))
  const byNear = new Map<string, typeof several>()
  for (const job of several) byNear.set(job.near, [...byNear.get(job.near) ?? [], job])
  return several.filter(({ code, titles }) => titles.length > 1 && partOf(code, SEED) === part).flatMap(({ code, near, titles }, place) => {
    const hash = hashOf(`${SEED}:${code}`)
    const first = hash % titles.length
    const second = (first + 1 + (hash >>> 8) % (titles.length - 1)) % titles.length
    const others = (place % 2 === 0 ? byNear.get(near)! : several).filter(other => other.code !== code)
    const other = others[(hash >>> 4) % Math.max(1, others.length)]
    const left = titles[first]!
    const pairs: Pair[] = [{ left, right: titles[second]!, same: true }]
    if (other !== undefined) pairs.push({ left, right: other.titles[(hash >>> 12) % other.titles.length]!, same: false })
    return pairs
  })
}

/** AUC of a likeness over the pairs, each counted as often as told: pairs are sorted once, and walked from the least likely up. */
function curveOf (pairs: readonly Pair[], likeness: Likeness): (times: Uint16Array) => number {
  const scores = pairs.map(({ left, right }) => likeness(left, right))
  const order = [...pairs.keys()].sort((a, b) => scores[a]! - scores[b]!)
  return times => {
    let won = 0
    let below = 0
    let alike = 0
    for (let from = 0; from < order.length;) {
      let [same, others, to] = [0, 0, from]
      for (; to < order.length && scores[order[to]!] === scores[order[from]!]; to++) {
        if (pairs[order[to]!]!.same) same += times[order[to]!]!
        else others += times[order[to]!]!
      }
      won += same * (below + others / 2)
      below += others
      alike += same
      from = to
    }
    return won / (alike * below)
  }
}

/** Cosine of TF-IDF, rarities from all titles. */
function cosineOf (titles: readonly string[], partsOf: (text: string) => ReadonlyMap<string, number>): Likeness {
  const documents = new Map<string, number>()
  for (const title of titles) for (const key of partsOf(title).keys()) documents.set(key, (documents.get(key) ?? 0) + 1)
  const vector = (title: string): Map<string, number> => new Map([...partsOf(title)].map(([key, count]) => [key, count * (Math.log((1 + titles.length) / (1 + (documents.get(key) ?? 0))) + 1)]))
  const norm = (values: ReadonlyMap<string, number>): number => Math.hypot(...values.values()) || 1
  return (left, right) => {
    const [one, other] = [vector(left), vector(right)]
    let dot = 0
    for (const [key, value] of one) dot += value * (other.get(key) ?? 0)
    return dot / (norm(one) * norm(other))
  }
}

/** BM25 (k1 1.2, b 0.75) of either title as the question to the other, added up. */
function bm25Of (titles: readonly string[]): Likeness {
  const documents = new Map<string, number>()
  let words = 0
  for (const title of titles) {
    const own = wordsOf(title)
    words += own.length
    for (const word of new Set(own)) documents.set(word, (documents.get(word) ?? 0) + 1)
  }
  const mean = words / titles.length
  const score = (question: readonly string[], answer: readonly string[]): number => {
    let sum = 0
    for (const word of new Set(question)) {
      const count = answer.filter(own => own === word).length
      const seen = documents.get(word) ?? 0
      sum += Math.log(1 + (titles.length - seen + 0.5) / (seen + 0.5)) * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * answer.length / mean))
    }
    return sum
  }
  return (left, right) => score(wordsOf(left), wordsOf(right)) + score(wordsOf(right), wordsOf(left))
}
