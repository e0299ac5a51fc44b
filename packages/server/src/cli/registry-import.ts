import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import type { Language } from '../errors/problem.ts'
import type { KindName } from '../imports/kinds/kinds.ts'
import type { ImportMode, RegistryImport } from '../schemas/import.ts'
import type { ProblemDocument } from '../schemas/problem.ts'
import { MEDIA_TYPES } from '../tables/source.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { count, Progress } from './progress.ts'
import { authorization } from './send-import.ts'
import { tellNotices, type TableFile } from './table-file.ts'

const LOOK_MS = 500

/** A table of the registry, to be sent to a running service. */
export interface RegistryImportJob {
  kind: KindName
  file: TableFile
  mode: ImportMode
  dryRun: boolean
  /** JSON of what headers of the file mean. */
  mapping?: string
  /** Where the rows that are refused are written to. */
  badRows?: string
}

/** Sends a table and follows its import to its end. Ctrl-C leaves the import to the service, which says so. Throws CommandError. */
export async function runRegistryImport (url: URL, job: RegistryImportJob, language: Language): Promise<void> {
  const { file } = job
  if (file.format === 'ndjson') throw usageError(`Tables of the registry are CSV or XLSX, got '${file.path}'.`)
  const id = await send(url, job, file.format)
  process.stderr.write(`${file.path}: import ${id}\n`)
  const done = await follow(url, id, file.path)
  process.stdout.write(`${JSON.stringify({ file: file.path, ...done })}\n`)
  tellNotices(file.path, done.notices, language)
  for (const { message, messageId, row } of done.errors) process.stderr.write(`${file.path}, ${language === 'id' ? 'baris' : 'line'} ${row}: ${language === 'id' ? messageId : message}\n`)
  if (job.badRows !== undefined && done.rejected > 0) await writeFile(job.badRows, Buffer.from(await (await ask(url, `/v1/imports/${id}/bad-rows.csv`, { headers: { 'accept-language': language } })).arrayBuffer()))
  process.stderr.write(`${file.path}: ${count(done.rows)} rows, ${count(done.created)} new, ${count(done.changed)} changed, ${count(done.unchanged)} as they were, ${count(done.rejected)} rejected${done.dryRun ? ' (dry run)' : ''}\n`)
  if (done.missing.length > 0) throw new CommandError(EXIT.data, `${file.path}: no column was found for ${done.missing.join(', ')}; say with --mapping what yours mean.`)
  if (done.state !== 'done') throw new CommandError(EXIT.data, `${file.path}: ${done.problem?.detail ?? `the import is ${done.state}`}`)
}

async function send (url: URL, { kind, file, mode, dryRun, mapping }: RegistryImportJob, format: 'csv' | 'xlsx'): Promise<string> {
  const query = new URLSearchParams({ mode, dryRun: String(dryRun), ...(mapping === undefined ? {} : { mapping }) })
  const response = await ask(url, `/v1/imports/${kind}?${query}`, {
    method: 'POST',
    headers: { 'content-type': MEDIA_TYPES[format], 'content-length': String(file.bytes), 'idempotency-key': randomUUID() },
    body: Readable.toWeb(Readable.from(file.source())),
    duplex: 'half',
  } as unknown as RequestInit)
  return (await response.json() as { id: string }).id
}

async function follow (url: URL, id: string, path: string): Promise<RegistryImport> {
  let progress: Progress | undefined
  while (true) {
    const told = await (await ask(url, `/v1/imports/${id}`)).json() as RegistryImport
    progress ??= new Progress(`importing ${path}`, told.rows)
    if (told.state !== 'queued' && told.state !== 'running') {
      progress.end(told.done)
      return told
    }
    progress.at(told.done)
    await setTimeout(LOOK_MS)
  }
}

async function ask (url: URL, path: string, { headers, ...options }: RequestInit = {}): Promise<Response> {
  const response = await fetch(new URL(path, url), { ...options, headers: { ...headers as Record<string, string>, ...authorization() } }).catch(error => {
    throw new CommandError(EXIT.failed, `${url.origin} did not answer: ${(error as Error & { cause?: Error }).cause?.message ?? (error as Error).message}.`)
  })
  if (response.ok) return response
  const { detail = response.statusText, errors = [] } = await response.json().catch(() => ({})) as Partial<ProblemDocument>
  throw new CommandError(response.status === 422 ? EXIT.data : EXIT.failed, `${url.origin} answered ${response.status}: ${[detail, ...errors.map(({ message }) => message)].join(' ')}`)
}
