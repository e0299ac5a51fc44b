import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { describeMachine } from './machine.ts'
import { toMarkdown } from './page.ts'
import { COUNTRY, FULL, GROUPS, QUICK, runPlan, USUAL, type Group } from './plan.ts'
import { toPage, writeResults } from './results.ts'

const USAGE = `Usage: npx -y pnpm bench [--quick | --full | --country] [--only GROUPS] [--json FILE]

                100,000 seekers and 100,000 vacancies beside all peers, a tenth of a city, placements of a whole one; writes benchmarks/results/
  --quick       10,000 of each, in less than two minutes; writes nothing
  --full        1,000,000 of each, a whole city too
  --country     as --full, and 10,000,000 seekers for the index alone where memory allows
  --only GROUPS some of ${GROUPS.join(',')}; results/ then holds those alone. The service's clients ask for ten minutes of a full run
  --json FILE   writes the rows as JSON too`

const RESULTS = fileURLToPath(new URL('../results/', import.meta.url))

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    country: { type: 'boolean', default: false },
    only: { type: 'string', default: GROUPS.join() },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(USAGE)
else await run()

async function run (): Promise<void> {
  const machine = describeMachine()
  const result = await runPlan(values.quick ? QUICK : values.country ? COUNTRY : values.full ? FULL : USUAL, line => process.stderr.write(`${line}\n`), readGroups(values.only))
  console.log(toPage(machine, result.notes, toMarkdown(result.rows)))
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result.rows, null, 2)}\n`)
  if (!values.quick) writeResults(RESULTS, machine, result)
}

function readGroups (text: string): Group[] {
  return text.split(',').map(name => {
    const group = GROUPS.find(one => one === name)
    if (group === undefined) throw new RangeError(`--only takes some of ${GROUPS.join()}, got '${name}'.`)
    return group
  })
}
