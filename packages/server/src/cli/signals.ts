import type { Logger } from 'pino'
import type { Service } from '../service.ts'
import { EXIT } from './exit.ts'

/** A package manager passes Ctrl-C on to a process that the terminal has told already: the two are one. */
const SAME_SIGNAL_MS = 500

/**
 * Stops in order at the first Ctrl-C or termination, and at once at the second. A fault that nobody caught is logged, without its message,
 * which may quote a record, and ends the process.
 */
export function stopOnSignals (service: Service, logger: Logger): void {
  let stoppedAt: number | undefined
  const stop = (): void => {
    const now = performance.now()
    if (stoppedAt !== undefined) {
      if (now - stoppedAt > SAME_SIGNAL_MS) process.exit(EXIT.interrupted)
      return
    }
    stoppedAt = now
    process.stderr.write('\nStopping; Ctrl-C again to stop at once.\n')
    service.close().then(() => process.exit(EXIT.ok), fail)
  }
  const fail = (error: unknown): void => {
    logger.fatal({ err: error }, 'stopped by a fault')
    process.exit(EXIT.failed)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
}
