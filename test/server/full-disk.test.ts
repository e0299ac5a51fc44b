import { rmSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { until } from './bad-days.ts'
import { serve } from './child.ts'
import { startedOnce } from './databases.ts'
import { at, demoRecords, ndjson, SEEKER } from './records.ts'
import { fill, NO_DISK, removeDisk, smallDisk } from './small-disk.ts'

t.setTimeout(1_800_000)

/** Less than a new file of the database's log, which has 16 MB: when the first is full, PostgreSQL ends itself. */
const ROOM = 12 * 2 ** 20

const disk = smallDisk(96)
if (disk === undefined) {
  t.comment(NO_DISK)
} else {
  t.teardown(() => removeDisk(disk))
  await t.test('a disk that fills up under the embedded database: 503 database-full, rankings go on, and with room it goes on by itself', async t => {
    const folder = await startedOnce(join(disk, 'data'))
    const { child, url } = await serve({ PADAN_DATA: folder })
    const send = async (path: string, method: string, type: string, body: string): Promise<Response> => await fetch(url + path, { method, headers: { 'content-type': type }, body })
    const rows = ndjson(demoRecords(2000, 1).seekers)
    const load = async (): Promise<Response> => await send('/v1/seekers/import', 'POST', 'application/x-ndjson', rows)
    const loaded = await load()
    t.equal(loaded.status, 200, loaded.ok ? '' : await loaded.text())
    const filler = fill(disk, ROOM)
    let answer = await load()
    for (let times = 0; answer.ok && times < 50; times++) answer = await load()
    t.equal(answer.status, 503)
    t.match(await answer.json(), { type: '/problems/database-full' })
    t.equal(answer.headers.get('retry-after'), '5')
    const put = async (): Promise<Response> => await send(at('seekers', 'late'), 'PUT', 'application/json', JSON.stringify({ ...SEEKER, id: 'late' }))
    const refused = await put()
    t.equal(refused.status, 503, 'and tells everybody so, at once')
    t.equal((await fetch(`${url}/health/live`)).status, 200)
    rmSync(filler)
    await until(async () => (await put()).ok)
    const ranking = async (where: string): Promise<unknown> => await (await fetch(`${where}/v1/rank/seekers`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ vacancy: { id: 'v', seats: 1 }, limit: 1000, asOf: '2026-11-20' }) })).json()
    const health = async (where: string): Promise<unknown> => await (await fetch(`${where}/health/ready`)).json()
    t.match(await health(url), { status: 'ready', seekers: 2001 })
    const before = await ranking(url)
    child.kill('SIGTERM')
    t.equal((await child.end()).code, 0)
    const again = await serve({ PADAN_DATA: folder })
    t.match(await health(again.url), { status: 'ready', seekers: 2001 }, 'all that was acknowledged is there')
    t.same(await ranking(again.url), before)
    again.child.kill('SIGTERM')
    t.equal((await again.child.end()).code, 0)
  })
}
