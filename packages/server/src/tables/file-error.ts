import type { FieldError } from '../schemas/problem.ts'

/** Thrown when a file as a whole cannot be read. Its one error tells where. */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly error: FieldError

  constructor (error: Omit<FieldError, 'pointer'>) {
    super(error.message)
    this.error = { pointer: '', ...error }
  }
}
