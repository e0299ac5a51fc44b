import type { DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement } from '@duckdb/node-api'
import type { Taxonomy } from '@padan/taxonomy'
import type { Market } from '../market.ts'
import type { Peer, PeerResult } from './peer.ts'
import { questionOf, type Question } from './question.ts'
import { askedUnits, creditTables, singleValues } from './ranking-parameters.ts'
import { rankingSql, type Dialect } from './ranking-sql.ts'
import { seekerColumns, type SeekerColumns } from './seeker-columns.ts'
import { numJobColumns, seekerTables, type TableColumn } from './seeker-tables.ts'
import { byId, type VacancyTable } from './vacancy-table.ts'

type Driver = typeof import('@duckdb/node-api')

/** Rows of a data chunk, DuckDB's vector size. */
const CHUNK = 2048
const DOUBLES = new Set(['x', 'y', 'z'])

const DIALECT: Dialect = {
  value: (name, kind) => `$${name}::${kind}`,
  credit: ({ column }) => `${column}_credit.credit`,
  joins: lookUps => lookUps.map(({ table, column }) => `join ${table}_credits as ${column}_credit on ${column}_credit.number = near.${column}`).join(' '),
  asked: () => 'asked',
  divide: (dividend, divisor) => `(${dividend} // ${divisor})`,
  greatest: (a, b) => `greatest(${a}, ${b})`,
  least: (a, b) => `least(${a}, ${b})`,
  whole: number => `cast(${number} as integer)`,
}

/**
 * DuckDB in the process, in memory, on one thread. Tables are ordered for its zone maps. The credit tables of a question are small tables,
 * filled by the appender and joined; bound as lists they would be planned anew as constants, which was measured to take longer.
 */
export class DuckDb implements Peer {
  readonly name = 'DuckDB'
  readonly leavesOut = ''
  readonly #driver: Driver
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  readonly #statements = new Map<string, DuckDBPreparedStatement>()
  #taxonomy!: Taxonomy
  #columns!: SeekerColumns
  #numJobs = 0
  #vacancies!: VacancyTable

  private constructor (driver: Driver, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#driver = driver
    this.#instance = instance
    this.#connection = connection
  }

  static async open (): Promise<DuckDb> {
    const driver = await import('@duckdb/node-api')
    const instance = await driver.DuckDBInstance.create(':memory:', { threads: '1' })
    return new DuckDb(driver, instance, await instance.connect())
  }

  async load (market: Market): Promise<void> {
    this.#taxonomy = market.taxonomy
    this.#columns = seekerColumns(market)
    this.#numJobs = numJobColumns(this.#columns)
    this.#vacancies = byId(market)
    for (const table of seekerTables(this.#columns)) await this.#fill(table.name, table.columns)
  }

  async rank (vacancyId: string): Promise<PeerResult[]> {
    const question = questionOf(this.#taxonomy, this.#columns, this.#vacancies.get(vacancyId)!)
    if (!question.isOpen) return []
    await this.#fillCredits(question)
    const statement = await this.#prepare(rankingSql(question, this.#numJobs, DIALECT))
    this.#bind(statement, question)
    const rows = await statement.runAndReadAll()
    const [n, score] = rows.getColumns() as number[][]
    return n.map((row, place) => ({ id: this.#columns.ids[row], score: Number(score[place]) }))
  }

  close (): void {
    this.#connection.closeSync()
    this.#instance.closeSync()
  }

  /** Tables of this question alone. */
  async #fillCredits (question: Question): Promise<void> {
    for (const table of creditTables(question)) {
      const credits = question[table]
      await this.#fill(`${table}_credits`, [{ name: 'number', kind: 'integer', values: credits.map((_, number) => number) }, { name: 'credit', kind: 'integer', values: credits }])
    }
    const { unit, perMille } = askedUnits(question)
    if (perMille.length === 0) return
    await this.#fill('asked', [{ name: 'unit', kind: 'integer', values: unit }, ...perMille.map((values, row) => ({ name: `c${row}`, kind: 'integer' as const, values }))])
  }

  async #fill (name: string, columns: readonly TableColumn[]): Promise<void> {
    const { DuckDBDataChunk, INTEGER, BIGINT, DOUBLE } = this.#driver
    const types = columns.map(({ kind }) => kind === 'double' ? DOUBLE : kind === 'bigint' ? BIGINT : INTEGER)
    const numRows = columns[0].values.length
    await this.#connection.run(`create or replace table ${name} (${columns.map((column, at) => `${column.name} ${types[at]}`).join(', ')})`)
    const appender = await this.#connection.createAppender(name)
    for (let start = 0; start < numRows; start += CHUNK) {
      const length = Math.min(CHUNK, numRows - start)
      const chunk = DuckDBDataChunk.create(types, length)
      columns.forEach(({ kind, values }, at) => {
        chunk.setColumnValues(at, Array.from({ length }, (_, row) => duckValue(kind, values[start + row])))
      })
      appender.appendDataChunk(chunk)
    }
    appender.closeSync()
  }

  async #prepare (sql: string): Promise<DuckDBPreparedStatement> {
    let statement = this.#statements.get(sql)
    if (statement === undefined) this.#statements.set(sql, statement = await this.#connection.prepare(sql))
    return statement
  }

  #bind (statement: DuckDBPreparedStatement, question: Question): void {
    for (const [name, value] of Object.entries(singleValues(question))) {
      const at = statement.parameterIndex(name)
      if (DOUBLES.has(name)) statement.bindDouble(at, value)
      else if (name === 'offer') statement.bindBigInt(at, BigInt(value))
      else statement.bindInteger(at, value)
    }
  }
}

function duckValue (kind: string, value: number): number | bigint | null {
  if (kind === 'bigint') return BigInt(value)
  return Number.isNaN(value) ? null : value
}
