import type { DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement, DuckDBType, DuckDBValue } from '@duckdb/node-api'

type Driver = typeof import('@duckdb/node-api')
type Kind = 'integer' | 'bigint' | 'double' | 'integer[]'

export interface DuckDbColumn {
  name: string
  kind: Kind
  /** Numbers, NaN for NULL; for lists, lists of numbers. */
  values: ArrayLike<number> | readonly number[][]
}

/** Rows that are replaced stay until a checkpoint, and every question would walk past them. */
const QUESTIONS_PER_CHECKPOINT = 20
/** Rows of a data chunk: DuckDB's own vector size. */
const CHUNK = 2048

/**
 * DuckDB in the process, in memory, on one thread. A statement with bound parameters is planned anew for every question, and so is any
 * statement after a write to its database; that takes longer than a small ranking. So what belongs to a question goes into temporary
 * tables, which are a database of their own.
 */
export class DuckDbSession {
  readonly #driver: Driver
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  readonly #statements = new Map<string, DuckDBPreparedStatement>()
  readonly #questionTables = new Set<string>()
  #numAsked = 0

  private constructor (driver: Driver, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#driver = driver
    this.#instance = instance
    this.#connection = connection
  }

  static async open (): Promise<DuckDbSession> {
    const driver = await import('@duckdb/node-api')
    const instance = await driver.DuckDBInstance.create(':memory:', { threads: '1' })
    const connection = await instance.connect()
    // A plan that is kept must not rest on what was in the question's tables when it was made: keys outside their range then would be lost.
    await connection.run("set disabled_optimizers = 'statistics_propagation'")
    return new DuckDbSession(driver, instance, connection)
  }

  /** Makes a table and fills it. */
  async load (name: string, columns: readonly DuckDbColumn[]): Promise<void> {
    await this.#create(`table ${name}`, columns)
    await this.#append(name, columns)
  }

  /** To be called once for each question, before its tables are filled. */
  async beginQuestion (): Promise<void> {
    if (++this.#numAsked % QUESTIONS_PER_CHECKPOINT === 0) await (await this.#prepare('checkpoint temp')).run()
  }

  /** Replaces the rows of a temporary table, which is made where it is not there yet. */
  async refill (name: string, columns: readonly DuckDbColumn[]): Promise<void> {
    if (!this.#questionTables.has(name)) {
      await this.#create(`temporary table ${name}`, columns)
      this.#questionTables.add(name)
    }
    await (await this.#prepare(`truncate ${name}`)).run()
    await this.#append(name, columns)
  }

  /** Runs a query of two columns, row number and score, prepared once for each text. */
  async rank (sql: string): Promise<{ n: number, score: number | bigint }[]> {
    const [n, score] = (await (await this.#prepare(sql)).runAndReadAll()).getColumns() as [number[], (number | bigint)[]]
    return n.map((row, place) => ({ n: row, score: score[place] }))
  }

  close (): void {
    this.#connection.closeSync()
    this.#instance.closeSync()
  }

  async #create (what: string, columns: readonly DuckDbColumn[]): Promise<void> {
    await this.#connection.run(`create ${what} (${columns.map(({ name, kind }) => `${name} ${kind}`).join(', ')})`)
  }

  async #append (name: string, columns: readonly DuckDbColumn[]): Promise<void> {
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
