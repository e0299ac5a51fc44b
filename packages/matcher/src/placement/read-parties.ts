import { AN_OBJECT, EACH_ONCE, idOnce, wholeNumber, type Words } from '../records/expectations.ts'
import { FieldReader } from '../records/field-reader.ts'
import { RecordError, type RecordProblem } from '../records/problem.ts'
import { readId } from '../records/read-common.ts'
import { MOST_WHOLE } from './whole.ts'

/** A party after the door. */
export interface Party {
  id: string
  /** 0 for a seeker. */
  seats: number
  /** Numbers of those it accepts, in its order, with their rank; null without a list. */
  ranks: ReadonlyMap<number, number> | null
}

type Side = 'seekers' | 'vacancies'

const FIELDS: Readonly<Record<Side, readonly string[]>> = { seekers: ['id', 'prefers'], vacancies: ['id', 'seats', 'prefers'] }
const KNOWN_ID: Readonly<Record<Side, Words>> = {
  seekers: { en: 'the id of one of the vacancies', id: 'id salah satu lowongan' },
  vacancies: { en: 'the id of one of the seekers', id: 'id salah satu pencari kerja' },
}
const A_TIE: Words = { en: 'a list of ids, in which an inner list is a tie', id: 'daftar id; daftar di dalamnya berarti setara' }

/** Reads both sides of preference lists. Throws RecordError with everything that is wrong. */
export function readParties (preferences: unknown): Record<Side, Party[]> {
  const top = new FieldReader(0)
  const fields = top.object(preferences, '', ['seekers', 'vacancies'])
  const given: Record<Side, readonly unknown[]> = { seekers: [], vacancies: [] }
  if (fields !== undefined) for (const side of ['seekers', 'vacancies'] as const) given[side] = top.list(fields[side], `/${side}`, 0, MOST_WHOLE)
  const problems = [...top.problems]
  const read = (side: Side): PartyReader[] => given[side].map((record, row) => new PartyReader(side, row, record))
  const sides = { seekers: read('seekers'), vacancies: read('vacancies') }
  const numbers = { seekers: numbersOf(sides.seekers), vacancies: numbersOf(sides.vacancies) }
  const parties = {
    seekers: sides.seekers.map(reader => reader.party(numbers.vacancies)),
    vacancies: sides.vacancies.map(reader => reader.party(numbers.seekers)),
  }
  for (const reader of [...sides.seekers, ...sides.vacancies]) collect(reader.problems, problems)
  if (problems.length > 0) throw new RecordError(problems)
  return parties
}

function collect (some: readonly RecordProblem[], all: RecordProblem[]): void {
  for (const problem of some) all.push(problem)
}

/** First comers keep an id; whoever comes with it again has a problem. */
function numbersOf (readers: readonly PartyReader[]): Map<string, number> {
  const numbers = new Map<string, number>()
  readers.forEach((reader, row) => {
    if (reader.id === null) return
    const earlier = numbers.get(reader.id)
    if (earlier === undefined) numbers.set(reader.id, row)
    else reader.sameIdAs(earlier)
  })
  return numbers
}

/** One party: first its id, so that the others' ids are known when its list is read. */
class PartyReader {
  readonly #side: Side
  readonly #at: string
  readonly #reader: FieldReader
  readonly #fields: Record<string, unknown> | undefined

  constructor (side: Side, row: number, record: unknown) {
    this.#side = side
    this.#at = `/${side}/${row}`
    this.#reader = new FieldReader(row)
    if (record === null || typeof record !== 'object' || Array.isArray(record)) {
      this.#reader.fail(this.#at, 'not-a-record', AN_OBJECT, record)
      return
    }
    const ids = new FieldReader(row)
    readId(ids, (record as { id?: unknown }).id)
    this.#reader.id = ids.id
    for (const problem of ids.problems) this.#reader.problems.push({ ...problem, path: `${this.#at}${problem.path}` })
    this.#fields = this.#reader.object(record, this.#at, FIELDS[side])
  }

  get id (): string | null {
    return this.#reader.id
  }

  get problems (): readonly RecordProblem[] {
    return this.#reader.problems
  }

  sameIdAs (row: number): void {
    this.#reader.fail(`${this.#at}/id`, 'duplicate-id', idOnce(row), this.#reader.id ?? '')
  }

  party (others: ReadonlyMap<string, number>): Party {
    const fields = this.#fields ?? {}
    const seats = this.#side === 'vacancies' && this.#fields !== undefined ? this.#seats(fields.seats) : 0
    return { id: this.#reader.id ?? '', seats, ranks: fields.prefers === undefined ? null : this.#ranks(fields.prefers, others) }
  }

  #seats (value: unknown): number {
    if (value === undefined) {
      this.#reader.fail(`${this.#at}/seats`, 'missing', wholeNumber(0, MOST_WHOLE))
      return 0
    }
    return this.#reader.integer(value, `${this.#at}/seats`, 0, MOST_WHOLE)
  }

  #ranks (value: unknown, others: ReadonlyMap<string, number>): Map<number, number> {
    const ranks = new Map<number, number>()
    const path = `${this.#at}/prefers`
    this.#reader.list(value, path, 0, MOST_WHOLE).forEach((entry, position) => {
      if (Array.isArray(entry)) Array.from(entry).forEach((id, inner) => this.#accept(ranks, id, position, `${path}/${position}/${inner}`, others))
      else this.#accept(ranks, entry, position, `${path}/${position}`, others)
    })
    return ranks
  }

  #accept (ranks: Map<number, number>, id: unknown, rank: number, path: string, others: ReadonlyMap<string, number>): void {
    if (typeof id !== 'string') {
      this.#reader.fail(path, 'wrong-type', A_TIE, id)
      return
    }
    const other = others.get(id)
    if (other === undefined) this.#reader.fail(path, 'unknown-code', KNOWN_ID[this.#side], id)
    else if (ranks.has(other)) this.#reader.fail(path, 'duplicate', EACH_ONCE, id)
    else ranks.set(other, rank)
  }
}
