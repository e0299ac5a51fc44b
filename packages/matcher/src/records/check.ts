import type { Taxonomy } from '@padan/taxonomy'
import type { SeekerFacts, VacancyFacts } from './facts.ts'
import { idOnce } from './expectations.ts'
import { FieldReader } from './field-reader.ts'
import { RecordError, type RecordProblem } from './problem.ts'
import { checkTaxonomy, nameOf } from './check-taxonomy.ts'
import { readSeeker } from './read-seeker.ts'
import { readVacancy } from './read-vacancy.ts'

/** So many ids are told apart in one call: a `Map` holds no more than 2^24. */
const MOST_AT_ONCE = 16_000_000

type Read<Facts> = (reader: FieldReader, taxonomy: Taxonomy, record: unknown) => Facts | undefined

/**
 * Everything wrong with an array of seeker records, at most a hundred problems of each and then how many more it has; empty when `put`
 * would take them. O(size of the records).
 */
export function checkSeekers (records: readonly unknown[], taxonomy: Taxonomy): RecordProblem[] {
  return problemsOf(records, taxonomy, readSeeker)
}

/** Everything wrong with an array of vacancy records, likewise. */
export function checkVacancies (records: readonly unknown[], taxonomy: Taxonomy): RecordProblem[] {
  return problemsOf(records, taxonomy, readVacancy)
}

/** Facts of seeker records, one by one and in order. In the end throws RecordError with the problems of every bad record: then none are to be used. */
export function readSeekers (records: readonly unknown[], taxonomy: Taxonomy): Generator<SeekerFacts, void> {
  return readAll(records, taxonomy, readSeeker)
}

/** Facts of vacancy records, likewise. */
export function readVacancies (records: readonly unknown[], taxonomy: Taxonomy): Generator<VacancyFacts, void> {
  return readAll(records, taxonomy, readVacancy)
}

/** Facts of seeker records, in order. Throws RecordError with the problems of every bad record. */
export function seekerFacts (records: readonly unknown[], taxonomy: Taxonomy): SeekerFacts[] {
  return [...readSeekers(records, taxonomy)]
}

/** Facts of vacancy records, in order. Throws RecordError with the problems of every bad record. */
export function vacancyFacts (records: readonly unknown[], taxonomy: Taxonomy): VacancyFacts[] {
  return [...readVacancies(records, taxonomy)]
}

function problemsOf<Facts> (records: readonly unknown[], taxonomy: Taxonomy, read: Read<Facts>): RecordProblem[] {
  const facts = readAll(records, taxonomy, read)
  try {
    while (facts.next().done !== true);
    return []
  } catch (error) {
    if (error instanceof RecordError) return [...error.problems]
    throw error
  }
}

function * readAll<Facts> (records: readonly unknown[], taxonomy: Taxonomy, read: Read<Facts>): Generator<Facts, void> {
  if (!Array.isArray(records)) throw new TypeError(`records must be a list of records, got ${nameOf(records)}.`)
  if (records.length > MOST_AT_ONCE) throw new RangeError(`At most ${MOST_AT_ONCE} records are read at a time, got ${records.length}; put them in parts.`)
  checkTaxonomy(taxonomy)
  const problems: RecordProblem[] = []
  const rowOfId = new Map<string, number>()
  for (let row = 0; row < records.length; row++) {
    const reader = new FieldReader(row)
    const facts = read(reader, taxonomy, records[row])
    const earlier = reader.id === null ? undefined : rowOfId.get(reader.id)
    if (earlier !== undefined) reader.fail('/id', 'duplicate-id', idOnce(earlier), reader.id)
    else if (reader.id !== null) rowOfId.set(reader.id, row)
    reader.finish()
    problems.push(...reader.problems)
    if (facts !== undefined && problems.length === 0) yield facts
  }
  if (problems.length > 0) throw new RecordError(problems)
}
