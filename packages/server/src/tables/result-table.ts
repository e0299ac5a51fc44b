import type { FairPlanResult } from '../schemas/fair-result.ts'
import { BOOTH_DAYS, CHANGED_DAYS, INVITED } from './fair-tables.ts'
import type { AdvisedSeeker, FilledVacancy, PlacedSeeker, PlacementResult, ReferredVacancy } from '../schemas/placement-result.ts'

/** A list of a result as a table: its columns, and the rows of an item. */
export interface ResultTable {
  header: readonly string[]
  rows: (item: object) => string[][]
}

const PLACED: ResultTable = {
  header: ['seekerId', 'vacancyId', 'score', 'rank', 'whyNot'],
  rows: item => {
    const { id, vacancyId, score, rank, whyNot = [] } = item as PlacedSeeker
    return [[id, vacancyId ?? '', cell(score), cell(rank), whyNot.map(why => `${why.vacancyId}: ${why.reason}`).join(' | ')]]
  },
}

const FILLED: ResultTable = {
  header: ['vacancyId', 'seats', 'place', 'seekerId'],
  rows: item => {
    const { id, seats, placed } = item as FilledVacancy
    return listed([id, String(seats)], placed)
  },
}

const ADVISED: ResultTable = {
  header: ['seekerId', 'place', 'vacancyId', 'score', 'charge', 'seats', 'referred', 'ahead'],
  rows: item => {
    const { id, list } = item as AdvisedSeeker
    return list.map(({ vacancyId, score, charge, seats, referred, ahead }, position) =>
      [id, String(position + 1), vacancyId, ...[score, charge, seats, referred, ahead].map(String)])
  },
}

const REFERRED: ResultTable = {
  header: ['vacancyId', 'seats', 'place', 'seekerId'],
  rows: item => {
    const { id, seats, referred } = item as ReferredVacancy
    return listed([id, String(seats)], referred)
  },
}

/** Columns of these tables that are numbers. */
export const RESULT_NUMBERS: ReadonlySet<string> = new Set(['score', 'rank', 'seats', 'place', 'charge', 'referred', 'ahead'])

/** The table of a result's list; undefined where the result has no such list. */
export function resultTable (result: Pick<PlacementResult, 'kind' | 'method'> | Pick<FairPlanResult, 'kind' | 'replan'>, part: string): ResultTable | undefined {
  if (result.kind === 'fair-plan') {
    if (part === 'changes') return result.replan === undefined ? undefined : CHANGED_DAYS
    return part === 'seekers' ? INVITED : part === 'booths' ? BOOTH_DAYS : undefined
  }
  if (part === 'seekers') return result.method === 'recommend' ? ADVISED : PLACED
  if (part === 'vacancies') return result.method === 'recommend' ? REFERRED : FILLED
  return undefined
}

/** A row for each person; whoever has nobody still has a row, so that none is missed. */
function listed (owner: readonly string[], people: readonly string[]): string[][] {
  return people.length === 0 ? [[...owner, '', '']] : people.map((id, position) => [...owner, String(position + 1), id])
}

function cell (number: number | null): string {
  return number === null ? '' : String(number)
}
