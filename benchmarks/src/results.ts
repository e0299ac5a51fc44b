import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchResult } from './bench-result.ts'
import { barChart } from './chart.ts'
import { benchesOf, toMarkdown } from './page.ts'

/** Writes what was measured into a folder, in place of what was there: `bench.json`, `bench.md` and a chart for each bench of several cases. */
export function writeResults (folder: string, machine: string, { rows, notes }: BenchResult): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const pictures = new Map<string, string>()
  for (const bench of benchesOf(rows)) {
    const picture = barChart(bench, rows.filter(row => row.bench === bench))
    if (picture === undefined) continue
    const file = `${fileName(bench)}.svg`
    writeFileSync(join(folder, file), picture)
    pictures.set(bench, file)
  }
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify({ machine, notes, rows }, null, 2)}\n`)
  writeFileSync(join(folder, 'bench.md'), `# Results\n\n${toPage(machine, notes, toMarkdown(rows, bench => pictures.get(bench)))}`)
}

/** What is printed: the machine, the tables, and what has to be said beside them. */
export function toPage (machine: string, notes: readonly string[], tables: string): string {
  return `${machine}\n\n${tables}\n${notes.length === 0 ? '' : `\n${notes.map(note => `- ${note}`).join('\n')}\n`}`
}

function fileName (bench: string): string {
  return bench.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/(\d),(?=\d)/g, '$1').toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
