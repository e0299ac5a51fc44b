import { EVIDENCE_PER_MILLE, UNKNOWN } from './codings.ts'
import type { SeekerColumns } from './seeker-columns.ts'
import { chordBeyond } from './sphere.ts'

/** A column of a database table, NULL where a double is NaN. */
export interface TableColumn {
  name: string
  kind: 'integer' | 'bigint' | 'double'
  values: ArrayLike<number>
}

export interface Table {
  name: 'seekers' | 'units' | 'licences'
  numRows: number
  columns: TableColumn[]
}

/**
 * Seeker columns as tables for a database: integers throughout, rows in the order in which they are looked up. `seekers` is ordered by
 * cell of the grid, `units` by unit, `licences` by seeker; `n` is the seeker's number and settles ties. Work done stands in the seekers'
 * rows, in as many pairs of columns as the longest list has entries.
 */
export function seekerTables (columns: SeekerColumns): Table[] {
  return [seekerTable(columns), unitTable(columns), licenceTable(columns)]
}

export function numJobColumns ({ jobs: { start } }: SeekerColumns): number {
  let most = 0
  for (let n = 0; n + 1 < start.length; n++) most = Math.max(most, start[n + 1] - start[n])
  return most
}

function seekerTable (columns: SeekerColumns): Table {
  const { size, cell, rank, fields, occupations, sectors, work, wage, reach, x, y, z, needs, adultFrom, unitsStated, jobsStated, licencesStated, jobs } = columns
  const order = orderBy(cell)
  const integer = (name: string, values: ArrayLike<number>): TableColumn => ({ name, kind: 'integer', values: Int32Array.from(order, n => values[n]) })
  const double = (name: string, valueOf: (n: number) => number): TableColumn => ({ name, kind: 'double', values: Float64Array.from(order, valueOf) })
  const jobColumns = Array.from({ length: numJobColumns(columns) }, (_, job) => {
    const has = (n: number): boolean => jobs.start[n] + job < jobs.start[n + 1]
    const occupation = Int32Array.from({ length: size }, (_, n) => has(n) ? jobs.occupation[jobs.start[n] + job] : 0)
    const months = Int32Array.from({ length: size }, (_, n) => has(n) ? jobs.months[jobs.start[n] + job] : 0)
    return [integer(`occupation${job}`, occupation), integer(`months${job}`, months)]
  })
  return {
    name: 'seekers',
    numRows: size,
    columns: [
      { name: 'n', kind: 'integer', values: order },
      integer('cell', cell),
      integer('rank', rank),
      integer('fields', fields),
      integer('occupations', occupations),
      integer('sectors', sectors),
      integer('work', work),
      // Ten times a wage does not fit into 32 bits.
      { ...integer('wage', wage), kind: 'bigint' },
      double('beyond', n => reach[n] === UNKNOWN ? NaN : chordBeyond(reach[n])),
      double('x', n => x[n]),
      double('y', n => y[n]),
      double('z', n => z[n]),
      integer('needs', needs),
      integer('adult_from', adultFrom),
      integer('units_stated', unitsStated),
      integer('jobs_stated', jobsStated),
      integer('licences_stated', licencesStated),
      ...jobColumns.flat(),
    ],
  }
}

function unitTable ({ units: { start, unit, evidence, expires } }: SeekerColumns): Table {
  const holders = holdersOf(start)
  const order = orderBy(unit)
  const integer = (name: string, valueOf: (at: number) => number): TableColumn => ({ name, kind: 'integer', values: Int32Array.from(order, valueOf) })
  return {
    name: 'units',
    numRows: unit.length,
    columns: [
      integer('n', at => holders[at]),
      integer('unit', at => unit[at]),
      integer('worth', at => EVIDENCE_PER_MILLE[evidence[at]]),
      integer('expires', at => expires[at]),
    ],
  }
}

function licenceTable ({ licences: { start, licence, expires } }: SeekerColumns): Table {
  return {
    name: 'licences',
    numRows: licence.length,
    columns: [
      { name: 'n', kind: 'integer', values: holdersOf(start) },
      { name: 'licence', kind: 'integer', values: licence },
      { name: 'expires', kind: 'integer', values: expires },
    ],
  }
}

/** Whose each entry of a list of spans is. */
function holdersOf (start: Uint32Array): Uint32Array {
  const holders = new Uint32Array(start[start.length - 1])
  for (let n = 0; n + 1 < start.length; n++) holders.fill(n, start[n], start[n + 1])
  return holders
}

/** Positions in ascending order of their keys, equal keys as they come: a counting sort. O(positions + range of keys). */
export function orderBy (keys: ArrayLike<number>): Uint32Array {
  let least = Infinity
  let most = -Infinity
  for (let at = 0; at < keys.length; at++) {
    least = Math.min(least, keys[at])
    most = Math.max(most, keys[at])
  }
  const order = new Uint32Array(keys.length)
  if (keys.length === 0) return order
  const next = new Uint32Array(most - least + 2)
  for (let at = 0; at < keys.length; at++) next[keys[at] - least + 1]++
  for (let key = 1; key < next.length; key++) next[key] += next[key - 1]
  for (let at = 0; at < keys.length; at++) order[next[keys[at] - least]++] = at
  return order
}
