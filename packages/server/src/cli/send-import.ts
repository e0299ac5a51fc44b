import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ImportReport } from '../schemas/import.ts'
import type { ProblemDocument } from '../schemas/problem.ts'
import { MEDIA_TYPES } from '../tables/source.ts'
import { CommandError, EXIT } from './exit.ts'
import type { ImportJob } from './import-job.ts'
import { Progress } from './progress.ts'

/** Sends a file to a running service and returns its report; a refusal comes as a report too. Throws CommandError. */
export async function sendImport (url: URL, { side, file, mode, dryRun }: ImportJob): Promise<ImportReport> {
  const address = new URL(`/v1/${side}/import?mode=${mode}&dryRun=${dryRun}`, url)
  const progress = new Progress(`sending ${file.path} (bytes)`, file.bytes)
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': MEDIA_TYPES[file.format], 'content-length': String(file.bytes), 'idempotency-key': randomUUID(), ...authorization() },
    body: Readable.toWeb(Readable.from(watched(file.source(), progress))),
    duplex: 'half',
  } as unknown as RequestInit).catch(error => {
    throw new CommandError(EXIT.failed, `${address.origin} did not answer: ${(error as Error & { cause?: Error }).cause?.message ?? (error as Error).message}.`)
  })
  progress.end(file.bytes)
  const answer = await response.json().catch(() => ({})) as Partial<ImportReport & ProblemDocument>
  if (answer.rows !== undefined) return answer as ImportReport
  const detail = answer.detail ?? response.statusText
  throw new CommandError(response.status === 422 ? EXIT.data : EXIT.failed, `${address.origin} answered ${response.status}: ${detail}`)
}

/** A service that is not open wants a key: from the environment, since a command line is seen by everybody on the machine. */
export function authorization (): Record<string, string> {
  const { PADAN_TOKEN } = process.env
  return PADAN_TOKEN === undefined || PADAN_TOKEN === '' ? {} : { authorization: `Bearer ${PADAN_TOKEN}` }
}

async function * watched (chunks: AsyncIterable<Uint8Array>, progress: Progress): AsyncGenerator<Uint8Array, void> {
  let sent = 0
  for await (const chunk of chunks) {
    yield chunk
    sent += chunk.length
    progress.at(sent)
  }
}
