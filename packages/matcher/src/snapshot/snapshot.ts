import type { SeekerSegment } from '../index/seeker-segment.ts'
import type { VacancySegment } from '../index/vacancy-segment.ts'
import { ENGINE_VERSION } from '../version.ts'
import { readArrayFile, SnapshotError, writeArrayFile, type Columns } from './array-file.ts'
import { seekerColumns, seekerSegmentFrom, vacancyColumns, vacancySegmentFrom } from './segment-columns.ts'

/** Raised by every change of what stands in the arrays, or in which order: builds of one version, between two releases, differ by it. */
export const LAYOUT = 2

interface Header {
  engine: string
  /** Left out by builds from before layouts had numbers. */
  layout?: number
  taxonomy: string
  seekers: number
  vacancies: number
}

export interface Population {
  seekers: readonly SeekerSegment[]
  vacancies: readonly VacancySegment[]
}

/** Both populations as one piece of bytes. Codes are stored as indexes, so it is good for this taxonomy version alone. O(bytes). */
export function writeSnapshot (taxonomy: string, { seekers, vacancies }: Population): Uint8Array {
  const header: Header = { engine: ENGINE_VERSION, layout: LAYOUT, taxonomy, seekers: seekers.length, vacancies: vacancies.length }
  const columns: Columns = Object.assign({},
    ...seekers.map((segment, index) => seekerColumns(segment, `seekers.${index}.`)),
    ...vacancies.map((segment, index) => vacancyColumns(segment, `vacancies.${index}.`)))
  return writeArrayFile(header, columns)
}

/** The populations again. Throws SnapshotError for bytes that are damaged, foreign, or of another taxonomy or engine. O(bytes). */
export function readSnapshot (bytes: Uint8Array, taxonomy: string): Population {
  const { header, columns } = readArrayFile<Header>(bytes)
  if (header.engine !== ENGINE_VERSION) throw new SnapshotError(`The snapshot is of engine ${header.engine}, this is engine ${ENGINE_VERSION}. Rebuild it from the records.`)
  if (header.layout !== LAYOUT) throw new SnapshotError(`The snapshot was written by another build of engine ${ENGINE_VERSION}: its layout is ${header.layout ?? 1}, this build reads ${LAYOUT}. Rebuild it from the records.`)
  if (header.taxonomy !== taxonomy) throw new SnapshotError(`The snapshot is of taxonomy ${header.taxonomy}, this is taxonomy ${taxonomy}. Rebuild it from the records.`)
  return {
    seekers: Array.from({ length: header.seekers }, (_, index) => seekerSegmentFrom(columns, `seekers.${index}.`)),
    vacancies: Array.from({ length: header.vacancies }, (_, index) => vacancySegmentFrom(columns, `vacancies.${index}.`)),
  }
}
