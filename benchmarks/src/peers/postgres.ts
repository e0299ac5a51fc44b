import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import type { Market } from '../market.ts'
import { MarketTables } from './market-tables.ts'
import type { Peer, PeerResult } from './peer.ts'
import { startPostgres, type PostgresServer } from './postgres-server.ts'
import type { Question } from './question.ts'
import { askedUnits, CREDIT_TABLES, singleValues } from './question-values.ts'
import { rankingSql, type Dialect } from './ranking-sql.ts'
import type { Table } from './seeker-tables.ts'

const ROWS_PER_WRITE = 10_000
const PARAMETER = /\$([a-z]\w*)/g

const DIALECT: Dialect = {
  once: 'materialized',
  value: (name, kind) => `$${name}::${kind === 'double' ? 'float8' : kind}`,
  question: () => '',
  cells: () => 'join unnest($cells::integer[]) as cells(cell) on cells.cell = seekers.cell',
  credit: ({ table, column }) => `($${table}::integer[])[near.${column} + 1]`,
  joins: () => '',
  asked: numAsked => `unnest($unit::integer[]${range(numAsked, row => `, $c${row}::integer[]`)}) as asked(unit${range(numAsked, row => `, c${row}`)})`,
  divide: (dividend, divisor) => `(${dividend} / ${divisor})`,
  greatest: (a, b) => `greatest(${a}, ${b})`,
  least: (a, b) => `least(${a}, ${b})`,
  whole: number => `cast(${number} as integer)`,
}

/**
 * PostgreSQL in a process of its own on the same machine, tuned and warm: seekers clustered by cell of the grid, a covering index on
 * units, statistics up to date, one connection with prepared statements.
 */
export class Postgres implements Peer {
  readonly name = 'PostgreSQL'
  readonly leavesOut = ''
  readonly #server: PostgresServer
  readonly #client: pg.Client
  #market!: MarketTables

  private constructor (server: PostgresServer, client: pg.Client) {
    this.#server = server
    this.#client = client
  }

  static async open (): Promise<Postgres> {
    const server = await startPostgres()
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    // A plan for the very question is better than one for all of them, and costs a millisecond.
    await client.query('set plan_cache_mode = force_custom_plan')
    return new Postgres(server, client)
  }

  async load (market: Market): Promise<void> {
    this.#market = new MarketTables(market)
    for (const table of this.#market.tables()) await this.#fill(table)
    await this.#client.query('create index seekers_by_cell on seekers (cell)')
    await this.#client.query('create index units_covering on units (unit) include (n, worth, expires)')
    await this.#client.query('create index licences_covering on licences (licence) include (n, expires)')
    // Freshly loaded pages are frozen at the first time and marked visible to all at the second; index-only scans need the mark.
    for (let time = 0; time < 2; time++) await this.#client.query('vacuum (freeze, analyze)')
  }

  async rank (vacancyId: string): Promise<PeerResult[]> {
    const question = this.#market.question(vacancyId)
    if (question === undefined) return []
    const { text, values } = numbered(rankingSql(question, this.#market.numJobs, DIALECT), bindings(question))
    const { rows } = await this.#client.query<{ n: number, score: number | string }>({ name: nameOf(text), text, values })
    return rows.map(({ n, score }) => this.#market.result(n, score))
  }

  async close (): Promise<void> {
    await this.#client.end()
    await this.#server.stop()
  }

  /** COPY from a file: the quickest way in. */
  async #fill ({ name, columns, numRows }: Table): Promise<void> {
    await this.#client.query(`create table ${name} (${columns.map(column => `${column.name} ${column.kind === 'double' ? 'float8' : column.kind}`).join(', ')})`)
    const file = join(this.#server.folder, `${name}.csv`)
    await pipeline(Readable.from(csv(columns, numRows)), createWriteStream(file, { mode: 0o644 }))
    await this.#client.query(`copy ${name} from '${file}' (format csv)`)
    await rm(file)
  }
}

function range (count: number, say: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => say(at)).join('')
}

function * csv (columns: Table['columns'], numRows: number): Generator<string> {
  for (let start = 0; start < numRows; start += ROWS_PER_WRITE) {
    let text = ''
    for (let row = start; row < Math.min(numRows, start + ROWS_PER_WRITE); row++) {
      text += `${columns.map(({ values }) => Number.isNaN(values[row]) ? '' : values[row]).join()}\n`
    }
    yield text
  }
}

function bindings (question: Question): Map<string, number | string> {
  const { unit, perMille } = askedUnits(question)
  const array = (values: ArrayLike<number>): string => `{${Array.from(values).join()}}`
  return new Map<string, number | string>([
    ...singleValues(question).map(({ name, value }) => [name, value] as const),
    ...CREDIT_TABLES.map(name => [name, array(question[name])] as const),
    ['cells', array(question.cells ?? [])],
    ['unit', array(unit)],
    ...perMille.map((values, row) => [`c${row}`, array(values)] as const),
  ])
}

/** PostgreSQL counts its parameters: `$name` becomes `$1`, and only what the text names is bound. */
function numbered (sql: string, bindings: ReadonlyMap<string, number | string>): { text: string, values: (number | string)[] } {
  const names: string[] = []
  const text = sql.replace(PARAMETER, (_, name: string) => {
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  return { text, values: names.map(name => bindings.get(name)!) }
}

function nameOf (text: string): string {
  return createHash('sha1').update(text).digest('hex')
}
