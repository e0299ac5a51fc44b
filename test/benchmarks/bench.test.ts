import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import t from 'tap'
import { goalTable, isReached, runPlan, shortNumber, writeResults } from './built.ts'

t.setTimeout(1_800_000)

const FIELDS = ['bench', 'case', 'metric', 'value', 'unit', 'ratioTo', 'ratio', 'goal']

const TINY: Parameters<typeof runPlan>[0] = { sizes: [500], alone: [50], questions: 5, rounds: 1, budget: 50, records: 500, openVacancies: 100, cities: [{ share: 0.002, workers: [0, 1, 2] }], placement: { share: 0.02, rounds: 1 }, service: { seekers: 300, questions: 5, rounds: 1, clientSeconds: 1 }, text: { adverts: 20, words: 100, questions: 5, rounds: 1, loads: 1 } }

t.test('a run of all benches gives valid rows', async t => {
  const { rows, notes } = await runPlan(TINY, () => {})
  t.same(rows.filter(row => !isValid(row)), [])
  const service = 'service on PostgreSQL, 300 seekers'
  const benches = [...new Set(rows.map(({ bench }) => bench))].filter(bench => bench !== service)
  t.same(benches, [
    'rankSeekers, 50 seekers', 'put in bulk, 500 records', 'snapshot, 500 seekers and 50 vacancies', 'marketGap, 100 open vacancies',
    'rankSeekers, 500 seekers', 'rankSeekers for adverts without units, 500 seekers', 'rankSeekers beside its floor, 500 seekers', 'explain, 500 seekers', 'gap, 500 seekers',
    'memory, 500 seekers', 'rankSeekers while 1,000 records a second are put, 500 seekers', 'rankVacancies, 500 vacancies', 'rankAll, 117 seekers x 55 vacancies',
    'stable, 1,000 x 35 residents, full lists', 'stable, 200 x 1,000 trainees, lists of 50', 'assignment, 12 x 12, costs 1 to 100', 'assignment, 14 x 14, costs 1 to 100',
    'assignment, 12 x 12, costs 1 to 1,000,000', 'assignment, 14 x 14, costs 1 to 1,000,000', 'assignment, 12 x 12, costs i times j', 'placement, 1,172 people, 554 vacancies, 57,193 pairs',
    'recommendAll, 200 seekers x 20 vacancies, 2,184 pairs', 'fair day, 500 people, 64 firms, 16 slots',
    'extract, 20 adverts', 'extractor from nothing to the first text', 'roots of 100 words', 'search among 2,766 occupations, a letter missing', 'growth of rankSeekers',
  ])
  t.same(casesOf(rows, 'rankVacancies, 500 vacancies').filter(name => name !== 'DuckDB'), ['index', 'oracle', 'full scan'])
  t.same(casesOf(rows, 'rankSeekers beside its floor, 500 seekers'), ['floor', 'all postings asked for', 'index'])
  t.same(casesOf(rows, 'rankSeekers while 1,000 records a second are put, 500 seekers'), ['no updates', 'updates'])
  t.same(casesOf(rows, 'snapshot, 500 seekers and 50 vacancies'), ['save', 'load', 'put', 'size'])
  t.same(casesOf(rows, 'rankAll, 117 seekers x 55 vacancies'), ['index', 'index, 1 thread', 'index, 2 threads', 'oracle', 'sparse product', 'ml-matrix', 'ml-sparse-matrix'])
  t.ok(notes.some(note => note.startsWith('rankSeekers, 500 seekers: the slowest question in the median of its rounds is ')), notes.join())
  const asked = new Set(casesOf(rows, 'rankSeekers, 500 seekers'))
  t.ok(['index', 'oracle', 'full scan', 'MiniSearch', 'Orama'].every(name => asked.has(name)), [...asked].join(', '))
  for (const name of ['DuckDB', 'PostgreSQL', 'SQLite']) t.ok(asked.has(name) || notes.some(note => note.startsWith(`${name} cannot start here: `)), name)

  t.ok(casesOf(rows, service).includes('POST /v1/rank/seekers') || notes.some(note => note.startsWith('The service is not measured: ')), notes.join())

  const folder = await mkdtemp(join(tmpdir(), 'padan-results-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  writeResults(folder, 'a machine', { rows, notes })
  t.same(JSON.parse(await readFile(join(folder, 'bench.json'), 'utf8')), { machine: 'a machine', notes, rows })
  const page = await readFile(join(folder, 'bench.md'), 'utf8')
  for (const { bench, case: name, goal } of rows) if (goal !== null) t.match(page.slice(0, page.indexOf(`## ${benches[0]}`)), `| ${bench}: ${name}, `)
  const pictures = (await readdir(folder)).filter(file => file.endsWith('.svg'))
  t.ok(pictures.includes('rank-seekers-500-seekers.svg'), pictures.join())
  for (const picture of pictures) {
    t.match(page, `](${picture})`)
    t.notMatch(await readFile(join(folder, picture), 'utf8'), /NaN|Infinity|undefined/)
  }
})

t.test('ratios are those of the figures they name', async t => {
  const { rows } = await runPlan({ ...TINY, sizes: [], alone: [], cities: [{ share: 0.002, workers: [1, 2] }] }, () => {})
  const among = rows.filter(({ ratio }) => ratio !== null)
  t.ok(among.length >= 6, `${among.length}`)
  for (const { bench, case: name, value, ratioTo, ratio } of among) {
    const other = rows.find(row => row.bench === bench && row.case === ratioTo)!
    t.ok(Math.abs(ratio! - value / other.value) < 1e-9 * ratio!, `${bench}: ${name} beside ${ratioTo}`)
  }
})

type Rows = Awaited<ReturnType<typeof runPlan>>['rows']

function casesOf (rows: Rows, bench: string): string[] {
  return [...new Set(rows.filter(row => row.bench === bench).map(row => row.case))]
}

function isValid (row: Rows[number]): boolean {
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

t.test('goals are told as figure, goal, what was measured and whether that is enough', async t => {
  const row = { bench: 'ranking', case: 'scan', metric: 'median', value: 31.24, unit: 'ms', ratioTo: 'index', ratio: 99.5, goal: 'ratio >= 100' }
  const lines = goalTable([row, { ...row, goal: null }, { ...row, case: 'index', value: 20_000, unit: '/s', ratioTo: null, ratio: null, goal: 'value >= 10000' }]).split('\n')
  t.equal(lines.length, 4)
  t.match(lines[2], /^\| ranking: scan, median +\| at least 100 x index +\| 99.5 x \(31.2 ms\) \| \*\*no\*\* +\|$/)
  t.match(lines[3], /^\| ranking: index, median \| at least 10,000 \/s +\| 20,000 \/s +\| yes +\|$/)
  t.equal(goalTable([]), '')
})

t.test('numbers are short', async t => {
  t.same([0.012345, 1.5, 99.96, 1234.5].map(shortNumber), ['0.0123', '1.5', '100', '1,235'])
})
