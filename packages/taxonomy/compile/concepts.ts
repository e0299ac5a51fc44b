import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { normaliseName } from '../dist/normalise.js'
import { packInts } from '../dist/packed-ints.js'
import type { ClusterTable, ConceptTable } from '../dist/tables.js'
import type { ConceptEvidence, ConceptKind } from '../dist/types.js'
import { cellList, readOwnTable } from './read-table.ts'

/** A concept as it was written by hand. The file it stands in is its sector. */
export interface ConceptRow {
  code: string
  kind: ConceptKind
  sector: string
  title: string
  titleEn: string
  synonyms: string[]
  abbreviations: string[]
  misspellings: string[]
  /** Keys of units. */
  units: string[]
  occupations: string[]
  /** Code of the wider concept, or ''. */
  broader: string
  evidence: ConceptEvidence
}

const FOLDER = fileURLToPath(new URL('../sources/concepts/', import.meta.url))

const NO_EVIDENCE: Readonly<ConceptEvidence> = Object.freeze({ adverts: 0, titles: 0, criteria: 0, occupations: 0, references: 0, pages: 0 })

const ADDRESS = /^https?:\/\/[^\s/]+\.[^\s/]+(?:\/\S*)?$/

const DAY = /^\d{4}-\d\d-\d\d$/

/** Shorter names (`las`, `cat`) stand in too many titles to mean the scheme. */
const SHORTEST_NAME_IN_CLUSTER = 4

/** A public page on which a name of a concept was read: the name as it stands there, the page's address and the day it was seen. No text is kept. */
export interface ConceptPage {
  concept: string
  term: string
  address: string
  seen: string
}

/** All hand-made concepts in code order, with the counts of the last counting and of the pages cited. Throws for a code that stands twice and for a page that cannot be right. */
export function readConcepts (): ConceptRow[] {
  const rows = readRows()
  const cited = readOwnTable('concept-pages.csv').map((row): ConceptPage => ({ concept: row.concept!, term: row.term!, address: row.address!, seen: row.seen! }))
  checkPages(cited, rows)
  const pages = new Map<string, number>()
  for (const { concept } of cited) pages.set(concept, (pages.get(concept) ?? 0) + 1)
  return rows.map(row => ({ ...row, evidence: { ...row.evidence, pages: pages.get(row.code) ?? 0 } }))
}

/** Throws where a page is cited for a concept that is not there or for a term that is no name of it, where its address or day is none, and where it is cited twice for one concept. */
export function checkPages (pages: readonly ConceptPage[], rows: readonly ConceptRow[]): void {
  const names = new Map(rows.map(row => [row.code, new Set(namesOfRow(row).map(normaliseName))]))
  const cited = new Set<string>()
  for (const { concept, term, address, seen } of pages) {
    const known = names.get(concept)
    if (known === undefined) throw new Error(`A page is cited for the concept ${concept}, which is not there.`)
    if (!known.has(normaliseName(term))) throw new Error(`A page is cited for ${JSON.stringify(term)}, which is no name of the concept ${concept}.`)
    if (!ADDRESS.test(address)) throw new Error(`${JSON.stringify(address)}, cited for the concept ${concept}, is no address of a page.`)
    if (!DAY.test(seen)) throw new Error(`${JSON.stringify(seen)}, the day the page of the concept ${concept} was seen, is no day: expected YYYY-MM-DD.`)
    const once = `${concept} ${address}`
    if (cited.has(once)) throw new Error(`${address} is cited twice for the concept ${concept}.`)
    cited.add(once)
  }
}

function readRows (): ConceptRow[] {
  const counts = new Map(readOwnTable('concept-counts.csv').map(({ code, ...counts }): [string, ConceptEvidence] => [code!, {
    adverts: Number(counts.adverts),
    titles: Number(counts.titles),
    criteria: Number(counts.criteria),
    occupations: Number(counts.occupations),
    references: Number(counts.references),
    pages: 0,
  }]))
  const rows = readdirSync(FOLDER).sort().flatMap(file => readOwnTable(`concepts/${file}`).map((row): ConceptRow => ({
    code: row.code!,
    kind: row.kind as ConceptKind,
    sector: file.slice(0, -'.csv'.length),
    title: row.title!,
    titleEn: row.title_en!,
    synonyms: cellList(row.synonyms!),
    abbreviations: cellList(row.abbreviations!),
    misspellings: cellList(row.misspellings!),
    units: cellList(row.units!),
    occupations: cellList(row.occupations!),
    broader: row.broader!,
    evidence: counts.get(row.code!) ?? NO_EVIDENCE,
  })))
  rows.sort((a, b) => a.code < b.code ? -1 : 1)
  const twice = rows.find((row, place) => row.code === rows[place + 1]?.code)
  if (twice !== undefined) throw new Error(`The concept ${twice.code} stands twice, in ${twice.sector} and elsewhere: expected once.`)
  return rows
}

/** Every name of a concept in the order of sureness: labels, synonyms, abbreviations, misspellings. */
export function namesOfRow (row: ConceptRow): string[] {
  return [row.title, row.titleEn, ...row.synonyms, ...row.abbreviations, ...row.misspellings]
}

/** The table of the concepts. A scheme is related where its title holds a name of the concept as whole words. */
export function conceptTable (rows: readonly ConceptRow[], clusters: ClusterTable): ConceptTable {
  const places = new Map(rows.map(({ code }, place) => [code, place]))
  const kindNames = [...new Set(rows.map(({ kind }) => kind))].sort()
  const sectorNames = [...new Set(rows.map(({ sector }) => sector))].sort()
  const clusterTitles = clusters.titles.map(title => ` ${normaliseName(title)} `)
  return {
    codes: rows.map(({ code }) => code),
    kindNames,
    kinds: packInts(rows.map(({ kind }) => kindNames.indexOf(kind))),
    sectorNames,
    sectors: packInts(rows.map(({ sector }) => sectorNames.indexOf(sector))),
    titles: rows.map(({ title }) => title),
    titlesEn: rows.map(({ titleEn }) => titleEn),
    synonyms: rows.map(({ synonyms }) => joined(synonyms)),
    abbreviations: rows.map(({ abbreviations }) => joined(abbreviations)),
    misspellings: rows.map(({ misspellings }) => joined(misspellings)),
    broader: packInts(rows.map(row => broaderPlace(row, places) + 1)),
    units: rows.map(({ units }) => joined(units)),
    clusters: rows.map(row => joined(clusters.codes.filter((_, place) => namesCluster(row, clusterTitles[place]!)))),
    occupations: rows.map(({ occupations }) => joined(occupations)),
    evidence: packInts(rows.flatMap(({ evidence }) => [evidence.adverts, evidence.titles, evidence.criteria, evidence.occupations, evidence.references, evidence.pages])),
  }
}

function namesCluster (row: ConceptRow, clusterTitle: string): boolean {
  return [row.title, row.titleEn, ...row.synonyms].map(normaliseName)
    .some(name => name.length >= SHORTEST_NAME_IN_CLUSTER && clusterTitle.includes(` ${name} `))
}

function broaderPlace (row: ConceptRow, places: ReadonlyMap<string, number>): number {
  if (row.broader === '') return -1
  const place = places.get(row.broader)
  if (place === undefined) throw new Error(`The concept ${row.code} stands under ${row.broader}, which is not there.`)
  return place
}

function joined (list: readonly string[]): string {
  const barred = list.find(part => part.includes('|'))
  if (barred !== undefined) throw new Error(`${JSON.stringify(barred)} holds a bar: lists are joined by it.`)
  return list.join('|')
}
