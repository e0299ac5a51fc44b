import { setImmediate } from 'node:timers/promises'
import type { Registry } from '@padan/server'
import type { Api, Answer, CallOptions } from './api.ts'
import { demoRecords, ndjson } from './records.ts'

const PATIENCE_MS = 300_000

type Transaction = Parameters<Parameters<Registry['write']>[0]>[0]

export const PREFERENCES = {
  method: 'stable',
  from: 'preferences',
  preferences: {
    seekers: [{ id: 's-1', prefers: ['v-1', 'v-2'] }, { id: 's-2', prefers: ['v-1'] }, { id: '=s+3', prefers: ['v-1', 'v-2'] }],
    vacancies: [{ id: 'v-1', seats: 1, prefers: ['s-2', 's-1', '=s+3'] }, { id: 'v-2', seats: 2, prefers: [['s-1', '=s+3']] }],
  },
}

export const COSTS = { method: 'best', from: 'costs', costs: { matrix: [[4, 1, 3], [2, 0, 5], [3, 2, 2]] }, options: { objective: 'people-first' } }

/** Prices are tried ten thousand times over: work for far longer than a test waits. */
export function slowPlacement (size: number = 250): object {
  const matrix = Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => (row + 1) * (column + 1)))
  return { method: 'recommend', from: 'costs', costs: { matrix, numbers: 'scores' }, options: { rounds: 10_000 } }
}

/** Two booths, three people: one needs an accessible booth, one comes late. */
export const FAIR = {
  from: 'preferences',
  preferences: {
    seekers: [{ id: 's-1', prefers: ['v-1', 'v-2'] }, { id: 's-2', prefers: ['v-1', 'v-2'] }, { id: '=s+3', prefers: ['v-1'] }, { id: 's-4', prefers: [] }],
    vacancies: [{ id: 'v-1', seats: 1 }, { id: 'v-2', seats: 1 }],
  },
  fair: {
    slots: ['09:00', '09:30', '10:00'],
    booths: [{ id: 'A', vacancies: ['v-1'], tables: 1 }, { id: 'B', vacancies: ['v-2'], tables: 1, accessible: true, open: ['09:00', '09:30'] }],
    interviewsEach: 2,
    access: ['s-2'],
    late: [{ seeker: '=s+3', from: '10:00' }],
    waves: [{ id: 'pagi', slots: ['09:00', '09:30', '10:00'], size: 10 }],
  },
}

/** Stores a small demo city. */
export async function storeCity (api: Api, seekers: number, vacancies: number): Promise<void> {
  const city = demoRecords(seekers, vacancies)
  for (const side of ['seekers', 'vacancies'] as const) {
    await api.call('POST', `/v1/${side}/import`, { raw: ndjson(city[side]), headers: { 'content-type': 'application/x-ndjson' } })
  }
}

/** Sends a request for a job and waits until the job is over. */
export async function runJob (api: Api, url: string, json: unknown, options: CallOptions = {}): Promise<{ accepted: Answer, address: string, job: any }> {
  const accepted = await api.call('POST', url, { json, ...options })
  if (accepted.status !== 202) throw new Error(`The job was refused: ${accepted.text}`)
  const address = String(accepted.headers.location)
  return { accepted, address, job: await jobOver(api, address) }
}

/** Waits until a job is over. */
export async function jobOver (api: Api, address: string): Promise<any> {
  return await jobUntil(api, address, job => !['queued', 'running'].includes(job.state))
}

/**
 * Does something while the line of writes stands still for some time, and gives what came of it once the line goes on. The line stands where the moment has come: between
 * any two writes of others it is asked, so that none is missed, however quick they are.
 */
export async function whileWritesWait<T> ({ registry }: Api, ms: number, meanwhile: () => Promise<T>, isMoment: (transaction: Transaction) => Promise<boolean> = async () => true): Promise<T> {
  let answer: Promise<T> | undefined
  while (answer === undefined) {
    await registry.write(async transaction => {
      if (await isMoment(transaction)) {
        answer = meanwhile()
        await new Promise(resolve => { setTimeout(resolve, ms) })
      }
      return { answer: undefined, apply: () => {} }
    })
    // The embedded database answers without the event loop ever turning; the others' work may need it.
    await setImmediate()
  }
  return await answer
}

/** The moment behind the commit that took a job on: its end waits in the line. */
export function jobRuns (address: string): (transaction: Transaction) => Promise<boolean> {
  return async transaction => {
    const { state } = await transaction.selectFrom('jobs').select('state').where('id', '=', address.slice('/v1/jobs/'.length)).executeTakeFirstOrThrow()
    if (!['queued', 'running'].includes(state)) throw new Error(`The job was ${state} before it was met at work.`)
    return state === 'running'
  }
}

export async function jobUntil (api: Api, address: string, isThere: (job: any) => boolean): Promise<any> {
  const end = performance.now() + PATIENCE_MS
  while (true) {
    const { body } = await api.call('GET', address)
    if (isThere(body)) return body
    if (performance.now() > end) throw new Error(`The job did not get there: ${JSON.stringify(body)}`)
    await new Promise(resolve => { setTimeout(resolve, 100) })
  }
}
