import { setTimeout } from 'node:timers/promises'
import type { Service } from '@padan/server'

const LOOK_MS = 100
const LOGIN = 'admin@contoh.example'
const PASSWORD = 'kopi susu di pasar lama'

export interface ImportedPeople {
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
export async function importPeople ({ url, registry }: Service, authorization: string, numPeople: number, onProgress: (done: number) => void = () => {}): Promise<ImportedPeople> {
  const table = peopleTable(numPeople)
  const begin = performance.now()
  const passed = (): number => (performance.now() - begin) / 1000
  const { id } = await ask(`${url}/v1/imports/people?mode=valid`, authorization, table, 'text/csv') as { id: string }
  const putBySeconds = passed()
  while (true) {
    const { state, done, created, rejected } = await ask(`${url}/v1/imports/${id}`, authorization) as { state: string, done: number, created: number, rejected: number }
    if (state === 'done' && created === numPeople) break
    if (state !== 'queued' && state !== 'running') throw new Error(`${created} of ${numPeople} people were stored, ${rejected} refused; the import is ${state}.`)
    onProgress(done)
    await setTimeout(LOOK_MS)
  }
  const seconds = passed()
  const { count } = await registry.db.selectFrom('people').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  if (Number(count) !== numPeople) throw new Error(`${count} people are there, and ${numPeople} were sent.`)
  return { putBySeconds, seconds }
}

/** Asks the service, and returns what it answers. Throws unless it is well. */
export async function ask (address: string, authorization: string | undefined, body?: string, type?: string): Promise<unknown> {
  const response = await fetch(address, { ...(body === undefined ? {} : { method: 'POST', body }), headers: { ...(type === undefined ? {} : { 'content-type': type }), ...(authorization === undefined ? {} : { authorization }) } })
  const text = await response.text()
  if (!response.ok) throw new Error(`${address} was answered ${response.status}: ${text.slice(0, 300)}`)
  return JSON.parse(text)
}

function peopleTable (numPeople: number): string {
  const lines = ['NIK,Nama,Tempat lahir,Tanggal lahir,JK,Alamat,Nomor HP,Pendidikan,Keterampilan,Persetujuan']
  for (let number = 0; number < numPeople; number++) {
    const serial = String(number % 10_000).padStart(4, '0')
    const district = String(Math.floor(number / 10_000) + 1).padStart(2, '0')
    lines.push(`3671${district}150503${serial},Orang Contoh ${number},Tangerang,2003-05-15,L,Jl. Melati No. ${number},08120000${serial},SMK,Las SMAW 3G,pencocokan|berbagi dengan pemberi kerja`)
  }
  return lines.join('\n')
}
