import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadTaxonomy } from '@padan/taxonomy'
import { describeMachine } from './machine.ts'
import { peersBench } from './peers-bench.ts'
import { rankBench } from './rank-bench.ts'
import { toMarkdown, type Row } from './row.ts'

const USAGE = `Usage: npx -y pnpm bench [--quick] [--json FILE]

  --quick      10,000 seekers only, in about a minute
  --json FILE  writes the rows as JSON too`

const RESULTS = fileURLToPath(new URL('../results/', import.meta.url))

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, help: { type: 'boolean', default: false } } })
if (values.help) console.log(USAGE)
else await run(values.quick, values.json)

async function run (quick: boolean, json: string | undefined): Promise<void> {
  const machine = describeMachine()
  const taxonomy = await loadTaxonomy()
  const report = (line: string): void => { process.stderr.write(`${line}\n`) }
  const rows: Row[] = []
  const rounds = quick ? 2 : 5
  for (const seekers of quick ? [10_000] : [10_000, 100_000]) {
    rows.push(...rankBench(taxonomy, { seekers, vacancies: seekers / 10, rounds }, report))
    rows.push(...await peersBench(taxonomy, seekers, rounds, report))
  }
  const page = `${machine}\n\n${toMarkdown(rows)}\n`
  console.log(page)
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`)
  if (quick) return
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(`${RESULTS}rank.md`, page)
  writeFileSync(`${RESULTS}rank.json`, `${JSON.stringify({ machine, rows }, null, 2)}\n`)
}
