import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { run, serve } from './child.ts'
import { startedOnce } from './databases.ts'
import { firstAdmin } from './first-admin.ts'

const SAMPLE = fileURLToPath(new URL('../../server/adverts-sample.csv', import.meta.url))
const HEADER = 'NIK;Nama Siswa;Tempat Lahir;Tgl Lahir;JK;Alamat'
const SITI = '3671015505030001;Siti Contoh;Tangerang;15/05/2003;P;Jl. Melati 5'
const SPOILT = '3.67101E+15;Budi Contoh;Tangerang;1/2/2001;L;Jl. Melati 6'

t.test('tables of the registry are sent to a running service', async t => {
  const folder = t.testdir({ 'people.csv': [HEADER, SITI, SPOILT].join('\n'), 'good.csv': [HEADER, SITI].join('\n') })
  const people = join(folder, 'people.csv')
  const { child, url } = await serve({ PADAN_DATA: await startedOnce(join(folder, 'data')), PADAN_ACCESS: 'closed', PASSWORD_COST: '14' })
  const token = (await firstAdmin(url, child.stderr)).replace('Bearer ', '')
  const padan = async (...args: string[]) => await run(['import', ...args, '--url', url, '--language', 'en'], { PADAN_TOKEN: token })
  const mapping = ['--mapping', '{"Nama Siswa":"name"}']

  const alone = await run(['import', '--people', people])
  t.equal(alone.code, 2)
  t.match(alone.stderr, '--people needs --url')
  const stranger = await run(['import', '--people', people, '--url', url], { PADAN_TOKEN: 'somebody' })
  t.equal(stranger.code, 1)
  t.match(stranger.stderr, 'answered 401')
  const away = await run(['import', '--people', people, '--url', 'http://127.0.0.1:1'], { PADAN_TOKEN: token })
  t.equal(away.code, 1)
  t.match(away.stderr, 'did not answer')

  const tried = await padan('--people', people, '--dry-run', '--mode', 'valid', ...mapping)
  t.equal(tried.code, 0, tried.stderr)
  t.match(JSON.parse(tried.stdout), { state: 'done', dryRun: true, rows: 2, created: 1, rejected: 1 })
  const refused = await padan('--people', people, ...mapping)
  t.equal(refused.code, 3, 'one bad row, and by default nothing is stored')
  t.match(refused.stderr, `${people}, line 3: `)
  const badRows = join(folder, 'bad.csv')
  const stored = await padan('--people', people, '--mode', 'valid', '--bad-rows', badRows)
  t.equal(stored.code, 0, `the mapping is remembered: ${stored.stderr}`)
  t.match(JSON.parse(stored.stdout), { created: 1, rejected: 1 })
  t.match(readFileSync(badRows, 'utf8'), 'Budi Contoh')
  t.notMatch(readFileSync(badRows, 'utf8'), 'Siti Contoh')
  const again = await padan('--people', join(folder, 'good.csv'))
  t.equal(again.code, 0, again.stderr)
  t.match(again.stderr, '1 rows, 0 new, 0 changed, 1 as they were, 0 rejected')
  child.kill('SIGTERM')
  await child.end()
})

t.test('what was read out of the words of adverts is stored when somebody says that it was looked at', async t => {
  const environment = { PADAN_DATA: await startedOnce(join(t.testdir(), 'data')) }
  const unseen = await run(['import', '--adverts', SAMPLE, '--language', 'en'], environment)
  t.equal(unseen.code, 3)
  t.match(unseen.stderr, 'nothing was stored')
  const tried = await run(['import', '--adverts', SAMPLE, '--dry-run', '--language', 'en'], environment)
  t.equal(tried.code, 0, tried.stderr)
  t.match(JSON.parse(tried.stdout), { rows: 7, stored: 0, rejected: 0, dryRun: true })
  const confirmed = await run(['import', '--adverts', SAMPLE, '--confirmed', '--language', 'en'], environment)
  t.equal(confirmed.code, 0, confirmed.stderr)
  t.match(JSON.parse(confirmed.stdout), { rows: 7, stored: 7, dryRun: false })
})
