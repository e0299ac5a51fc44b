import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import t from 'tap'
import { isReached, runPlan, shortNumber, writeResults } from './built.ts'

t.setTimeout(240_000)

const FIELDS = ['bench', 'case', 'metric', 'value', 'unit', 'ratioTo', 'ratio', 'goal']

t.test('a run of all benches gives valid rows', async t => {
  const { rows, notes } = await runPlan({ sizes: [500], questions: 5, rounds: 1, budget: 50, records: 500 }, () => {})
  t.same(rows.filter(row => !isValid(row)), [])
  const benches = [...new Set(rows.map(({ bench }) => bench))]
  t.same(benches, [
    'rankSeekers, 500 seekers', 'rankSeekers for adverts without units, 500 seekers', 'rankVacancies, 1,000 vacancies', 'explain, 500 seekers',
    'gap, 500 seekers', 'memory, 500 seekers', 'put in bulk, 500 records',
  ])
  const asked = new Set(rows.filter(({ bench }) => bench === benches[0]).map(row => row.case))
  t.ok(['index', 'oracle', 'full scan', 'MiniSearch', 'Orama'].every(name => asked.has(name)), [...asked].join(', '))
  for (const name of ['DuckDB', 'PostgreSQL', 'SQLite']) t.ok(asked.has(name) || notes.some(note => note.startsWith(`${name} cannot start here: `)), name)

  const folder = await mkdtemp(join(tmpdir(), 'padan-results-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  writeResults(folder, 'a machine', { rows, notes })
  t.same(JSON.parse(await readFile(join(folder, 'rank.json'), 'utf8')), { machine: 'a machine', notes, rows })
  const page = await readFile(join(folder, 'rank.md'), 'utf8')
  const pictures = (await readdir(folder)).filter(file => file.endsWith('.svg'))
  t.ok(pictures.includes('rank-seekers-500-seekers.svg'), pictures.join())
  for (const picture of pictures) {
    t.match(page, `](${picture})`)
    t.notMatch(await readFile(join(folder, picture), 'utf8'), /NaN|Infinity|undefined/)
  }
})

function isValid (row: Awaited<ReturnType<typeof runPlan>>['rows'][number]): boolean {
  const hasRatio = row.ratio !== null && row.ratioTo !== null && row.ratio > 0
  return isDeepStrictEqual(Object.keys(row), FIELDS) && Number.isFinite(row.value) && (hasRatio || (row.ratio === null && row.ratioTo === null)) &&
    (isReached(row) === undefined) === (row.goal === null)
}

t.test('goals are read from their text', async t => {
  const row = { bench: '', case: '', metric: '', value: 12, unit: 'ms', ratioTo: 'index', ratio: 90, goal: null }
  t.equal(isReached(row), undefined)
  t.equal(isReached({ ...row, goal: 'ratio >= 100' }), false)
  t.equal(isReached({ ...row, goal: 'value <= 12' }), true)
  t.throws(() => isReached({ ...row, goal: 'fast' }), /A goal reads/)
  t.throws(() => isReached({ ...row, ratio: null, goal: 'ratio >= 100' }), /needs a ratio/)
})

t.test('numbers are short', async t => {
  t.same([0.012345, 1.5, 99.96, 1234.5].map(shortNumber), ['0.0123', '1.5', '100', '1,235'])
})
