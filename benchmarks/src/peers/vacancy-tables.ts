import { CELL_OF_ANYWHERE, cellOf } from './grid.ts'
import { orderBy, type TableColumn } from './seeker-tables.ts'
import { CERTIFICATE, MUST, type VacancyColumns } from './vacancy-columns.ts'

/** Vacancy columns as tables for a database, rows in the order in which they are looked up: vacancies by cell of the grid, their units by unit. */
export function vacancyTables (columns: VacancyColumns): { name: string, columns: TableColumn[] }[] {
  return [{ name: 'vacancies', columns: vacancyTable(columns) }, { name: 'vacancy_units', columns: unitTable(columns) }]
}

function vacancyTable (columns: VacancyColumns): TableColumn[] {
  const { size, x, y, z, remote, units: { start, rules } } = columns
  const cell = Int32Array.from({ length: size }, (_, n) => remote[n] === 1 || Number.isNaN(x[n]) ? CELL_OF_ANYWHERE : cellOf(degrees(x[n], y[n], z[n])))
  const order = orderBy(cell)
  const rulesOf = (rule: number): Int32Array => Int32Array.from({ length: size }, (_, n) => rules.subarray(start[n], start[n + 1]).filter(bits => (bits & rule) > 0).length)
  const integer = (name: string, values: ArrayLike<number>): TableColumn => ({ name, kind: 'integer', values: Int32Array.from(order, n => values[n]) })
  const double = (name: string, values: Float64Array): TableColumn => ({ name, kind: 'double', values: Float64Array.from(order, n => values[n]) })
  return [
    { name: 'n', kind: 'integer', values: order },
    integer('cell', cell),
    integer('opens', columns.opens),
    integer('closes', columns.closes),
    integer('units_told', columns.unitsTold),
    integer('num_musts', rulesOf(MUST)),
    integer('num_certificates', rulesOf(CERTIFICATE)),
    integer('rank', columns.rank),
    integer('rank_must', columns.rankMust),
    integer('fields', columns.fields),
    integer('licences', columns.licences),
    integer('months', columns.months),
    integer('occupation', columns.occupation),
    integer('sector', columns.sector),
    integer('remote', remote),
    double('x', x),
    double('y', y),
    double('z', z),
    // Ten times a wage does not fit into 32 bits.
    { ...integer('offer', columns.offer), kind: 'bigint' },
    integer('job_type', columns.jobType),
    integer('hours', columns.hours),
    integer('provides', columns.provides),
    integer('adults_only', columns.adultsOnly),
  ]
}

function unitTable ({ size, units: { start, unit, weight, rules } }: VacancyColumns): TableColumn[] {
  const owner = new Uint32Array(unit.length)
  for (let n = 0; n < size; n++) owner.fill(n, start[n], start[n + 1])
  const order = orderBy(unit)
  const integer = (name: string, values: ArrayLike<number>): TableColumn => ({ name, kind: 'integer', values: Int32Array.from(order, at => values[at]) })
  return [integer('n', owner), integer('unit', unit), integer('weight', weight), integer('rules', rules)]
}

function degrees (x: number, y: number, z: number): { lat: number, lng: number } {
  return { lat: Math.asin(z) * 180 / Math.PI, lng: Math.atan2(y, x) * 180 / Math.PI }
}
