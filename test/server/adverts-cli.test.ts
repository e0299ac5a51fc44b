import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { environmentOf } from './child.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PADAN = join(ROOT, 'packages/server/dist/cli/padan.js')
const SAMPLE = join(ROOT, 'test/server/adverts-sample.csv')

t.test('people of one file are ranked for the adverts of another', async t => {
  const folder = t.testdir({})
  t.equal(padan('demo', '--seekers', '200', '--vacancies', '1', '--out', folder).status, 0)
  const ranking = join(folder, 'ranking.csv')
  const { status, stderr } = padan('rank', '--seekers', join(folder, 'seekers.csv'), '--adverts', SAMPLE, '--limit', '3', '--as-of', '2026-11-20', '--language', 'en', '--out', ranking)
  t.equal(status, 0, stderr)
  t.match(stderr, /7 adverts read, 4 name competency units\. Demands that were refused and are not used: /)
  t.match(readFileSync(ranking, 'utf8'), /^1,A-1,s-\d{7},/m)
})

t.test('what is no file of adverts, or comes beside a table of vacancies, is refused', async t => {
  const folder = t.testdir({ 'vacancies.csv': 'id,title\n1,Kasir\n' })
  const table = join(folder, 'vacancies.csv')
  const wrong = padan('rank', '--seekers', table, '--adverts', table)
  t.equal(wrong.status, 3)
  t.match(wrong.stderr, 'this is no file of adverts')
  const both = padan('rank', '--seekers', table, '--vacancies', table, '--adverts', SAMPLE)
  t.equal(both.status, 2)
  t.match(both.stderr, 'either --vacancies or --adverts')
})

function padan (...args: string[]): { status: number | null, stderr: string } {
  return spawnSync(process.execPath, [PADAN, ...args], { encoding: 'utf8', env: environmentOf() })
}
