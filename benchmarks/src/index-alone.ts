import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { BenchResult } from './bench-result.ts'
import type { Row } from './row.ts'

const CHILD = fileURLToPath(new URL('index-child.js', import.meta.url))
/** What an index of a country needs for each seeker while it is being built, and what its records need before they are frozen. */
const BYTES_A_SEEKER = 500
const BYTES_BESIDE = 3 * 2 ** 30
const MEBIBYTE = 1024 * 1024

/** `rankSeekers` without peers, in a process of its own with a heap as large as memory allows; a note says why where it does not. */
export async function indexAlone (numSeekers: number, numVacancies: number, questions: number, rounds: number): Promise<BenchResult> {
  const room = process.availableMemory()
  const needed = numSeekers * BYTES_A_SEEKER + Math.min(BYTES_BESIDE, numSeekers * BYTES_A_SEEKER)
  const leftOut = (why: string): BenchResult => ({ rows: [], notes: [`${numSeekers.toLocaleString('en')} seekers: left out, ${why}`] })
  if (room < needed) return leftOut(`${inMebibytes(room)} MiB of memory are free; expected ${inMebibytes(needed)}.`)
  try {
    const sizes = [numSeekers, numVacancies, questions, rounds].map(String)
    const child = spawn(process.execPath, ['--expose-gc', `--max-old-space-size=${inMebibytes(room)}`, CHILD, ...sizes], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [printed, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')])
    if (code !== 0) throw new Error(`it ended with ${code ?? signal}.`)
    return { rows: JSON.parse(printed) as Row[], notes: [] }
  } catch (error) {
    // Others may have taken the memory meanwhile: whatever else is measured must not be lost for it.
    return leftOut(`its process ended early: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
}

function inMebibytes (bytes: number): string {
  return String(Math.round(bytes / MEBIBYTE))
}
