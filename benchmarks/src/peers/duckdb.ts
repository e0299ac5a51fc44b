import type { DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement, DuckDBType, DuckDBValue } from '@duckdb/node-api'
import type { Market } from '../market.ts'
import { MarketTables } from './market-tables.ts'
import type { Peer, PeerResult } from './peer.ts'
import type { Question } from './question.ts'
import { askedUnits, CREDIT_TABLES, singleValues } from './question-values.ts'
import { rankingSql, type Dialect } from './ranking-sql.ts'

type Driver = typeof import('@duckdb/node-api')
type Kind = 'integer' | 'bigint' | 'double' | 'integer[]'

interface Column {
  name: string
  kind: Kind
  /** Numbers, NaN for NULL; for lists, lists of numbers. */
  values: ArrayLike<number> | readonly number[][]
}

/** Rows that are replaced stay until a checkpoint, and every question would walk past them. */
const QUESTIONS_PER_CHECKPOINT = 20
/** Rows of a data chunk: DuckDB's own vector size. */
const CHUNK = 2048

const DIALECT: Dialect = {
  once: '',
  value: name => `question.${name}`,
  question: numAsked => `cross join question${numAsked} as question`,
  cells: () => 'join cells on cells.cell = seekers.cell',
  credit: ({ table, column }) => `question.${table}[near.${column} + 1]`,
  joins: () => '',
  asked: numAsked => `asked${numAsked} as asked`,
  divide: (dividend, divisor) => `(${dividend} // ${divisor})`,
  greatest: (a, b) => `greatest(${a}, ${b})`,
  least: (a, b) => `least(${a}, ${b})`,
  whole: number => `cast(${number} as integer)`,
}

/**
 * DuckDB in the process, in memory, on one thread, tables ordered for its zone maps. A statement with bound parameters is planned anew for
 * every question, and so is any statement after a write to its database; that takes longer than a small ranking. So what belongs to a
 * question goes into temporary tables, which are a database of their own: one row for its values, credit tables as lists among them.
 */
export class DuckDb implements Peer {
  readonly name = 'DuckDB'
  readonly leavesOut = ''
  readonly #driver: Driver
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  readonly #statements = new Map<string, DuckDBPreparedStatement>()
  readonly #questionTables = new Set<string>()
  #market!: MarketTables
  #numAsked = 0

  private constructor (driver: Driver, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#driver = driver
    this.#instance = instance
    this.#connection = connection
  }

  static async open (): Promise<DuckDb> {
    const driver = await import('@duckdb/node-api')
    const instance = await driver.DuckDBInstance.create(':memory:', { threads: '1' })
    const connection = await instance.connect()
    // A plan that is kept must not rest on what was in the question's tables when it was made: keys outside their range then would be lost.
    await connection.run("set disabled_optimizers = 'statistics_propagation'")
    return new DuckDb(driver, instance, connection)
  }

  async load (market: Market): Promise<void> {
    this.#market = new MarketTables(market)
    for (const { name, columns } of this.#market.tables()) {
      await this.#create(`table ${name}`, columns)
      await this.#append(name, columns)
    }
  }

  async rank (vacancyId: string): Promise<PeerResult[]> {
    const question = this.#market.question(vacancyId)
    if (question === undefined) return []
    if (++this.#numAsked % QUESTIONS_PER_CHECKPOINT === 0) await (await this.#prepare('checkpoint temp')).run()
    await this.#fillQuestion(question)
    const statement = await this.#prepare(rankingSql(question, this.#market.numJobs, DIALECT))
    const [n, score] = (await statement.runAndReadAll()).getColumns() as [number[], (number | bigint)[]]
    return n.map((row, place) => this.#market.result(row, score[place]))
  }

  close (): void {
    this.#connection.closeSync()
    this.#instance.closeSync()
  }

  async #fillQuestion (question: Question): Promise<void> {
    const { unit, perMille } = askedUnits(question)
    const numAsked = perMille.length
    await this.#refill(`question${numAsked}`, [
      ...singleValues(question).map(({ name, kind, value }): Column => ({ name, kind, values: [value] })),
      ...CREDIT_TABLES.map((name): Column => ({ name, kind: 'integer[]', values: [Array.from(question[name])] })),
    ])
    if (question.cells !== undefined) await this.#refill('cells', [{ name: 'cell', kind: 'integer', values: question.cells }])
    if (numAsked === 0) return
    await this.#refill(`asked${numAsked}`, [{ name: 'unit', kind: 'integer', values: unit }, ...perMille.map((values, row): Column => ({ name: `c${row}`, kind: 'integer', values }))])
  }

  /** Replaces the rows of a temporary table, which is made where it is not there yet. */
  async #refill (name: string, columns: readonly Column[]): Promise<void> {
    if (!this.#questionTables.has(name)) {
      await this.#create(`temporary table ${name}`, columns)
      this.#questionTables.add(name)
    }
    await (await this.#prepare(`truncate ${name}`)).run()
    await this.#append(name, columns)
  }

  async #create (what: string, columns: readonly Column[]): Promise<void> {
    await this.#connection.run(`create ${what} (${columns.map(({ name, kind }) => `${name} ${kind}`).join(', ')})`)
  }

  async #append (name: string, columns: readonly Column[]): Promise<void> {
    const types = columns.map(({ kind }) => this.#typeOf(kind))
    const numRows = columns[0].values.length
    const appender = await this.#connection.createAppender(name)
    for (let start = 0; start < numRows; start += CHUNK) {
      const length = Math.min(CHUNK, numRows - start)
      const chunk = this.#driver.DuckDBDataChunk.create(types, length)
      columns.forEach(({ kind, values }, at) => chunk.setColumnValues(at, Array.from({ length }, (_, row) => this.#value(kind, values[start + row]))))
      appender.appendDataChunk(chunk)
    }
    appender.closeSync()
  }

  async #prepare (sql: string): Promise<DuckDBPreparedStatement> {
    let statement = this.#statements.get(sql)
    if (statement === undefined) this.#statements.set(sql, statement = await this.#connection.prepare(sql))
    return statement
  }

  #typeOf (kind: Kind): DuckDBType {
    const { INTEGER, BIGINT, DOUBLE, LIST } = this.#driver
    return kind === 'double' ? DOUBLE : kind === 'bigint' ? BIGINT : kind === 'integer' ? INTEGER : LIST(INTEGER)
  }

  #value (kind: Kind, value: number | number[]): DuckDBValue {
    if (typeof value !== 'number') return this.#driver.listValue(value)
    if (kind === 'bigint') return BigInt(value)
    return Number.isNaN(value) ? null : value
  }
}
