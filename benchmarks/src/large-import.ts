import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { demoCity } from '@padan/matcher/demo'
import { createLogger, readConfig, startService, type Service } from '@padan/server'
import { loadTaxonomy } from '@padan/taxonomy'
import { describeMachine } from './machine.ts'
import { startPostgres } from './peers/postgres-server.ts'

/**
 * One import of many seekers and one of as many people, each a file, into a PostgreSQL of its own:
 * `node benchmarks/dist/large-import.js [rows of seekers] [rows of people]` (default 100,000 each). It is no part of the benchmark: it takes minutes.
 */
const LOOK_MS = 500
const TELL_MS = 15_000
const LOGIN = 'admin@contoh.example'
const PASSWORD = 'kopi susu di pasar lama'

const DEFAULT_ROWS = 100_000
const [numSeekers, numPeople] = [Number(process.argv[2] ?? DEFAULT_ROWS), Number(process.argv[3] ?? process.argv[2] ?? DEFAULT_ROWS)]
const taxonomy = await loadTaxonomy()
const postgres = await startPostgres()
const keys = await mkdtemp(join(tmpdir(), 'padan-bench-keys-'))
try {
  const config = readConfig({ PADAN_ACCESS: 'closed', DATABASE_URL: postgres.url, PADAN_KEYS: keys, HOST: '127.0.0.1', PORT: '0', IMPORT_LIMIT: '1000000000' })
  const service = await startService({ config, taxonomy, logger: createLogger('silent') })
  try {
    const authorization = await signedIn(service)
    console.log(describeMachine())
    await importSeekers(service, authorization)
    await importPeople(service, authorization)
  } finally {
    await service.close()
  }
} finally {
  await postgres.stop()
  await rm(keys, { recursive: true, force: true })
}

async function importSeekers ({ url, registry }: Service, authorization: string): Promise<void> {
  const body = [...demoCity(taxonomy, { seekers: numSeekers, vacancies: 0 }).seekers].map(record => JSON.stringify(record)).join('\n')
  const begin = performance.now()
  await ask(`${url}/v1/seekers/import`, authorization, body, 'application/x-ndjson')
  tell('seekers', registry.matcher.seekers.size, numSeekers, begin)
}

async function importPeople ({ url, registry }: Service, authorization: string): Promise<void> {
  const lines = ['NIK,Nama,Tempat lahir,Tanggal lahir,JK,Alamat,Nomor HP,Pendidikan,Keterampilan,Persetujuan']
  for (let number = 0; number < numPeople; number++) {
    const serial = String(number % 10_000).padStart(4, '0')
    const district = String(Math.floor(number / 10_000) + 1).padStart(2, '0')
    lines.push(`3671${district}150503${serial},Orang Contoh ${number},Tangerang,2003-05-15,L,Jl. Melati No. ${number},08120000${serial},SMK,Las SMAW 3G,pencocokan|berbagi dengan pemberi kerja`)
  }
  const begin = performance.now()
  const { id } = await ask(`${url}/v1/imports/people?mode=valid`, authorization, lines.join('\n'), 'text/csv') as { id: string }
  console.log(`people: read and put by after ${((performance.now() - begin) / 1000).toFixed(1)} s`)
  let toldAt = performance.now()
  while (true) {
    const { state, done, created, rejected } = await ask(`${url}/v1/imports/${id}`, authorization) as { state: string, done: number, created: number, rejected: number }
    if (state !== 'queued' && state !== 'running') {
      if (created !== numPeople) throw new Error(`${created} of ${numPeople} people were stored, ${rejected} refused; the import is ${state}.`)
      break
    }
    if (performance.now() - toldAt > TELL_MS) {
      toldAt = performance.now()
      console.log(`people: ${done} of ${numPeople} after ${((toldAt - begin) / 1000).toFixed(0)} s`)
    }
    await setTimeout(LOOK_MS)
  }
  const { count } = await registry.db.selectFrom('people').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  tell('people', Number(count), numPeople, begin)
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

async function signedIn ({ url, setupCode }: Service): Promise<string> {
  const json = 'application/json'
  await ask(`${url}/v1/setup`, undefined, JSON.stringify({ code: setupCode, login: LOGIN, password: PASSWORD }), json)
  const { token } = await ask(`${url}/v1/sessions`, undefined, JSON.stringify({ login: LOGIN, password: PASSWORD }), json) as { token: string }
  return `Bearer ${token}`
}

async function ask (address: string, authorization: string | undefined, body?: string, type?: string): Promise<unknown> {
  const response = await fetch(address, { ...(body === undefined ? {} : { method: 'POST', body }), headers: { ...(type === undefined ? {} : { 'content-type': type }), ...(authorization === undefined ? {} : { authorization }) } })
  const text = await response.text()
  if (!response.ok) throw new Error(`${address} was answered ${response.status}: ${text.slice(0, 300)}`)
  return JSON.parse(text)
}
