import type { RecordProblem } from '@padan/matcher'
import { PROBLEMS, type ProblemCode } from './codes.ts'
import type { FieldError, ProblemDocument } from '../schemas/problem.ts'

export type Language = 'id' | 'en'

export interface ProblemOptions {
  detail?: string
  detailId?: string
  errors?: readonly FieldError[]
  /** More members of the document, such as an import report. */
  members?: Readonly<Record<string, unknown>>
  headers?: Readonly<Record<string, string>>
}

/** Thrown anywhere in the service; becomes an RFC 9457 problem document at the door. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly status: number
  readonly options: ProblemOptions

  constructor (code: ProblemCode, options: ProblemOptions = {}) {
    super(options.detail ?? PROBLEMS[code].title)
    this.code = code
    this.status = PROBLEMS[code].status
    this.options = options
  }

  /** The document. `instance` is the request's id: an address may hold the id of a person. */
  document (requestId: string, language: Language): ProblemDocument {
    const { title, titleId, help, helpId } = PROBLEMS[this.code]
    const { detail, detailId, errors, members } = this.options
    return {
      type: `/problems/${this.code}`,
      title: language === 'id' ? titleId : title,
      status: this.status,
      detail: language === 'id' ? detailId ?? helpId : detail ?? help,
      instance: requestId,
      ...members,
      ...(errors === undefined ? {} : { errors: [...errors] }),
    }
  }
}

/**
 * The matcher's problems as members of `errors`. `prefix` is the place of the record in the request, such as `/vacancy`;
 * a row is told only when the request has rows. The matcher counts the records it was given; people count the lines of their file.
 */
export function fieldErrors (problems: readonly RecordProblem[], prefix: string = '', row?: number): FieldError[] {
  return problems.map(problem => ({
    ...(row === undefined ? {} : { row }),
    ...(problem.id === null ? {} : { id: problem.id }),
    pointer: `${prefix}${problem.path}`,
    code: problem.code,
    ...(problem.received === undefined ? {} : { received: problem.received }),
    expected: problem.expected,
    message: problem.message.replace(/^Record \d+/, row === undefined ? 'Record' : `Line ${row}`),
    messageId: problem.messageId.replace(/^Catatan \d+/, row === undefined ? 'Catatan' : `Baris ${row}`),
  }))
}

/** One thing that is wrong in a body. */
export function wrong (pointer: string, code: string, expected: string, expectedId: string, received?: string): FieldError {
  return {
    pointer,
    code,
    ...(received === undefined ? {} : { received: received.slice(0, 80) }),
    expected,
    message: `At ${pointer}: expected ${expected}.`,
    messageId: `Pada ${pointer}: seharusnya ${expectedId}.`,
  }
}

/** A body over the limit, which is named. */
export function tooLarge (limit: number | undefined): Problem {
  const bytes = limit === undefined ? '' : ` of ${limit} bytes`
  const byteId = limit === undefined ? '' : ` ${limit} bita`
  return new Problem('body-too-large', { detail: `The body is over the limit${bytes}.`, detailId: `Isi permintaan melebihi batas${byteId}.` })
}
