import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Fastify from 'fastify'
import { demoCity } from '@padan/matcher/demo'
import { createLogger, readConfig, startService, type Config, type Service } from '@padan/server'
import type { Taxonomy } from '@padan/taxonomy'
import type { BenchResult } from './bench-result.ts'
import { RANK_OPTIONS } from './market.ts'
import { measureInTurn, quantile, type Sample } from './measure.ts'
import { startPostgres, type PostgresServer } from './peers/postgres-server.ts'
import type { Row } from './row.ts'
import { ServiceClient } from './service-client.ts'

/** How much of the service is measured. */
export interface ServicePlan {
  seekers: number
  questions: number
  rounds: number
  /** Seconds during which a hundred clients ask. */
  clientSeconds: number
}

const CLIENTS = 100
const MILLISECONDS = 1000
const MEBIBYTE = 2 ** 20
/** Of the seconds of the clients, before memory is looked at first: until then code is compiled and buffers grow. */
const WARM_UP = 0.25
const HTTP_GOAL = 'ratio <= 1.5'
const WARM_GOAL = 'value <= 3'
const IMPORT_GOAL = 'value >= 5000'
/** Flat: not more than a tenth above. */
const FLAT_GOAL = 'ratio <= 1.1'
/** The sizes the goals are stated for. */
const GOALS_FOR = 60_000

/**
 * The service on a PostgreSQL of its own, asked over HTTP from this process: importing, starting again from the saved index, rankings beside the same ranking
 * asked of the matcher plus a bare Fastify that answers with the same bytes, and a hundred clients at once. Every answer must be the matcher's own.
 */
export async function serviceBench (taxonomy: Taxonomy, plan: ServicePlan): Promise<BenchResult> {
  let postgres: PostgresServer
  try {
    postgres = await startPostgres()
  } catch (error) {
    return { rows: [], notes: [`The service is not measured: PostgreSQL cannot start here: ${error instanceof Error ? error.message : String(error)}`] }
  }
  const keys = await mkdtemp(join(tmpdir(), 'padan-bench-keys-'))
  const config = readConfig({ PADAN_ACCESS: 'open', DATABASE_URL: postgres.url, PADAN_KEYS: keys, HOST: '127.0.0.1', PORT: '0' })
  const notes = ['The PostgreSQL of the service writes without waiting for the disk (fsync off): what is measured is the work of the service and of the server.']
  try {
    return { rows: [...await importRows(taxonomy, config, plan), ...await warmRows(taxonomy, config, plan)], notes }
  } finally {
    await postgres.stop()
    await rm(keys, { recursive: true, force: true })
  }
}

async function open (taxonomy: Taxonomy, config: Config): Promise<Service> {
  return await startService({ config: { ...config, PORT: 0 }, taxonomy, logger: createLogger('silent') })
}

async function importRows (taxonomy: Taxonomy, config: Config, { seekers }: ServicePlan): Promise<Row[]> {
  const city = demoCity(taxonomy, { seekers, vacancies: Math.round(seekers / 10) })
  const service = await open(taxonomy, config)
  const client = new ServiceClient(service.url)
  const lines = (records: Iterable<unknown>): Buffer => Buffer.from([...records].map(record => JSON.stringify(record)).join('\n'))
  const bodies = { vacancies: lines(city.vacancies), seekers: lines(city.seekers) }
  const begin = performance.now()
  for (const side of ['vacancies', 'seekers'] as const) await client.post(`/v1/${side}/import`, bodies[side], 'application/x-ndjson')
  const seconds = (performance.now() - begin) / MILLISECONDS
  const numRows = service.registry.matcher.seekers.size + service.registry.matcher.vacancies.size
  client.close()
  await service.close()
  return [row(seekers, 'import', 'rows a second', numRows / seconds, '/s', IMPORT_GOAL)]
}

async function warmRows (taxonomy: Taxonomy, config: Config, plan: ServicePlan): Promise<Row[]> {
  const begin = performance.now()
  const service = await open(taxonomy, config)
  const seconds = (performance.now() - begin) / MILLISECONDS
  if (service.registry.startedFrom !== 'snapshot') throw new Error(`The service started from ${String(service.registry.startedFrom)}, and a warm start is to be measured.`)
  const client = new ServiceClient(service.url)
  try {
    const rows = [row(plan.seekers, 'warm start', 'ready after', seconds, 's', WARM_GOAL)]
    for (const side of ['seekers', 'vacancies'] as const) rows.push(...await rankRows(service, client, side, plan))
    return [...rows, ...await crowdRows(service, client, plan)]
  } finally {
    client.close()
    await service.close()
  }
}

interface Question {
  id: string
  body: string
}

function questionsOf ({ registry: { matcher } }: Service, side: 'seekers' | 'vacancies', count: number): Question[] {
  const ids = [...(side === 'seekers' ? matcher.vacancies : matcher.seekers).ids()]
  const step = Math.max(1, Math.floor(ids.length / count))
  const name = side === 'seekers' ? 'vacancyId' : 'seekerId'
  return ids.filter((_, at) => at % step === 0).slice(0, count).map(id => ({ id, body: JSON.stringify({ [name]: id, ...RANK_OPTIONS }) }))
}

/** A ranking over HTTP; the same asked of the matcher; and a bare Fastify that parses the question and answers with the same bytes: each question of all three in turn. */
async function rankRows (service: Service, client: ServiceClient, side: 'seekers' | 'vacancies', { seekers, questions, rounds }: ServicePlan): Promise<Row[]> {
  const { matcher } = service.registry
  const asked = questionsOf(service, side, questions)
  const ask = (id: string): unknown => side === 'seekers' ? matcher.rankSeekers(id, RANK_OPTIONS) : matcher.rankVacancies(id, RANK_OPTIONS)
  const path = `/v1/rank/${side}`
  const answers = new Map<string, Buffer>()
  for (const { id, body } of asked) {
    const bytes = await client.post(path, body)
    if (JSON.stringify(JSON.parse(bytes.toString())) !== JSON.stringify(ask(id))) throw new Error(`The service and the matcher rank differently for ${id}: no figure of this run is worth anything.`)
    answers.set(id, bytes)
  }
  const echo = Fastify()
  echo.post('/echo', async (request, reply) => {
    const { vacancyId, seekerId } = request.body as { vacancyId?: string, seekerId?: string }
    return await reply.type('application/json; charset=utf-8').send(answers.get(String(vacancyId ?? seekerId)))
  })
  const bare = new ServiceClient(await echo.listen({ host: '127.0.0.1', port: 0 }))
  try {
    const [core, echoed, over] = await measureInTurn(asked, { rounds }, [
      ({ id }) => JSON.stringify(ask(id)).length > 0 ? 1 : 0,
      async ({ body }) => (await bare.post('/echo', body)).length,
      async ({ body }) => (await client.post(path, body)).length,
    ])
    const middle = (sample: Sample): number => quantile(sample, 0.5)
    const floor = middle(core) + middle(echoed)
    const both = `${side}: matcher and bare Fastify`
    return [
      row(seekers, `${side}: matcher, as JSON`, 'median', middle(core), 'ms'),
      row(seekers, `${side}: bare Fastify, same bytes`, 'median', middle(echoed), 'ms'),
      row(seekers, both, 'sum of both medians', floor, 'ms'),
      { ...row(seekers, `POST ${path}`, 'median', middle(over), 'ms', HTTP_GOAL), ratioTo: both, ratio: middle(over) / floor },
    ]
  } finally {
    bare.close()
    await echo.close()
  }
}

/** A hundred clients, each asking again as soon as it is answered, and the memory in use after collecting garbage. */
async function crowdRows (service: Service, client: ServiceClient, { seekers, questions, clientSeconds }: ServicePlan): Promise<Row[]> {
  const asked = questionsOf(service, 'seekers', questions)
  let answered = 0
  const crowd = async (seconds: number): Promise<void> => {
    const until = performance.now() + seconds * MILLISECONDS
    await Promise.all(Array.from({ length: CLIENTS }, async (_, first) => {
      for (let at = first; performance.now() < until; at++) {
        await client.post('/v1/rank/seekers', asked[at % asked.length].body)
        answered++
      }
    }))
  }
  await crowd(clientSeconds * WARM_UP)
  const atStart = inUse()
  answered = 0
  const rest = clientSeconds * (1 - WARM_UP)
  await crowd(rest)
  const atEnd = inUse()
  const name = `${CLIENTS} clients for ${clientSeconds} s`
  return [
    row(seekers, name, 'answers a second', answered / rest, '/s'),
    row(seekers, `${name}: memory at the start`, 'in use', atStart, 'MiB'),
    { ...row(seekers, `${name}: memory at the end`, 'in use', atEnd, 'MiB', FLAT_GOAL), ratioTo: `${name}: memory at the start`, ratio: atEnd / atStart },
  ]
}

/** MiB of the heap and of what hangs on it. */
function inUse (): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MEBIBYTE
}

function row (numSeekers: number, name: string, metric: string, value: number, unit: string, goal: string | null = null): Row {
  return { bench: `service on PostgreSQL, ${numSeekers.toLocaleString('en')} seekers`, case: name, metric, value, unit, ratioTo: null, ratio: null, goal: numSeekers >= GOALS_FOR ? goal : null }
}
