import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { create, insertMultiple, search } from '@orama/orama'
import type { Taxonomy } from '@padan/taxonomy'
import { createExtractor, createTextIndex, stemIndonesian, textIndexOf } from '@padan/taxonomy/text'
import MiniSearch from 'minisearch'
import type { BenchResult } from './bench-result.ts'
import { measure, medianOf, once, quantile } from './measure.ts'
import type { Row } from './row.ts'
import { spread } from './spread.ts'
import { makeAdverts, misspelt } from './text-corpus.ts'

/** How much text is read. */
export interface TextPlan {
  adverts: number
  words: number
  questions: number
  rounds: number
  /** Processes that load from nothing. */
  loads: number
}

const CHILD = fileURLToPath(new URL('text-child.js', import.meta.url))
const MEGABYTE = 1e6
const NANOSECONDS = 1e6
/** Parts of the words that are timed by themselves. */
const LISTS = 20
const NO_STEMMERS = 'natural and sastrawijs are not measured: both carry a list under CC BY-NC-SA and are no dependency; PADAN_STEMMERS names a folder in which `npm install natural sastrawijs` was run.'

type Find = (text: string) => string | undefined | Promise<string | undefined>

/** Reading adverts, loading what reads them, roots of words, and search with a letter missing: beside the libraries that one would take instead, on the same words in the same run. */
export async function textBench (taxonomy: Taxonomy, plan: TextPlan): Promise<BenchResult> {
  const adverts = makeAdverts(taxonomy, plan.adverts)
  const roots = await stemRows(adverts, plan)
  return { rows: [...await extractRows(taxonomy, adverts, plan), ...await loadRows(plan), ...roots.rows, ...await searchRows(taxonomy, plan)], notes: roots.notes }
}

async function extractRows (taxonomy: Taxonomy, adverts: readonly string[], { rounds }: TextPlan): Promise<Row[]> {
  const extractor = createExtractor(taxonomy)
  const bytes = adverts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const sample = await measure([adverts], { rounds }, texts => texts.reduce((sum, text) => sum + extractor.extract(text).length, 0))
  const megabytes = bytes / MEGABYTE
  const row = (metric: string, time: number, goal: string | null): Row => ({ ...plain(`extract, ${adverts.length.toLocaleString('en')} adverts`, 'Padan', metric, megabytes / (time / 1000), 'MB/s'), goal })
  return [row('median', quantile(sample, 0.5), 'value >= 5'), row('best', quantile(sample, 0), null)]
}

async function loadRows ({ loads }: TextPlan): Promise<Row[]> {
  const runs: Array<{ milliseconds: number, bytes: number }> = []
  for (let run = 0; run < loads; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', CHILD])
    runs.push(JSON.parse(stdout) as { milliseconds: number, bytes: number })
  }
  const bench = 'extractor from nothing to the first text'
  return [
    { ...plain(bench, 'Padan', 'median', medianOf(runs.map(({ milliseconds }) => milliseconds)), 'ms'), goal: 'value <= 300' },
    plain(bench, 'Padan', 'in use', medianOf(runs.map(({ bytes }) => bytes)) / MEGABYTE, 'MB'),
  ]
}

async function stemRows (adverts: readonly string[], { words: most }: TextPlan): Promise<BenchResult> {
  const words = [...new Set(adverts.join(' ').toLowerCase().match(/[a-z]{4,}/g))].slice(0, most)
  const { stemmers, notes } = await otherStemmers()
  const bench = `roots of ${words.length.toLocaleString('en')} words`
  const rows: Row[] = []
  let ours = NaN
  // Each word is new to each stemmer, since ours keeps what it has met; the first lists warm it up.
  const lists = Array.from({ length: LISTS }, (_, list) => words.filter((_, place) => place % LISTS === list))
  for (const [name, stem] of [['Padan', stemIndonesian] as const, ...stemmers]) {
    const sample = await measure(lists, { rounds: 1, isWarm: true }, list => list.reduce((sum, word) => sum + stem(word).length, 0))
    const value = NANOSECONDS * quantile(sample, 0.5) * LISTS / words.length
    if (name === 'Padan') ours = value
    rows.push({ ...plain(bench, name, 'median a word', value, 'ns'), ...name === 'Padan' ? {} : { ratioTo: 'Padan', ratio: value / ours } })
  }
  return { rows, notes }
}

type Stem = (word: string) => string

async function otherStemmers (): Promise<{ stemmers: Array<readonly [string, Stem]>, notes: string[] }> {
  const folder = process.env.PADAN_STEMMERS
  if (folder === undefined || folder === '') return { stemmers: [], notes: [NO_STEMMERS] }
  const locate = (name: string): string => pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href
  const { default: natural } = await import(locate('natural/lib/natural/stemmers/indonesian/stemmer_id.js')) as { default: { stem: Stem } }
  const { Stemmer } = await import(locate('sastrawijs')) as { Stemmer: new () => { stem: Stem } }
  const sastrawi = new Stemmer()
  return { stemmers: [['natural', word => natural.stem(word)], ['sastrawijs', word => sastrawi.stem(word)]], notes: [] }
}

/** Occupations by their title with a letter missing: MiniSearch and Orama with one letter of tolerance. */
async function searchRows (taxonomy: Taxonomy, { questions, rounds }: TextPlan): Promise<Row[]> {
  const { occupations } = taxonomy
  const things = Array.from({ length: occupations.size }, (_, index) => occupations.at(index)).map(({ code, title }) => ({ code, label: title }))
  const step = Math.max(1, Math.floor(things.length / questions))
  const asked = things.filter((_, place) => place % step === 0).slice(0, questions).map(({ code, label }) => ({ code, text: misspelt(label) }))
  const bench = `search among ${things.length.toLocaleString('en')} occupations, a letter missing`
  let index = createTextIndex(things)
  const mini = new MiniSearch<{ id: string, label: string }>({ fields: ['label'] })
  const orama = create({ schema: { label: 'string' } })
  const documents = things.map(({ code, label }) => ({ id: code, label }))
  // Terms of words are kept between indexes, so the first one paid for them.
  const built = [once(() => { index = createTextIndex(things) }), once(() => mini.addAll(documents)), await timed(async () => await insertMultiple(orama, documents, documents.length))]
  const finds: ReadonlyArray<readonly [string, Find]> = [
    ['Padan', text => index.search(text, { limit: 10 })[0]?.code],
    ['MiniSearch', text => mini.search(text, { fuzzy: 1 }).slice(0, 10)[0]?.id as string | undefined],
    ['Orama', async text => (await search(orama, { term: text, limit: 10, tolerance: 1 })).hits[0]?.id],
  ]
  const rows: Row[] = []
  let ours: Awaited<ReturnType<typeof measure>> | undefined
  for (const [place, [name, find]] of finds.entries()) {
    let first = 0
    for (const { code, text } of asked) if (await find(text) === code) first++
    const sample = await measure(asked, { rounds, isWarm: true }, ({ text }) => lengthOf(find(text)))
    rows.push(...spread(sample, { bench, case: name, ...ours === undefined ? {} : { index: ours, ours: 'Padan' } }), plain(bench, name, 'right one first', first / asked.length, 'of all'), plain(bench, name, 'building', built[place], 'ms'))
    ours ??= sample
  }
  // The index that ships holds everyday titles too.
  rows.push(plain(bench, 'Padan, all titles', 'building', once(() => { textIndexOf(taxonomy, 'occupation').search('kasir') }), 'ms'))
  return rows
}

function lengthOf (code: string | undefined | Promise<string | undefined>): number | Promise<number> {
  return code instanceof Promise ? code.then(found => found?.length ?? 0) : code?.length ?? 0
}

async function timed (work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

function plain (bench: string, name: string, metric: string, value: number, unit: string): Row {
  return { bench, case: name, metric, value, unit, ratioTo: null, ratio: null, goal: null }
}
