import type { Market } from '../market.ts'
import { DuckDbSession, type DuckDbColumn } from './duckdb-session.ts'
import { MarketTables } from './market-tables.ts'
import type { Peer, PeerResult } from './peer.ts'
import type { Question } from './question.ts'
import { askedUnits, CREDIT_TABLES, singleValues } from './question-values.ts'
import { rankingSql, type Dialect } from './ranking-sql.ts'

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

/** DuckDB with tables ordered for its zone maps. A question is one row for its values, credit tables as lists among them. */
export class DuckDb implements Peer {
  readonly name = 'DuckDB'
  readonly leavesOut = ''
  readonly #session: DuckDbSession
  #market!: MarketTables

  private constructor (session: DuckDbSession) {
    this.#session = session
  }

  static async open (): Promise<DuckDb> {
    return new DuckDb(await DuckDbSession.open())
  }

  async load (market: Market): Promise<void> {
    this.#market = new MarketTables(market)
    for (const { name, columns } of this.#market.tables()) await this.#session.load(name, columns)
  }

  async rank (vacancyId: string): Promise<PeerResult[]> {
    const question = this.#market.question(vacancyId)
    if (question === undefined) return []
    await this.#session.beginQuestion()
    await this.#fillQuestion(question)
    const rows = await this.#session.rank(rankingSql(question, this.#market.numJobs, DIALECT))
    return rows.map(({ n, score }) => this.#market.result(n, score))
  }

  close (): void {
    this.#session.close()
  }

  async #fillQuestion (question: Question): Promise<void> {
    const { unit, perMille } = askedUnits(question)
    const numAsked = perMille.length
    await this.#session.refill(`question${numAsked}`, [
      ...singleValues(question).map(({ name, kind, value }): DuckDbColumn => ({ name, kind, values: [value] })),
      ...CREDIT_TABLES.map((name): DuckDbColumn => ({ name, kind: 'integer[]', values: [Array.from(question[name])] })),
    ])
    if (question.cells !== undefined) await this.#session.refill('cells', [{ name: 'cell', kind: 'integer', values: question.cells }])
    if (numAsked === 0) return
    await this.#session.refill(`asked${numAsked}`, [{ name: 'unit', kind: 'integer', values: unit }, ...perMille.map((values, row): DuckDbColumn => ({ name: `c${row}`, kind: 'integer', values }))])
  }
}
