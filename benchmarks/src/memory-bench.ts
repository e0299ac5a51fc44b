import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Row } from './row.ts'

const CHILD = fileURLToPath(new URL('memory-child.js', import.meta.url))
const GOAL = 'value <= 100'
/** What every index has once weighs too much among fewer people. */
const GOAL_FROM = 100_000

/**
 * Bytes a seeker, and a vacancy, that stay in use: measured by `process.memoryUsage` (heap and what hangs on it) after collecting the
 * garbage, in child processes that build one thing each. Raw columns are the plain typed arrays and ids that the full scans read. An index holds its ids
 * and the table that leads back from them; the row of both directions counts everything that a matcher keeps of ten seekers and a vacancy.
 */
export async function memoryBench (numSeekers: number): Promise<Row[]> {
  const numVacancies = numSeekers / 10
  const columns = await bytesOf('columns', numSeekers, 0)
  const columnsOfBoth = await bytesOf('columns', numSeekers, numVacancies)
  const seekers = await bytesOf('index', numSeekers, 0)
  const vacancies = await bytesOf('index', 0, numVacancies)
  const both = await bytesOf('index', numSeekers, numVacancies)
  const bench = `memory, ${numSeekers.toLocaleString('en')} seekers`
  const row = (name: string, value: number, goal: string | null): Row =>
    ({ bench, case: name, metric: 'bytes in use', value, unit: 'B', ratioTo: null, ratio: null, goal })
  const goal = numSeekers >= GOAL_FROM ? GOAL : null
  return [
    row('ids and raw columns, a seeker', columns / numSeekers, null),
    row('index in all, a seeker', seekers / numSeekers, null),
    row('index beyond ids and raw columns, a seeker', (seekers - columns) / numSeekers, goal),
    row('index in all, a vacancy', vacancies / numVacancies, null),
    row('index of both directions with a tenth as many vacancies, beyond ids and raw columns, a seeker', (both - columnsOfBoth) / numSeekers, goal),
  ]
}

async function bytesOf (what: 'columns' | 'index', numSeekers: number, numVacancies: number): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', CHILD, what, String(numSeekers), String(numVacancies)])
  return Number(stdout)
}
