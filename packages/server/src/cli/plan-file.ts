import { extname } from 'node:path'
import { Type } from 'typebox'
import type { Change } from '@padan/matcher/fair'
import type { Language } from '../errors/problem.ts'
import { interviewsOf, type PlanBefore } from '../jobs/plan-before.ts'
import { FairChangeSchema } from '../schemas/fair.ts'
import { FairPlanResultSchema, InvitedSeekerSchema } from '../schemas/fair-result.ts'
import { csvRows } from '../tables/csv-rows.ts'
import { encodingOf, textOf } from '../tables/encoding.ts'
import { FileError } from '../tables/file-error.ts'
import { unescapeFormula } from '../tables/formula.ts'
import { CommandError, EXIT, usageError } from './exit.ts'
import { jsonFile } from './json-file.ts'
import { textOption, type Options, type OptionTypes } from './options.ts'
import { tableFile } from './table-file.ts'

/** The options that say what has become different since a plan was made. */
export const CHANGE_OPTIONS: OptionTypes = {
  replan: { type: 'string' },
  change: { type: 'string' },
  now: { type: 'string' },
  without: { type: 'string', multiple: true },
  late: { type: 'string' },
  absent: { type: 'string' },
  'walk-ins': { type: 'string' },
}

export const CHANGE_HELP = `To change a plan that was made, disturbing as little as possible:

  --replan PLAN       the plan as --out wrote it (.json); --fair and the market as they were for the first plan
      --now SLOT      the first slot still to come; what is earlier has happened and stays (default: the first of the day)
      --without BOOTH a booth that leaves; may be given several times
      --late FILE     CSV without a header: who cannot come before which slot, such as s-17,10:30
      --absent FILE   one id a line: who does not come, or goes home
      --walk-ins FILE one id a line: who is there without an interview
      --change FILE   all of this and changed hours as JSON, as in the API
`

const PARTS = ['now', 'without', 'late', 'absent', 'walk-ins'] as const
/** What a result is that `--out` wrote: its lists are in it. */
const PlanFileSchema = Type.Object({ ...FairPlanResultSchema.properties, seekers: Type.Array(InvitedSeekerSchema), booths: Type.Array(Type.Object({})) })

/** The plan to be changed and the change; undefined where a plan is to be made. Throws CommandError. */
export async function planBefore (options: Options, language: Language): Promise<PlanBefore | undefined> {
  const path = textOption(options, 'replan')
  const given = PARTS.filter(name => options[name] !== undefined)
  if (path === undefined) {
    const stray = options['change'] === undefined ? given[0] : 'change'
    if (stray !== undefined) throw usageError(`--${stray} goes with --replan.`)
    return undefined
  }
  if (given.length > 0 && options['change'] !== undefined) throw usageError(`--change says all that is different; give it or --${given[0]}, not both.`)
  if (given.length === 0 && options['change'] === undefined) throw usageError('--replan needs what has become different: --without, --late, --absent, --walk-ins or --change; see --help.')
  const change = await changeOf(options, language)
  const { proof, replan, seekers } = await jsonFile(path, PlanFileSchema, language)
  return { of: null, changes: [...replan?.changes ?? [], change] as PlanBefore['changes'], interviews: interviewsOf(seekers), prices: proof.prices }
}

async function changeOf (options: Options, language: Language): Promise<Change> {
  const path = textOption(options, 'change')
  if (path !== undefined) return await jsonFile(path, FairChangeSchema, language) as Change
  const [now, late, absent, walkIns] = ['now', 'late', 'absent', 'walk-ins'].map(name => textOption(options, name))
  const leave = options['without'] as readonly string[] | undefined
  return {
    ...now === undefined ? {} : { now },
    ...leave === undefined ? {} : { leave },
    ...late === undefined ? {} : { late: (await cellsOf(late, 2, language)).map(([seeker, from]) => ({ seeker, from })) },
    ...absent === undefined ? {} : { absent: (await cellsOf(absent, 1, language)).map(([id]) => id) },
    ...walkIns === undefined ? {} : { walkIns: (await cellsOf(walkIns, 1, language)).map(([id]) => id) },
  }
}

/** The rows of a small CSV table without a header. Throws CommandError with the line that has another number of cells. */
async function cellsOf (path: string, width: number, language: Language): Promise<string[][]> {
  if (extname(path).toLowerCase() !== '.csv') throw usageError(`${path} must be a CSV file (.csv).`)
  const { source } = await tableFile(path)
  const rows: string[][] = []
  try {
    for await (const { line, cells } of csvRows(textOf(source, await encodingOf(source)))) {
      if (cells.length !== width) throw new CommandError(EXIT.data, language === 'id' ? `${path}: baris ${line} berisi ${cells.length} sel, seharusnya ${width}.` : `${path}: line ${line} has ${cells.length} cells, and ${width} were expected.`)
      rows.push(cells.map(cell => unescapeFormula(cell.trim())))
    }
  } catch (error) {
    throw error instanceof FileError ? new CommandError(EXIT.data, `${path}: ${language === 'id' ? error.error.messageId : error.message}`) : error
  }
  return rows
}
