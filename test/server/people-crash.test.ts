import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { onBothPlaces } from './both-places.ts'
import { serve } from './child.ts'
import type { Place } from './databases.ts'
import { firstAdmin } from './first-admin.ts'
import { OFFICE_FILE } from './office.ts'
import { registration } from './people.ts'

/** How often each database's process is killed. A few hundred take half an hour; a handful is enough for every change. */
const KILLS = Number(process.env.PADAN_KILLS ?? 6)
const CLIENTS = 3
/** A fixed sequence, so that a failure can be looked at again. */
const WAITS_MS = [30, 300, 5, 700, 120, 450, 15, 900]

await onBothPlaces(t, 'registrations and cards survive kills', killWhileRegistering)

interface Sent { key: string, json: unknown, answer?: { id: string, number: string } }

async function killWhileRegistering (t: Test, place: Place): Promise<void> {
  const folder = t.testdir()
  const office = join(folder, 'office.json')
  writeFileSync(office, JSON.stringify(OFFICE_FILE))
  const environment = { PADAN_KEYS: join(folder, 'keys'), ...place.environment, PADAN_ACCESS: 'closed', PADAN_OFFICE: office, PASSWORD_COST: '14', SESSION_IDLE_MINUTES: '1440' }
  const sent: Sent[] = []
  let authorization = ''
  for (let kill = 0; kill < KILLS; kill++) {
    const { child, url } = await serve(environment)
    if (kill === 0) authorization = await firstAdmin(url, child.stderr)
    const clients = Array.from({ length: CLIENTS }, (_, client) => work(url, authorization, sent, client))
    // Some are killed in the middle of their first request, others after a few answers, however slow the machine is.
    const enough = countAnswers(sent) + kill % 3
    while (countAnswers(sent) < enough) {
      if (child.process.exitCode !== null) throw new Error(`The service ended by itself: ${child.stderr}`)
      await wait(5)
    }
    await wait(WAITS_MS[kill % WAITS_MS.length])
    child.kill('SIGKILL')
    await Promise.all(clients)
    await child.end()
  }
  const { child, url } = await serve(environment)
  const acknowledged = countAnswers(sent)
  t.ok(acknowledged > 0)
  // What was not acknowledged is safely sent again; what was, gives the same answer again.
  for (const one of sent) {
    const before = one.answer
    await send(url, authorization, one)
    if (before !== undefined) t.same(one.answer, before)
  }
  // A number is the office's place, the day as DDMMYY, and a serial that begins anew with the year, which may end while this runs.
  const numbers = sent.map(({ answer }) => /^3671(\d\d)(\d\d)(\d\d)(\d{6})$/.exec(String(answer?.number)) as RegExpExecArray)
  for (const year of new Set(numbers.map(([, , , year]) => year))) {
    const serials = numbers.filter(number => number[3] === year).map(number => Number(number[4])).sort((a, b) => a - b)
    t.same(serials, serials.map((_, index) => index + 1), `${sent.length} cards, no number lost or given twice; ${acknowledged} acknowledged over ${KILLS} kills`)
  }
  t.equal(new Set(sent.map(({ answer }) => answer?.id)).size, sent.length)
  const months = [...new Set(numbers.map(([, , month, year]) => `20${year}-${month}`))].sort()
  let registered = 0
  for (const month of months) {
    const { total } = await (await fetch(`${url}/v1/statistics/iii-1?month=${month}`, { headers: { authorization } })).json() as { total: { registered: number, after: number } }
    registered += total.registered
    t.equal(total.after, registered)
  }
  t.equal(registered, sent.length)
  const ready = await (await fetch(`${url}/health/ready`)).json() as { seekers: number }
  t.equal(ready.seekers, sent.length, 'everybody is in the rankings, once')
  child.kill('SIGTERM')
  t.equal((await child.end()).code, 0)
}

function countAnswers (sent: readonly Sent[]): number {
  return sent.filter(({ answer }) => answer !== undefined).length
}

async function wait (ms: number): Promise<void> {
  await new Promise(resolve => { setTimeout(resolve, ms) })
}

/** Registers people until the connection breaks. Whoever was not acknowledged before comes first. */
async function work (url: string, authorization: string, sent: Sent[], client: number): Promise<void> {
  try {
    while (true) {
      const open = sent.find(({ key, answer }) => answer === undefined && key.startsWith(`${client}-`))
      const number = sent.length + 1
      const one = open ?? { key: `${client}-${number}`, json: registration(number, { approve: true }) }
      if (open === undefined) sent.push(one)
      await send(url, authorization, one)
    }
  } catch (error) {
    // What fetch throws: the process is gone.
    if (!(error instanceof TypeError)) throw error
  }
}

/** Sends until it is not told to come back. */
async function send (url: string, authorization: string, one: Sent): Promise<void> {
  const response = await fetch(`${url}/v1/counter-registrations`, { method: 'POST', headers: { 'content-type': 'application/json', authorization, 'idempotency-key': one.key }, body: JSON.stringify(one.json) })
  if (response.status === 503) {
    await response.arrayBuffer()
    await wait(50)
    await send(url, authorization, one)
    return
  }
  if (response.status !== 201) throw new Error(await response.text())
  one.answer = await response.json() as Sent['answer']
}
