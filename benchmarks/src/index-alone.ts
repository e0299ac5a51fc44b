import { execFile } from 'node:child_process'
import { freemem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { BenchResult } from './bench-result.ts'
import type { Row } from './row.ts'

const CHILD = fileURLToPath(new URL('index-child.js', import.meta.url))
/** An index while it is being built needs about so much for each seeker. */
const BYTES_A_SEEKER = 2000
const MEBIBYTE = 1024 * 1024

/** `rankSeekers` without peers, in a process of its own with a heap as large as memory allows; left out where it does not. */
export async function indexAlone (numSeekers: number, numVacancies: number, questions: number, rounds: number): Promise<BenchResult> {
  const room = freemem()
  const needed = numSeekers * BYTES_A_SEEKER
  if (room < needed) {
    return { rows: [], notes: [`${numSeekers.toLocaleString('en')} seekers: left out, ${Math.round(room / MEBIBYTE)} MiB of memory are free; expected ${Math.round(needed / MEBIBYTE)}.`] }
  }
  const { stdout } = await promisify(execFile)(process.execPath, [`--max-old-space-size=${Math.round(room / MEBIBYTE)}`, CHILD, String(numSeekers), String(numVacancies), String(questions), String(rounds)])
  return { rows: JSON.parse(stdout) as Row[], notes: [] }
}
