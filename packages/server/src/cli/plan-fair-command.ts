import type { FairPlanStart } from '../jobs/job-start.ts'
import type { Language } from '../errors/problem.ts'
import { FairSchema } from '../schemas/fair.ts'
import { usageError } from './exit.ts'
import { jsonFile } from './json-file.ts'
import { languageOption } from './language.ts'
import { MARKET_HELP, MARKET_OPTIONS, marketOptions } from './market-options.ts'
import { choiceOption, readOptions, textOption } from './options.ts'
import { CHANGE_HELP, CHANGE_OPTIONS, planBefore } from './plan-file.ts'
import { count } from './progress.ts'
import { outputFormat, runJob, writeResult } from './run-job.ts'

export const PLAN_FAIR_HELP = `padan plan-fair --fair FILE [options]

Plans a fair's day: who is invited when, and who is at which booth in which slot. An independent verifier checks the plan.
Needs no server and no database. The people's invitations are CSV on standard output.

  --fair FILE         the fair as JSON, as in the API: slots, booths with their openings and tables, and what else binds

${MARKET_HELP}
${CHANGE_HELP}
  --list LIST         the list that is written as CSV: seekers (default), everybody's day; booths, each booth's day; or, with --replan,
                      changes: every appointment that is another now
  --out FILE          write there instead: .csv, or .json for the whole plan with its proof
  --language id|en    language of the messages

Ctrl-C stops the work; nothing is written then, and the exit code is 130.
`

/** Plans the fair of a file. Throws CommandError. */
export async function planFairCommand (args: readonly string[]): Promise<void> {
  const options = readOptions(args, {
    ...MARKET_OPTIONS,
    ...CHANGE_OPTIONS,
    fair: { type: 'string' },
    list: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
  })
  if (options.help === true) {
    process.stdout.write(PLAN_FAIR_HELP)
    return
  }
  const language = languageOption(options)
  const path = textOption(options, 'fair')
  if (path === undefined) throw usageError('padan plan-fair needs --fair; see padan plan-fair --help.')
  const list = choiceOption(options, 'list', ['seekers', 'booths', 'changes'], 'seekers')
  if (list === 'changes' && options['replan'] === undefined) throw usageError('--list changes goes with --replan.')
  const out = textOption(options, 'out')
  outputFormat(out)
  const fair = await jsonFile(path, FairSchema, language)
  const before = await planBefore(options, language)
  const market = await marketOptions(options, language)
  const request: FairPlanStart['request'] = { ...market.request, fair, ...before === undefined ? {} : { before } }
  const output = await runJob({ ...market, kind: 'fair-plan', request }, 'planning', language)
  await writeResult(output, out, list)
  const { interviews, invited, seekers, replan } = JSON.parse(output.result)
  process.stderr.write(language === 'id'
    ? `${count(invited)} dari ${count(seekers)} orang diundang untuk ${count(interviews)} wawancara.\n`
    : `${count(invited)} of ${count(seekers)} people are invited to ${count(interviews)} interviews.\n`)
  if (replan !== undefined) process.stderr.write(disturbance(replan, language))
}

function disturbance ({ kept, moved, cancelled, added, bystanders }: Readonly<Record<string, number>>, language: Language): string {
  return language === 'id'
    ? `${count(kept)} janji tetap, ${count(moved)} pindah jam, ${count(cancelled)} batal, ${count(added)} baru; ${count(bystanders)} orang lain memberi tempat.\n`
    : `${count(kept)} appointments stay, ${count(moved)} change their slot, ${count(cancelled)} are off, ${count(added)} are new; ${count(bystanders)} others made room.\n`
}
