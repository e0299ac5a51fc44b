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

const NO_EVIDENCE: Readonly<ConceptEvidence> = Object.freeze({ adverts: 0, titles: 0, criteria: 0, occupations: 0, references: 0 })

/** Shorter names (`las`, `cat`) stand in too many titles to mean the scheme. */
const SHORTEST_NAME_IN_CLUSTER = 4

/** All hand-made concepts in code order, with the counts of the last counting. Throws for a code that stands twice. */
export function readConcepts (): ConceptRow[] {
  const counts = new Map(readOwnTable('concept-counts.csv').map(({ code, ...counts }): [string, ConceptEvidence] => [code!, {
    adverts: Number(counts.adverts),
    titles: Number(counts.titles),
    criteria: Number(counts.criteria),
    occupations: Number(counts.occupations),
    references: Number(counts.references),
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
    evidence: packInts(rows.flatMap(({ evidence }) => [evidence.adverts, evidence.titles, evidence.criteria, evidence.occupations, evidence.references])),
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
