/** A failure that people can mend: its message tells them how, and nothing more is worth showing. */
export class ExpectedError extends Error {
  override readonly name: string = 'ExpectedError'
}
