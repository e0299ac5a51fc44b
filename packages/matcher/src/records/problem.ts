/** What is wrong with one field of one record. `code` is stable, so that a caller can translate it. */
export interface RecordProblem {
  /** Position in the array given to `put`; 0 for a single record. */
  row: number
  /** The record's id, when it has a usable one. */
  id: string | null
  /** JSON pointer inside the record, such as `/units/2/unit`; empty for the record itself. */
  path: string
  code: ProblemCode
  /** The value that came, cut to 80 characters; absent where nothing came. */
  received?: string
  /** What would have been accepted, in English. */
  expected: string
  /** One sentence with all of the above, in English and in Indonesian. */
  message: string
  messageId: string
}

export type ProblemCode =
  | 'not-a-record' | 'unknown-field' | 'protected-attribute' | 'bad-id' | 'nik-as-id' | 'duplicate-id' | 'missing'
  | 'wrong-type' | 'not-a-number' | 'out-of-range' | 'bad-date' | 'bad-date-order' | 'bad-choice' | 'too-many' | 'too-few' | 'too-long' | 'duplicate'
  | 'unknown-code' | 'ambiguous-code' | 'too-coarse'
  /** Closes the problems of a record that has more than a hundred; `received` is how many are not listed. */
  | 'more-problems'

/** Thrown by `put`, ranking and explaining when a record is not as it should be. Nothing has changed. */
export class RecordError extends TypeError {
  override readonly name = 'RecordError'
  readonly problems: readonly RecordProblem[]

  constructor (problems: readonly RecordProblem[]) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
    super(`${problems[0].message}${more}`)
    this.problems = problems
  }
}

/** Thrown when an id names no stored record. */
export class NotFoundError extends RangeError {
  override readonly name = 'NotFoundError'
  readonly side: 'seeker' | 'vacancy'
  readonly id: string

  constructor (side: 'seeker' | 'vacancy', id: string) {
    super(`There is no ${side} '${id}'; put it first or check the id.`)
    this.side = side
    this.id = id
  }
}
