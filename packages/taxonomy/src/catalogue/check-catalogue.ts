import type { Confidence, UnitFormat } from '../types.ts'
import { formatOfCode, shortDecree, tidyCode } from '../unit-code.ts'
import { CatalogueError } from './catalogue.ts'
import type { Catalogue, CatalogueCluster, CatalogueProblem, CatalogueRelation, CatalogueUnit } from './catalogue.ts'
import { RecordReader } from './record-reader.ts'
import { MAX_PROSE_LENGTH, readElements } from './unit-elements.ts'

export type RecordKind = 'unit' | 'cluster' | 'relation'

/** One record of a catalogue before anything about it is known. */
export interface RawRecord {
  /** What it is called in errors. */
  where: string
  kind: RecordKind
  fields: ReadonlyMap<string, unknown>
}

/** Field names by kind of record; a record that holds another one is wrong. */
export const RECORD_FIELDS: Readonly<Record<RecordKind, readonly string[]>> = Object.freeze({
  unit: ['code', 'title', 'decree', 'otherTitles', 'format', 'confidence', 'year', 'description', 'elements'],
  cluster: ['code', 'title', 'kind', 'kkni', 'occupation', 'sector', 'units'],
  relation: ['wanted', 'held', 'perMille', 'via'],
})

const FORMATS: readonly [UnitFormat, ...UnitFormat[]] = ['kbli', 'lama', 'catc-asean', 'standar-khusus', 'standar-internasional', 'permen-esdm']

/** The first is taken where a catalogue does not say. */
const CONFIDENCE_WORDS: readonly [Confidence, ...Confidence[]] = ['single', 'multi', 'official']

/** Decrees of before independence and of the far future are slips. */
const FIRST_YEAR = 1945
const LAST_YEAR = 2100

/** What a relation may give: the bounds of every relation here. */
const LEAST_PER_MILLE = 200
const MOST_PER_MILLE = 999

/** Checks records one by one. Throws a CatalogueError that lists everything wrong with any of them. */
export function checkCatalogue (records: readonly RawRecord[], earlier: readonly CatalogueProblem[] = []): Catalogue {
  const problems: CatalogueProblem[] = [...earlier]
  const catalogue: Catalogue = { units: [], clusters: [], relations: [] }
  for (const { where, kind, fields } of records) {
    const reader = new RecordReader(where, fields, problems)
    for (const name of fields.keys()) {
      if (!RECORD_FIELDS[kind].includes(name)) {
        reader.problem(`there is no field ${JSON.stringify(name)} in a ${kind}: expected ${RECORD_FIELDS[kind].join(', ')}.`)
      }
    }
    if (kind === 'unit') catalogue.units.push(readUnit(reader))
    else if (kind === 'cluster') catalogue.clusters.push(readCluster(reader))
    else catalogue.relations.push(readRelation(reader))
  }
  if (problems.length > 0) throw new CatalogueError(problems)
  return catalogue
}

function readUnit (reader: RecordReader): CatalogueUnit {
  const written = reader.required('code')
  const code = tidyCode(written)
  if (written !== '' && (code === '' || code.includes('@'))) {
    reader.problem(`code is ${JSON.stringify(written)}: expected a unit code of at most 100 characters without "@"; the decree has a field of its own.`)
  }
  const decreeText = reader.optional('decree')
  const decree = decreeText === null ? null : shortDecree(decreeText)
  if (decreeText !== null && decree === null) {
    reader.problem(`decree is ${JSON.stringify(decreeText)}: expected number and year, such as "27/2021".`)
  }
  const title = reader.required('title')
  const otherTitles = reader.list('otherTitles')
  const format = reader.optional('format') === null ? formatOfCode(code) : reader.oneOf('format', FORMATS)
  const confidence = reader.oneOf('confidence', CONFIDENCE_WORDS)
  const description = reader.optional('description', MAX_PROSE_LENGTH)
  const elements = readElements(reader)
  return {
    code,
    title,
    decree,
    otherTitles,
    format,
    confidence,
    year: reader.integer('year', FIRST_YEAR, LAST_YEAR),
    ...(description === null ? {} : { description }),
    ...(elements === undefined ? {} : { elements }),
  }
}

function readCluster (reader: RecordReader): CatalogueCluster {
  const units = reader.list('units')
  if (units.length === 0) reader.problem('units is empty: expected at least one unit code.')
  return {
    code: reader.required('code'),
    title: reader.required('title'),
    kind: reader.oneOf('kind', ['klaster', 'okupasi', 'kkni']),
    kkni: reader.integer('kkni', 1, 9),
    occupation: reader.optional('occupation'),
    sector: reader.optional('sector'),
    units,
  }
}

function readRelation (reader: RecordReader): CatalogueRelation {
  const relation = {
    wanted: reader.required('wanted'),
    held: reader.required('held'),
    perMille: reader.integer('perMille', LEAST_PER_MILLE, MOST_PER_MILLE) ?? 0,
    via: reader.optional('via') ?? '',
  }
  if (reader.optional('perMille') === null) {
    reader.problem(`perMille is missing: expected a whole number from ${LEAST_PER_MILLE} to ${MOST_PER_MILLE}.`)
  }
  return relation
}
