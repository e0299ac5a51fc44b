import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { createMatcher, type Seeker } from '@padan/matcher'
import { taxonomy } from './api.ts'
import { Child, run, serve } from './child.ts'
import { startedOnce } from './databases.ts'
import { quietPort } from './ports.ts'
import { demoRecords, ndjson, SEEKER, VACANCY } from './records.ts'

t.setTimeout(1_800_000)

t.test('tells how it is used', async t => {
  for (const args of [['--help'], ['rank', '--help'], ['import', '-h'], ['demo', '--help'], ['serve', '--help']]) {
    const { code, stdout, stderr } = await run(args)
    t.equal(code, 0, args.join(' '))
    t.match(stdout, /^padan /)
    t.equal(stderr, '')
  }
  const wrong = [
    [], ['rnak'], ['rank'], ['rank', '--seekers', 'a.csv'], ['rank', '--fast'], ['rank', '--seekers', 'a.csv', '--vacancies', 'b.csv', '--limit', '1001'],
    ['rank', '--seekers', 'a.csv', '--vacancies', 'b.csv', '--as-of', '2026-02-30'], ['rank', '--seekers', 'a.xls', '--vacancies', 'b.xls'],
    ['rank', '--seekers', 'a.csv', '--vacancies', 'b.csv', '--profile', 'best'], ['import'], ['import', '--seekers', 'a.csv', '--url', 'ftp://x'], ['demo', '--seed', '-1'], ['serve', 'now'],
  ]
  for (const args of wrong) {
    const { code, stdout, stderr } = await run(args)
    t.equal(code, 2, args.join(' '))
    t.equal(stdout, '')
    t.match(stderr, /^padan: /)
  }
  t.equal((await run(['serve'], { PORT: '70000', LOG_LEVEL: 'loud' })).code, 2)
  t.equal((await run(['rank', '--seekers', 'no.csv', '--vacancies', 'no.csv'])).code, 1)
})

t.test('ranks two spreadsheets without a server', async t => {
  const folder = t.testdir()
  t.equal((await run(['demo', '--seekers', '200', '--vacancies', '30', '--out', folder])).code, 0)
  const [seekers, vacancies] = [join(folder, 'seekers.csv'), join(folder, 'vacancies.csv')]
  const args = ['rank', '--seekers', seekers, '--vacancies', vacancies, '--as-of', '2026-11-20', '--limit', '5']
  const { code, stdout, stderr } = await run(args)
  t.equal(code, 0)
  t.match(stderr, /ranking: 100 %/)
  const lines = stdout.trim().split('\n')
  t.equal(lines[0], 'rank,vacancyId,seekerId,score,potential,fit,appeal,reasons')
  const demo = demoRecords(200, 30)
  const matcher = createMatcher({ taxonomy })
  matcher.seekers.put(demo.seekers)
  matcher.vacancies.put(demo.vacancies)
  const expected = demo.vacancies.map(({ id }) => id).sort().flatMap(id => matcher.rankSeekers(id, { limit: 5, asOf: '2026-11-20' }).results.map((result, position) => `${position + 1},${id},${result.id},${(Math.floor(result.score / 1000) / 100).toFixed(2)}`))
  t.same(lines.slice(1).map(line => line.split(',').slice(0, 4).join(',')), expected, 'the table reads back as the records it was written from')
  const out = join(folder, 'ranking.csv')
  t.equal((await run([...args, '--by', 'seeker', '--out', out, '--language', 'id'])).stdout, '')
  t.match(readFileSync(out, 'utf8'), /unit kompetensi: /)
  t.same((await run(['demo', '--seekers', '200', '--vacancies', '30', '--out', join(folder, 'again')])).code, 0)
  t.equal(readFileSync(join(folder, 'again', 'seekers.csv'), 'utf8'), readFileSync(seekers, 'utf8'), 'the same seed gives the same bytes')
})

t.test('names the row and the column of bad data, in the language asked for', async t => {
  const folder = t.testdir({ 's.csv': 'id;jangkauan;nama\ns-1;jauh;Budi\n', 'v.ndjson': ndjson([VACANCY]), 'open.csv': 'id,region\ns,"36' })
  const args = (file: string) => ['rank', '--seekers', join(folder, file), '--vacancies', join(folder, 'v.ndjson'), '--language', 'id']
  const { code, stdout, stderr } = await run(args('s.csv'))
  t.equal(code, 3)
  t.equal(stdout, '')
  t.match(stderr, /\[jangkauan\]: Baris 2/)
  t.match(stderr, /Kolom 'nama' dihapus/)
  t.notMatch(stderr, 'Budi')
  t.equal((await run(args('open.csv'))).code, 3)
})

t.test('escapes what a spreadsheet would run, and reads it back', async t => {
  const ids = ['=1+1', '+x', '-x', '@x', "'=1", '-', '-5']
  const seekers: Seeker[] = ids.map(id => ({ id, units: [], region: '36.71.01' }))
  const folder = t.testdir({ 's.ndjson': ndjson(seekers), 'v.ndjson': ndjson([{ id: 'v', seats: 1 }]) })
  const { stdout } = await run(['rank', '--seekers', join(folder, 's.ndjson'), '--vacancies', join(folder, 'v.ndjson')])
  for (const line of stdout.trim().split('\n').slice(1)) t.match(line.split(',')[2], /^('[=+\-@']|-5?$)/)
})

t.test('imports into the data folder and into a running service', async t => {
  const folder = t.testdir({ data: {}, 's.ndjson': ndjson(demoRecords(120, 0).seekers), 'bad.csv': 'id,reachKm\ns-1,5\ns-2,far\n' })
  const environment = { PADAN_DATA: await startedOnce(join(folder, 'data')) }
  const good = ['import', '--seekers', join(folder, 's.ndjson')]
  const bad = ['import', '--seekers', join(folder, 'bad.csv')]
  t.match(JSON.parse((await run([...good, '--dry-run'], environment)).stdout), { stored: 0, created: 120, dryRun: true })
  t.match(JSON.parse((await run(good, environment)).stdout), { stored: 120, created: 120 })
  t.equal((await run(bad, environment)).code, 3)
  const { child, url } = await serve(environment)
  t.match(child.stderr, 'Loaded 120 seekers')
  const inUse = await run(good, environment)
  t.equal(inUse.code, 1)
  t.match(inUse.stderr, `process ${child.process.pid}`)
  t.match(JSON.parse((await run([...good, '--url', url])).stdout), { stored: 120, created: 0, replaced: 120 })
  const refused = await run([...bad, '--url', url])
  t.equal(refused.code, 3)
  t.match(refused.stderr, /\[reachKm\]: Line 3/)
  t.match(JSON.parse((await run([...bad, '--mode', 'valid', '--url', url])).stdout), { stored: 1, rejected: 1 })
  child.kill('SIGTERM')
  t.equal((await child.end()).code, 0)
  const nobody = await run([...good, '--url', `http://127.0.0.1:${await quietPort()}`])
  t.equal(nobody.code, 1)
  t.match(nobody.stderr, 'did not answer')
})

t.test('shows one ranking of the demo city, and the same after a restart', async t => {
  const folder = t.testdir()
  let day = ''
  let shown: string[] = []
  // The ranking is of today: when the day ends in between, again.
  while (day !== dayInJakarta()) {
    day = dayInJakarta()
    shown = await shownTwice(t, join(folder, day))
  }
  t.equal(shown[0], shown[1])
  t.match(shown[0], /rank {2}seeker .* score .* potential .* fit .* appeal\n/)
  const total = /^total +10000 +([\d,]+)/m.exec(shown[0])?.[1].replaceAll(',', '')
  const points = [...shown[0].matchAll(/^\S.*? +\d+ +(?:\d+|unknown) +([\d,]+) {2}\S/gm)].map(match => Number(match[1].replaceAll(',', '')))
  t.equal(points.reduce((sum, point) => sum + point, 0), Number(total), 'the points shown add up')
})

t.test('stops reading when nobody reads', async t => {
  const folder = t.testdir()
  writeFileSync(join(folder, 's.ndjson'), ndjson(Array.from({ length: 500 }, (_, index) => ({ ...SEEKER, id: `s-${index}` }))))
  writeFileSync(join(folder, 'v.ndjson'), ndjson(Array.from({ length: 50 }, (_, index) => ({ ...VACANCY, id: `v-${index}` }))))
  const child = new Child(['rank', '--seekers', join(folder, 's.ndjson'), '--vacancies', join(folder, 'v.ndjson')])
  child.process.stdout?.once('data', () => child.process.stdout?.destroy())
  t.equal((await child.end()).code, 0)
})

/** What two starts print, of which the first loads the demo city. */
async function shownTwice (t: Test, data: string): Promise<string[]> {
  const environment = { PADAN_DATA: await startedOnce(data), PORT: '0' }
  const shown: string[] = []
  for (const words of [/loading the demo city: 100 %/, /Loaded 5,000 seekers and 600 vacancies from disk in/]) {
    const child = new Child(['serve', '--demo'], environment)
    const url = await child.url()
    t.match(child.stderr, words)
    t.match(child.stderr, `${url}/docs`)
    t.equal((await fetch(`${url}/docs`)).status, 200)
    child.kill('SIGINT')
    const { code, stdout } = await child.end()
    t.equal(code, 0)
    shown.push(stdout)
  }
  return shown
}

function dayInJakarta (): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
}
