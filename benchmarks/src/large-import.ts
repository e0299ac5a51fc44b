import { demoCity } from '@padan/matcher/demo'
import type { Service } from '@padan/server'
import { loadTaxonomy } from '@padan/taxonomy'
import { onPostgres } from './on-postgres.ts'
import { ask, importPeople } from './people-import.ts'

/**
 * One import of many seekers and one of as many people, each a file, into a PostgreSQL of its own:
 * `node benchmarks/dist/large-import.js [rows of seekers] [rows of people]` (default 100,000 each). It is no part of the benchmark: it takes minutes.
 */
const TELL_MS = 15_000

const DEFAULT_ROWS = 100_000
const [numSeekers, numPeople] = [Number(process.argv[2] ?? DEFAULT_ROWS), Number(process.argv[3] ?? process.argv[2] ?? DEFAULT_ROWS)]
const taxonomy = await loadTaxonomy()
await onPostgres(taxonomy, async (service, authorization) => {
  await importSeekers(service, authorization)
  await tellPeople(service, authorization)
})

async function importSeekers ({ url, registry }: Service, authorization: string): Promise<void> {
  const body = [...demoCity(taxonomy, { seekers: numSeekers, vacancies: 0 }).seekers].map(record => JSON.stringify(record)).join('\n')
  const begin = performance.now()
  await ask(`${url}/v1/seekers/import`, authorization, body, 'application/x-ndjson')
  tell('seekers', registry.matcher.seekers.size, numSeekers, begin)
}

async function tellPeople (service: Service, authorization: string): Promise<void> {
  const begin = performance.now()
  let toldAt = begin
  const { putBySeconds } = await importPeople(service, authorization, numPeople, done => {
    if (performance.now() - toldAt < TELL_MS) return
    toldAt = performance.now()
    console.log(`people: ${done} of ${numPeople} after ${((toldAt - begin) / 1000).toFixed(0)} s`)
  })
  console.log(`people: read and put by after ${putBySeconds.toFixed(1)} s`)
  tell('people', numPeople, numPeople, begin)
}

function tell (what: string, count: number, sent: number, begin: number): void {
  if (count !== sent) throw new Error(`${count} ${what} are there, and ${sent} were sent.`)
  const seconds = (performance.now() - begin) / 1000
  console.log(`${what}: ${count} rows in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} rows/s; ${cpuSeconds().toFixed(1)} s of this process so far`)
}

/** Of the processor, whatever else the machine does. */
function cpuSeconds (): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000_000
}
