import { setTimeout } from 'node:timers/promises'
import type { Service } from '@padan/server'

const LOOK_MS = 100
const LOGIN = 'admin@contoh.example'
const PASSWORD = 'kopi susu di pasar lama'

export interface Imported {
  /** Until the file was read and its rows were put by, and until the last of them was stored. */
  putBySeconds: number
  seconds: number
}

/** Signs in as the first admin of a service over an empty database. Returns the header. */
export async function signedIn ({ url, setupCode }: Service): Promise<string> {
  const json = 'application/json'
  await ask(`${url}/v1/setup`, undefined, JSON.stringify({ code: setupCode, login: LOGIN, password: PASSWORD }), json)
  const { token } = await ask(`${url}/v1/sessions`, undefined, JSON.stringify({ login: LOGIN, password: PASSWORD }), json) as { token: string }
  return `Bearer ${token}`
}

/** Imports a file of invented people, whom nobody knows yet, and counts who is there. Throws when that is another number. */
export async function importPeople (service: Service, authorization: string, numPeople: number, onProgress: (done: number) => void = () => {}): Promise<Imported> {
  const imported = await importTable(service, authorization, 'people', peopleTable(numPeople), numPeople, onProgress)
  const { count } = await service.registry.db.selectFrom('people').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  if (Number(count) !== numPeople) throw new Error(`${count} people are there, and ${numPeople} were sent.`)
  return imported
}

/** Imports a table of which every row creates or changes something. Throws when one did not. */
export async function importTable ({ url }: Pick<Service, 'url'>, authorization: string, kind: string, table: string, numRows: number, onProgress: (done: number) => void = () => {}): Promise<Imported> {
  const begin = performance.now()
  const passed = (): number => (performance.now() - begin) / 1000
  const { id } = await ask(`${url}/v1/imports/${kind}?mode=valid`, authorization, table, 'text/csv') as { id: string }
  const putBySeconds = passed()
  while (true) {
    const { state, done, created, changed, rejected } = await ask(`${url}/v1/imports/${id}`, authorization) as { state: string, done: number, created: number, changed: number, rejected: number }
    if (state === 'done' && created + changed === numRows) break
    if (state !== 'queued' && state !== 'running') throw new Error(`${created + changed} of ${numRows} rows of ${kind} were stored, ${rejected} refused; the import is ${state}.`)
    onProgress(done)
    await setTimeout(LOOK_MS)
  }
  return { putBySeconds, seconds: passed() }
}

/** Asks the service, and returns what it answers. Throws unless it is well. */
export async function ask (address: string, authorization: string | undefined, body?: string, type?: string): Promise<unknown> {
  const response = await fetch(address, { ...(body === undefined ? {} : { method: 'POST', body }), headers: { ...(type === undefined ? {} : { 'content-type': type }), ...(authorization === undefined ? {} : { authorization }) } })
  const text = await response.text()
  if (!response.ok) throw new Error(`${address} was answered ${response.status}: ${text.slice(0, 300)}`)
  return JSON.parse(text)
}

/** The NIK of an invented person, counted from 0. */
export function inventedNik (number: number): string {
  return `3671${String(Math.floor(number / 10_000) + 1).padStart(2, '0')}150503${String(number % 10_000).padStart(4, '0')}`
}

function peopleTable (numPeople: number): string {
  const lines = ['NIK,Nama,Tempat lahir,Tanggal lahir,JK,Alamat,Nomor HP,Pendidikan,Keterampilan,Persetujuan']
  for (let number = 0; number < numPeople; number++) {
    lines.push(`${inventedNik(number)},Orang Contoh ${number},Tangerang,2003-05-15,L,Jl. Melati No. ${number},08120000${String(number % 10_000).padStart(4, '0')},SMK,Las SMAW 3G,pencocokan|berbagi dengan pemberi kerja`)
  }
  return lines.join('\n')
}
