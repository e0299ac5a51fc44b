/** How a command can end. */
export const EXIT = Object.freeze({
  ok: 0,
  /** The run failed: the network, the disk, a taken port, a database in use. */
  failed: 1,
  /** The command line is not understood. */
  usage: 2,
  /** The data is not as it should be; nothing was written. */
  data: 3,
  /** Stopped at once by a second Ctrl-C, as shells count it. */
  interrupted: 130,
})

/** Thrown to end a command with a message for people and a code for scripts. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: number

  constructor (exitCode: number, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}

export function usageError (message: string): CommandError {
  return new CommandError(EXIT.usage, message)
}
