import type { Taxonomy } from '@padan/taxonomy'
import type { SeekerFacts, VacancyFacts } from './facts.ts'
import { idOnce } from './expectations.ts'
import { FieldReader } from './field-reader.ts'
import { RecordError, type RecordProblem } from './problem.ts'
import { checkTaxonomy, nameOf } from './check-taxonomy.ts'
import { readSeeker } from './read-seeker.ts'
import { readVacancy } from './read-vacancy.ts'

type Read<Facts> = (reader: FieldReader, taxonomy: Taxonomy, record: unknown) => Facts | undefined

/**
 * Everything wrong with an array of seeker records, at most a hundred problems of each and then how many more it has; empty when `put`
 * would take them. O(size of the records).
 */
export function checkSeekers (records: readonly unknown[], taxonomy: Taxonomy): RecordProblem[] {
  return readAll(records, taxonomy, readSeeker).problems
}

/** Everything wrong with an array of vacancy records, likewise. */
export function checkVacancies (records: readonly unknown[], taxonomy: Taxonomy): RecordProblem[] {
  return readAll(records, taxonomy, readVacancy).problems
}

/** Facts of seeker records, in order. Throws RecordError with the problems of every bad record. */
export function seekerFacts (records: readonly unknown[], taxonomy: Taxonomy): SeekerFacts[] {
  return factsOrThrow(readAll(records, taxonomy, readSeeker))
}

/** Facts of vacancy records, in order. Throws RecordError with the problems of every bad record. */
export function vacancyFacts (records: readonly unknown[], taxonomy: Taxonomy): VacancyFacts[] {
  return factsOrThrow(readAll(records, taxonomy, readVacancy))
}

function factsOrThrow<Facts> (read: { facts: Facts[], problems: RecordProblem[] }): Facts[] {
  if (read.problems.length > 0) throw new RecordError(read.problems)
  return read.facts
}

function readAll<Facts extends { id: string }> (records: readonly unknown[], taxonomy: Taxonomy, read: Read<Facts>): { facts: Facts[], problems: RecordProblem[] } {
  if (!Array.isArray(records)) throw new TypeError(`records must be a list of records, got ${nameOf(records)}.`)
  checkTaxonomy(taxonomy)
  const facts: Facts[] = []
  const problems: RecordProblem[] = []
  const rowOfId = new Map<string, number>()
  for (let row = 0; row < records.length; row++) {
    const reader = new FieldReader(row)
    const fact = read(reader, taxonomy, records[row])
    const earlier = reader.id === null ? undefined : rowOfId.get(reader.id)
    if (earlier !== undefined) reader.fail('/id', 'duplicate-id', idOnce(earlier), reader.id)
    else if (reader.id !== null) rowOfId.set(reader.id, row)
    reader.finish()
    problems.push(...reader.problems)
    if (fact !== undefined) facts.push(fact)
  }
  return { facts, problems }
}
