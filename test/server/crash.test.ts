import t, { type Test } from 'tap'
import { until } from './bad-days.ts'
import { embeddedPlace, onPostgres, type Place } from './databases.ts'
import { serve, type Child } from './child.ts'
import { COSTS, slowPlacement } from './markets.ts'
import { at, SEEKER } from './records.ts'

t.setTimeout(1_800_000)

const WRITERS = 4
/** A fixed sequence, so that a failure can be looked at again. */
const WAITS_MS = [30, 120, 5, 250, 60, 400, 15, 180, 90, 320, 45, 140]

t.test('the embedded database keeps what was acknowledged when the process is killed', async t => {
  const place = await embeddedPlace()
  await killAgainAndAgain(t, place, WAITS_MS)
  await place.close()
})

t.test('PostgreSQL keeps what was acknowledged when the process is killed', async t => {
  await onPostgres(t, place => killAgainAndAgain(t, place, WAITS_MS.slice(0, 4)))
})

t.test('a job that was running when the process was killed has failed, and what waited is done', async t => {
  const place = await embeddedPlace()
  const first = await serve(place.environment)
  const send = async (json: unknown) => {
    const response = await fetch(`${first.url}/v1/placements`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) })
    return String(response.headers.get('location'))
  }
  const [running, waiting] = [await send(slowPlacement()), await send(COSTS)]
  await stateOf(first.url, running, 'running')
  first.child.kill('SIGKILL')
  await first.child.end()
  const { child, url } = await serve(place.environment)
  t.match(await stateOf(url, running, 'failed'), { result: null, problem: { type: '/problems/job-interrupted' } })
  t.match(await stateOf(url, waiting, 'done'), { result: `${waiting}/result` })
  await stop(t, child)
  await place.close()
})

/** Waits until a job is in a state. */
async function stateOf (url: string, address: string, state: string): Promise<object> {
  let job = { state: '' }
  await until(async () => {
    job = await (await fetch(url + address)).json() as { state: string }
    return job.state === state
  })
  return job
}

async function killAgainAndAgain (t: Test, place: Place, waits: readonly number[]): Promise<void> {
  /** What each record must be, by id: the last acknowledged reach, or a later one that was under way. */
  const acknowledged = new Map<string, number>()
  let acknowledgements = 0
  for (const wait of waits) {
    const { child, url } = await serve(place.environment)
    await verify(t, url, acknowledged)
    const before = acknowledgements
    const writers = Array.from({ length: WRITERS }, (_, writer) => write(url, writer, acknowledged, () => acknowledgements++))
    // However slow the machine is: what nobody was told cannot be lost.
    await until(async () => acknowledgements > before)
    await new Promise(resolve => { setTimeout(resolve, wait) })
    child.kill('SIGKILL')
    await Promise.all(writers)
    await child.end()
  }
  const { child, url } = await serve(place.environment)
  await verify(t, url, acknowledged)
  t.ok(acknowledgements >= waits.length, `${acknowledgements} writes were acknowledged over ${waits.length} kills`)
  await stop(t, child)
}

/** Puts records one after another until the connection breaks; tells of each that was acknowledged. */
async function write (url: string, writer: number, acknowledged: Map<string, number>, tell: () => void): Promise<void> {
  try {
    for (let step = 0; ; step++) {
      const id = `w${writer}-${step % 10}`
      const reachKm = (acknowledged.get(id) ?? 0) + 1
      const response = await fetch(url + at('seekers', id), { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...SEEKER, id, reachKm }) })
      if (!response.ok) return
      acknowledged.set(id, reachKm)
      tell()
    }
  } catch {}
}

async function verify (t: Test, url: string, acknowledged: Map<string, number>): Promise<void> {
  const { items } = await (await fetch(`${url}/v1/seekers?limit=500`)).json() as { items: Array<{ id: string, reachKm: number }> }
  const stored = new Map(items.map(item => [item.id, item.reachKm]))
  // The write that was under way at the kill may have got through, unacknowledged; nothing else may differ.
  const lost = [...acknowledged].filter(([id, reachKm]) => ![reachKm, reachKm + 1].includes(stored.get(id) ?? -1))
  t.same(lost, [], `${acknowledged.size} records are there`)
  for (const [id, reachKm] of stored) acknowledged.set(id, reachKm)
  // The memory was rebuilt from the same rows.
  const response = await fetch(`${url}/v1/rank/seekers`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ vacancy: { id: 'v', seats: 1 }, limit: 1000 }) })
  const { results } = await response.json() as { results: unknown[] }
  t.equal(results.length, stored.size)
}

async function stop (t: Test, child: Child): Promise<void> {
  child.kill('SIGTERM')
  t.equal((await child.end()).code, 0)
}
