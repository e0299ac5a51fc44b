import type { Market } from '../market.ts'
import { MarketTables } from './market-tables.ts'
import type { Peer, PeerResult } from './peer.ts'
import type { Question } from './question.ts'
import { askedUnits, CREDIT_TABLES, singleValues } from './question-values.ts'
import { rankingSql, type Dialect } from './ranking-sql.ts'
import type { Table } from './seeker-tables.ts'
import { openSqlite, type SqliteDatabase, type SqliteStatement } from './sqlite-driver.ts'

const DIALECT: Dialect = {
  once: 'materialized',
  // The driver binds every number as a real one.
  value: (name, kind) => kind === 'double' ? `$${name}` : `cast($${name} as integer)`,
  question: () => '',
  // Walks the cells and looks each one up; the other way round it would walk everybody.
  cells: () => 'join cells on cells.cell = seekers.cell',
  credit: ({ column }) => `${column}_credit.credit`,
  joins: lookUps => lookUps.map(({ table, column }) => `cross join ${table}_credits as ${column}_credit on ${column}_credit.number = near.${column}`).join(' '),
  asked: numAsked => `asked${numAsked} as asked`,
  divide: (dividend, divisor) => `(${dividend} / ${divisor})`,
  greatest: (a, b) => `max(${a}, ${b})`,
  least: (a, b) => `min(${a}, ${b})`,
  whole: number => `cast(${number} as integer)`,
}

/** What the rows of each table are found by; they are kept in its order. */
const KEYS: Readonly<Record<Table['name'], string>> = { seekers: 'cell, n', units: 'unit, n, worth, expires', licences: 'licence, n, expires' }

/** SQLite in the process, in memory, tables without row ids clustered by what they are looked up by, credit tables as temporary tables. */
export class Sqlite implements Peer {
  readonly name = 'SQLite'
  readonly leavesOut = ''
  readonly #database: SqliteDatabase
  readonly #statements = new Map<string, SqliteStatement>()
  readonly #questionTables = new Set<string>()
  #market!: MarketTables

  private constructor (database: SqliteDatabase) {
    this.#database = database
  }

  static async open (): Promise<Sqlite> {
    const database = await openSqlite()
    database.exec('pragma temp_store = memory')
    return new Sqlite(database)
  }

  load (market: Market): void {
    this.#market = new MarketTables(market)
    for (const { name, columns, numRows } of this.#market.tables()) {
      this.#database.exec(`create table ${name} (${columns.map(column => `${column.name} ${column.kind === 'double' ? 'real' : 'integer'}`).join(', ')}, primary key (${KEYS[name]})) without rowid`)
      this.#insert(name, columns.map(({ values }) => values), numRows)
    }
    this.#database.exec('analyze')
  }

  rank (vacancyId: string): PeerResult[] {
    const question = this.#market.question(vacancyId)
    if (question === undefined) return []
    this.#fillQuestion(question)
    const sql = rankingSql(question, this.#market.numJobs, DIALECT)
    const values = Object.fromEntries(singleValues(question).filter(({ name }) => sql.includes(`$${name}`)).map(({ name, value }) => [name, value]))
    const rows = this.#prepare(sql).all(values) as { n: number, score: number }[]
    return rows.map(({ n, score }) => this.#market.result(n, score))
  }

  close (): void {
    this.#database.close()
  }

  #fillQuestion (question: Question): void {
    const { unit, perMille } = askedUnits(question)
    for (const name of CREDIT_TABLES) this.#refill(`${name}_credits`, ['number', 'credit'], [question[name].map((_, number) => number), question[name]])
    if (question.cells !== undefined) this.#refill('cells', ['cell'], [question.cells])
    if (perMille.length > 0) this.#refill(`asked${perMille.length}`, ['unit', ...perMille.map((_, row) => `c${row}`)], [unit, ...perMille])
  }

  /** Replaces the rows of a temporary table, which is made where it is not there yet. The first column is its key. */
  #refill (table: string, names: readonly string[], columns: readonly ArrayLike<number>[]): void {
    if (!this.#questionTables.has(table)) {
      this.#database.exec(`create temporary table ${table} (${names[0]} integer primary key${names.slice(1).map(name => `, ${name} integer`).join('')})`)
      this.#questionTables.add(table)
    }
    this.#prepare(`delete from ${table}`).run()
    this.#insert(table, columns, columns[0].length)
  }

  #insert (table: string, columns: readonly ArrayLike<number>[], numRows: number): void {
    const insert = this.#prepare(`insert into ${table} values (${columns.map(() => '?').join()})`)
    this.#database.exec('begin')
    for (let row = 0; row < numRows; row++) insert.run(...columns.map(values => Number.isNaN(values[row]) ? null : values[row]))
    this.#database.exec('commit')
  }

  #prepare (sql: string): SqliteStatement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) this.#statements.set(sql, statement = this.#database.prepare(sql))
    return statement
  }
}
