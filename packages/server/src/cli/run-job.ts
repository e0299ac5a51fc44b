import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { extname } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { askThread } from '@padan/matcher/threads'
import { PROBLEMS } from '../errors/codes.ts'
import type { Language } from '../errors/problem.ts'
import { failureOf } from '../jobs/job-failure.ts'
import type { JobEnd, JobOutput, PartName } from '../jobs/job-output.ts'
import type { JobStart } from '../jobs/job-start.ts'
import { JOB_STEPS } from '../jobs/stages.ts'
import { resultTable } from '../tables/result-table.ts'
import { csvText } from '../tables/write-table.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { Progress } from './progress.ts'
import { tellErrors } from './table-file.ts'

const THREAD = new URL('../jobs/job-thread.js', import.meta.url)

/** Does the work of a job in a thread, with its progress on stderr. Ctrl-C ends it, and nothing is written. Throws CommandError. */
export async function runJob (start: JobStart, label: string, language: Language): Promise<JobOutput> {
  const stop = new AbortController()
  const interrupt = (): void => stop.abort(new CommandError(EXIT.interrupted, 'stopped; nothing was written.'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt)
  const progress = new Progress(label, JOB_STEPS)
  try {
    const end = await askThread<JobEnd>(THREAD, start, { signal: stop.signal, onProgress: done => progress.at(done) })
    if ('failure' in end) throw refused(end.failure, language)
    progress.end(JOB_STEPS)
    return end.output
  } catch (error) {
    const failure = error instanceof CommandError ? undefined : failureOf(error)
    throw failure === undefined ? error : refused(failure, language)
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt)
  }
}

function refused ({ code, detail, detailId, errors = [] }: Extract<JobEnd, { failure: unknown }>['failure'], language: Language): CommandError {
  tellErrors('the request', errors, language)
  const { title, titleId } = PROBLEMS[code]
  const words = language === 'id' ? detailId ?? `${titleId}.` : detail ?? `${title}.`
  return new CommandError(code === 'bad-market' ? EXIT.data : EXIT.failed, words)
}

/** Where `--out` leads and what is written there. Throws CommandError. */
export function outputFormat (path: string | undefined): 'csv' | 'json' {
  if (path === undefined) return 'csv'
  const extension = extname(path).toLowerCase()
  if (extension === '.csv' || extension === '.json') return extension === '.csv' ? 'csv' : 'json'
  throw usageError(`--out takes a .csv or a .json file, got '${path}'.`)
}

/** Writes a result: as CSV one of its lists, as JSON all of it. */
export async function writeResult ({ result, parts }: JobOutput, path: string | undefined, list: PartName): Promise<void> {
  const output: Writable = path === undefined ? process.stdout : createWriteStream(path)
  const texts = outputFormat(path) === 'csv' ? asTable(result, list, parts[list] ?? []) : asJson(result, parts)
  for (const text of texts) if (!output.write(text)) await once(output, 'drain')
  if (path === undefined) return
  output.end()
  await finished(output)
}

function * asTable (result: string, list: PartName, chunks: readonly string[]): Generator<string, void> {
  const table = resultTable(JSON.parse(result), list)
  if (table === undefined) throw new Error(`The result has no list of ${list}.`)
  yield csvText([table.header])
  for (const chunk of chunks) yield csvText((JSON.parse(chunk) as object[]).flatMap(table.rows))
}

/** The result's object with its lists in it; chunks are lists, and put together without being read. */
function * asJson (result: string, parts: JobOutput['parts']): Generator<string, void> {
  yield result.slice(0, -1)
  for (const [name, chunks] of Object.entries(parts)) {
    yield `,\n${JSON.stringify(name)}:[`
    for (const [number, chunk] of chunks.entries()) yield `${number === 0 ? '' : ','}\n${chunk.slice(1, -1)}`
    yield ']'
  }
  yield '}\n'
}
