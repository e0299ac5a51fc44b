import { destination } from 'pino'
import { readConfig } from '../config.ts'
import { createLogger } from '../http/log.ts'
import { loadDemo, wantsDemo } from '../imports/load-demo.ts'
import { startService, type Service } from '../service.ts'
import { dayInJakarta } from '../time.ts'
import { CATALOGUE_HELP, CATALOGUE_OPTION, knownTaxonomy } from './catalogue-file.ts'
import { readOptions } from './options.ts'
import { count, Progress } from './progress.ts'
import { showRanking } from './show-ranking.ts'
import { stopOnSignals } from './signals.ts'

const DEMO_SIZE = { seekers: 5000, vacancies: 600 }

export const SERVE_HELP = `padan serve [--demo] [--catalogue FILE]

Serves the API until Ctrl-C. Logs are JSON lines on standard error.

  --demo              on the first start load the demo city, and show one ranking
${CATALOGUE_HELP}

Settings come from the environment:
  HOST            address to listen on (default 127.0.0.1)
  PORT            port to listen on (default 3000)
  DATABASE_URL    a PostgreSQL server; without it the embedded database is used
  PADAN_ACCESS    closed: everybody signs in (default); open: no log-in, for this machine alone (default with --demo)
  PADAN_DATA      folder of the embedded database (default .padan/data)
  LOG_LEVEL       fatal, error, warn, info, debug or silent (default info; warn with --demo)
`

/** Serves until stopped. Throws CommandError. */
export async function serveCommand (args: readonly string[]): Promise<void> {
  const options = readOptions(args, { demo: { type: 'boolean' }, ...CATALOGUE_OPTION })
  if (options.help === true) {
    process.stdout.write(SERVE_HELP)
    return
  }
  const demo = options.demo === true
  // A demo is watched by a person on this machine: requests are not logged unless asked for, and nobody signs in.
  const config = readConfig(demo ? { LOG_LEVEL: 'warn', PADAN_ACCESS: 'open', ...process.env } : process.env)
  const logger = createLogger(config.LOG_LEVEL, destination({ fd: 2, sync: true }))
  const began = performance.now()
  const progress: { bar?: Progress } = {}
  const service = await startService({
    config,
    ...await knownTaxonomy(options),
    logger,
    onProgress: (loaded, total) => { (progress.bar ??= new Progress('reading from disk', total)).at(loaded) },
  })
  stopOnSignals(service, logger)
  const { matcher } = service.registry
  const records = matcher.seekers.size + matcher.vacancies.size
  progress.bar?.end(records)
  if (records > 0) {
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    process.stderr.write(`Loaded ${count(matcher.seekers.size)} seekers and ${count(matcher.vacancies.size)} vacancies from disk in ${seconds} s.\n`)
  }
  if (demo) await showDemo(service)
  if (service.setupCode !== undefined) {
    process.stderr.write(`\nThere is no admin yet. Make the first one with POST /v1/setup (code, login, password) and this code, good for a day:\n\n  ${service.setupCode}\n`)
  }
  process.stderr.write(`\nPadan serves ${service.url} (documents: ${service.url}/docs). Stop with Ctrl-C.\n`)
}

async function showDemo ({ registry }: Service): Promise<void> {
  if (await wantsDemo(registry)) {
    const progress = new Progress('loading the demo city', DEMO_SIZE.seekers + DEMO_SIZE.vacancies)
    const stored = await loadDemo(registry, DEMO_SIZE, records => progress.at(records))
    progress.end(stored)
  }
  const shown = await showRanking(registry, dayInJakarta(new Date()))
  if (shown !== undefined) process.stdout.write(`\n${shown}\n`)
}
