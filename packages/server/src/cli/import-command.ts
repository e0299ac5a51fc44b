import { KIND_NAMES } from '../imports/kinds/kinds.ts'
import { checkImport } from '../imports/check-import.ts'
import { foresee, storeImport } from '../imports/store-import.ts'
import type { Language } from '../errors/problem.ts'
import type { ImportReport } from '../schemas/import.ts'
import type { Registry } from '../store/registry.ts'
import { FileError } from '../tables/file-error.ts'
import { advertsFile } from './adverts-file.ts'
import { CATALOGUE_HELP, CATALOGUE_OPTION, knownTaxonomy } from './catalogue-file.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import type { ImportJob } from './import-job.ts'
import { languageOption } from './language.ts'
import { withRegistry } from './local-registry.ts'
import { choiceOption, readOptions, textOption } from './options.ts'
import { count, Progress } from './progress.ts'
import { runRegistryImport } from './registry-import.ts'
import { sendImport } from './send-import.ts'
import { tableFile, tellErrors, tellNotices } from './table-file.ts'

export const IMPORT_HELP = `padan import --seekers FILE | --vacancies FILE | --adverts FILE [options]
padan import --people|--pupils|--certificates|--outcomes|--work-history|--schools|--trainings|--skills|--employers|--postings FILE --url ADDRESS [options]

Stores the records of a file: in a running service with --url, else in the database that DATABASE_URL or PADAN_DATA names.
Files are CSV (.csv, .tsv, .txt), workbooks (.xlsx, first sheet) or NDJSON (.ndjson, .jsonl). The report is JSON on standard output, errors are on standard error.

  --seekers FILE      people looking for work
  --vacancies FILE    openings
  --adverts FILE      openings as a job site exports its adverts (CSV); what they do not say stays unknown
  --confirmed         what was read out of the adverts' words was looked at; without it adverts are only tried (--dry-run)
  --people FILE       and so on: tables of the registry (CSV, XLSX), stored by a running service as the account whose session's token is in PADAN_TOKEN
  --mapping JSON      of these: what headers mean, such as '{"Nama Siswa":"name","Wali Kelas":"-"}'; remembered by the service
  --bad-rows FILE     of these: where the refused rows are written to, with their reasons, as CSV
  --dry-run           check and report, store nothing
  --mode MODE         all: one bad row and nothing is stored (default); valid: the good rows are stored
  --url ADDRESS       a running service, such as http://127.0.0.1:3000; its key comes from the environment, PADAN_TOKEN
${CATALOGUE_HELP}
  --language id|en    language of the messages
`

/** Imports one or two files. Throws CommandError. */
export async function importCommand (args: readonly string[]): Promise<void> {
  const options = readOptions(args, {
    seekers: { type: 'string' },
    vacancies: { type: 'string' },
    adverts: { type: 'string' },
    confirmed: { type: 'boolean' },
    ...Object.fromEntries(KIND_NAMES.map(kind => [kind, { type: 'string' as const }])),
    mapping: { type: 'string' },
    'bad-rows': { type: 'string' },
    'dry-run': { type: 'boolean' },
    mode: { type: 'string' },
    url: { type: 'string' },
    ...CATALOGUE_OPTION,
    language: { type: 'string' },
  })
  if (options.help === true) {
    process.stdout.write(IMPORT_HELP)
    return
  }
  const mode = choiceOption(options, 'mode', ['all', 'valid'], 'all')
  const dryRun = options['dry-run'] === true
  const language = languageOption(options)
  const url = urlOption(textOption(options, 'url'))
  const jobs: ImportJob[] = []
  for (const side of ['vacancies', 'seekers'] as const) {
    const path = textOption(options, side)
    if (path !== undefined) jobs.push({ side, mode, dryRun, file: await tableFile(path) })
  }
  const adverts = textOption(options, 'adverts')
  if (adverts !== undefined) {
    const file = await advertsFile(adverts, (await knownTaxonomy(options)).taxonomy, language)
    if (!dryRun && options.confirmed !== true) throw new CommandError(EXIT.data, `${adverts}: nothing was stored. The fields above were read out of words, not told: look at them with --dry-run, then say --confirmed.`)
    jobs.push({ side: 'vacancies', mode, dryRun, file })
  }
  const tables = KIND_NAMES.flatMap(kind => textOption(options, kind) === undefined ? [] : [{ kind, path: textOption(options, kind) as string }])
  if (jobs.length === 0 && tables.length === 0) throw usageError('padan import needs a file, such as --seekers FILE; see padan import --help.')
  if (tables.length > 0 && url === undefined) throw usageError(`--${tables[0].kind} needs --url: who people are is stored by a running service, which holds the keys and knows who asks.`)
  for (const { kind, path } of tables) {
    await runRegistryImport(url as URL, { kind, file: await tableFile(path), mode, dryRun, mapping: textOption(options, 'mapping'), badRows: textOption(options, 'bad-rows') }, language)
  }
  if (jobs.length === 0) return
  if (url === undefined) await withRegistry(await knownTaxonomy(options), registry => runAll(jobs, language, job => importHere(registry, job)))
  else await runAll(jobs, language, job => sendImport(url, job))
}

function urlOption (text: string | undefined): URL | undefined {
  if (text === undefined) return undefined
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw usageError(`--url takes an address such as http://127.0.0.1:3000, got '${text}'.`)
  return new URL(text)
}

async function runAll (jobs: readonly ImportJob[], language: Language, run: (job: ImportJob) => Promise<ImportReport>): Promise<void> {
  for (const job of jobs) {
    const { path } = job.file
    const report = await run(job)
    process.stdout.write(`${JSON.stringify({ file: path, ...report })}\n`)
    tellNotices(path, report.notices, language)
    tellErrors(path, report.errors, language)
    if (report.mode === 'all' && report.rejected > 0) throw new CommandError(EXIT.data, `${path}: ${count(report.rejected)} of ${count(report.rows)} rows cannot be used; nothing was stored.`)
    process.stderr.write(`${path}: ${count(report.rows)} rows, ${count(report.stored)} stored, ${count(report.rejected)} rejected${report.dryRun ? ' (dry run)' : ''}\n`)
  }
}

async function importHere (registry: Registry, { side, file, mode, dryRun }: ImportJob): Promise<ImportReport> {
  const progress = new Progress(`checking ${file.path}`, 0)
  const options = { side, format: file.format, mode, dryRun, taxonomy: registry.taxonomy, onProgress: (rows: number) => progress.at(rows) }
  const checked = await checkImport(file.source, options).catch(error => {
    if (error instanceof FileError) throw new CommandError(EXIT.data, `${file.path}: ${error.message}`)
    throw error
  })
  progress.end(checked.report.rows)
  try {
    if (dryRun) return await foresee(registry, checked, side)
    if (mode === 'all' && checked.report.rejected > 0) return checked.report
    return await registry.write(transaction => storeImport(registry, transaction, checked, { side }))
  } finally {
    await checked.close()
  }
}
