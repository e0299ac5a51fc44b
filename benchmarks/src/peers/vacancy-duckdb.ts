import type { Seeker } from '@padan/matcher'
import type { Taxonomy } from '@padan/taxonomy'
import type { VacancyMarket } from '../vacancy-market.ts'
import { DuckDbSession, type DuckDbColumn } from './duckdb-session.ts'
import { cellsAround } from './grid.ts'
import type { Peer, PeerResult } from './peer.ts'
import { seekerQuestion, type SeekerQuestion } from './seeker-question.ts'
import { vacancyColumns, type VacancyColumns } from './vacancy-columns.ts'
import { vacancyRankingSql } from './vacancy-ranking-sql.ts'
import { vacancyTables } from './vacancy-tables.ts'

const METRES_PER_KM = 1000

/** DuckDB the other way round, set up alike. */
export class VacancyDuckDb implements Peer<VacancyMarket, Seeker> {
  readonly name = 'DuckDB'
  readonly leavesOut = ''
  readonly #session: DuckDbSession
  #taxonomy!: Taxonomy
  #columns!: VacancyColumns

  private constructor (session: DuckDbSession) {
    this.#session = session
  }

  static async open (): Promise<VacancyDuckDb> {
    return new VacancyDuckDb(await DuckDbSession.open())
  }

  async load (market: VacancyMarket): Promise<void> {
    this.#taxonomy = market.taxonomy
    this.#columns = vacancyColumns(market)
    for (const { name, columns } of vacancyTables(this.#columns)) await this.#session.load(name, columns)
  }

  async rank (seeker: Seeker): Promise<PeerResult[]> {
    const question = seekerQuestion(this.#taxonomy, this.#columns, seeker)
    const cells = cellsOf(question, seeker)
    await this.#session.beginQuestion()
    await this.#session.refill('question', valuesOf(question))
    if (cells !== undefined) await this.#session.refill('cells', [{ name: 'cell', kind: 'integer', values: cells }])
    if (question.unitsStated) await this.#session.refill('credited', creditedUnits(question))
    const rows = await this.#session.rank(vacancyRankingSql(question, cells !== undefined))
    return rows.map(({ n, score }) => ({ id: this.#columns.ids[n], score: Number(score) }))
  }

  close (): void {
    this.#session.close()
  }
}

/** Where vacancies can be in reach; undefined for everywhere. */
function cellsOf ({ spot, beyond }: SeekerQuestion, { reachKm }: Seeker): number[] | undefined {
  return spot === undefined || beyond === Infinity ? undefined : cellsAround(spot, (reachKm! + 1) * METRES_PER_KM)
}

function valuesOf (question: SeekerQuestion): DuckDbColumn[] {
  const { asOf, spot, beyond, needs, wage, jobTypes, maxHours, education, fields, licences, milliMonths, occupations, sectors } = question
  const integer = (name: string, value: number): DuckDbColumn => ({ name, kind: 'integer', values: [value] })
  const double = (name: string, value: number): DuckDbColumn => ({ name, kind: 'double', values: [value] })
  const list = (name: string, values: ArrayLike<number> | undefined): DuckDbColumn => ({ name, kind: 'integer[]', values: [Array.from(values ?? [])] })
  return [
    integer('as_of', asOf),
    double('x', spot?.x ?? NaN),
    double('y', spot?.y ?? NaN),
    double('z', spot?.z ?? NaN),
    double('beyond', beyond),
    integer('needs', needs),
    { name: 'wage', kind: 'bigint', values: [wage] },
    integer('job_types', jobTypes),
    integer('max_hours', maxHours),
    list('education', education),
    list('fields', fields),
    list('licences', licences),
    list('milli_months', milliMonths),
    list('occupations', occupations),
    list('sectors', sectors),
  ]
}

function creditedUnits ({ units, certified }: SeekerQuestion): DuckDbColumn[] {
  const credited = Array.from(units.keys()).filter(unit => units[unit] > 0)
  const integer = (name: string, values: number[]): DuckDbColumn => ({ name, kind: 'integer', values })
  return [integer('unit', credited), integer('credit', credited.map(unit => units[unit])), integer('certified', credited.map(unit => certified[unit]))]
}
