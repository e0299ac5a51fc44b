import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { onBothPlaces } from './both-places.ts'
import { serve } from './child.ts'
import type { Place } from './databases.ts'
import { firstAdmin } from './first-admin.ts'
import { OFFICE_FILE } from './office.ts'
import { somebody } from './people.ts'

/** At most so often each database's process is killed; a file that is through is killed no more. */
const KILLS = Number(process.env.PADAN_KILLS ?? 5)
const ROWS = 4500
/** A fixed sequence, so that a failure can be looked at again. */
const WAITS_MS = [40, 5, 160, 90, 20]
const PATIENCE_MS = 300_000

interface Import { state: string, done: number, rows: number, created: number, changed: number, unchanged: number, rejected: number }

await onBothPlaces(t, 'an import goes on after every kill', killWhileImporting)

async function killWhileImporting (t: Test, place: Place): Promise<void> {
  const folder = t.testdir()
  const office = join(folder, 'office.json')
  writeFileSync(office, JSON.stringify(OFFICE_FILE))
  const environment = { PADAN_KEYS: join(folder, 'keys'), ...place.environment, PADAN_ACCESS: 'closed', PADAN_OFFICE: office, PASSWORD_COST: '14', SESSION_IDLE_MINUTES: '1440' }
  let table = tableOf(0)
  let authorization = ''
  let id = ''
  let stored = 0
  let inTheMiddle = 0
  for (let kill = 0; kill < KILLS && stored < ROWS; kill++) {
    const { child, url } = await serve(environment)
    if (kill === 0) {
      authorization = await firstAdmin(url, child.stderr)
      id = (await send(url, authorization, table)).id
    }
    // Each start stores something before it ends, as a file that brings the process down every time is given up.
    let { done } = await importUntil(url, authorization, id, ({ done }) => done > stored)
    if (done === ROWS && inTheMiddle === 0) {
      // It was through before anybody looked; others take their turn.
      table = tableOf(1)
      id = (await send(url, authorization, table)).id
      stored = 0
      done = (await importUntil(url, authorization, id, ({ done }) => done > 0)).done
    }
    t.ok(done >= stored, 'nothing that was told to be done is undone by a kill')
    if (done < ROWS) inTheMiddle++
    stored = done
    await new Promise(resolve => { setTimeout(resolve, WAITS_MS[kill % WAITS_MS.length]) })
    child.kill('SIGKILL')
    await child.end()
  }
  t.ok(inTheMiddle > 0, 'a kill met the import in the middle')
  const { child, url } = await serve(environment)
  const once = { state: 'done', done: ROWS, created: ROWS, changed: 0, unchanged: 0, rejected: 0 }
  t.match(await importUntil(url, authorization, id, isOver), once, 'each row was stored, and once')
  const again = await send(url, authorization, table)
  t.match(await importUntil(url, authorization, again.id, isOver), { ...once, created: 0, unchanged: ROWS }, 'and is as the file says')
  child.kill('SIGTERM')
  t.equal((await child.end()).code, 0)
}

function tableOf (part: number): string {
  return ['NIK,Nama Lengkap,Tempat Lahir,Tgl Lahir,JK,Alamat,No HP,Persetujuan', ...Array.from({ length: ROWS }, (_, number) =>
    `${somebody(part * ROWS + number + 1).nik},Orang Contoh ${number + 1},Tangerang,15/05/2003,P,Jl. Melati,081200000000,pencocokan`)].join('\n')
}

function isOver ({ state }: Import): boolean {
  return !['queued', 'running'].includes(state)
}

async function send (url: string, authorization: string, table: string): Promise<{ id: string }> {
  const response = await fetch(`${url}/v1/imports/people?mode=valid`, { method: 'POST', headers: { 'content-type': 'text/csv', authorization }, body: table })
  if (response.status !== 202) throw new Error(await response.text())
  return await response.json() as { id: string }
}

async function importUntil (url: string, authorization: string, id: string, isThere: (told: Import) => boolean): Promise<Import> {
  const end = performance.now() + PATIENCE_MS
  while (true) {
    const response = await fetch(`${url}/v1/imports/${id}`, { headers: { authorization } })
    const told = await response.json() as Import
    if (response.status === 200 && (isThere(told) || isOver(told))) return told
    if (performance.now() > end) throw new Error(`The import did not get there: ${JSON.stringify(told)}`)
    await new Promise(resolve => { setTimeout(resolve, 20) })
  }
}
